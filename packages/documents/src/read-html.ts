/// <reference lib="dom" />
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';

export interface HtmlReading {
  title: string;
  text: string;
  publishedAt: string | null;
  links: { url: string; label: string }[];
}

const HIDDEN =
  'script, style, noscript, template, iframe, svg, [hidden], [aria-hidden="true"], [style*="display:none" i], [style*="display: none" i], [style*="visibility:hidden" i], [style*="font-size:0" i], [style*="opacity:0" i]';
const BLOCKS = new Set([
  'P',
  'DIV',
  'SECTION',
  'ARTICLE',
  'LI',
  'TR',
  'UL',
  'OL',
  'TABLE',
  'BLOCKQUOTE',
  'PRE',
  'BR',
  'DT',
  'DD',
  'HEADER',
  'FOOTER',
  'MAIN',
]);

/** What a person would read on a page: headings, paragraphs, lists and cells as lines; hidden text is left out. */
export function readHtml(html: string): HtmlReading {
  const { document } = parseHTML(/<html[\s>]/i.test(html) ? html : `<html><body>${html}</body></html>`);
  const links = [...document.querySelectorAll('a[href]')].map((anchor) => ({
    url: anchor.getAttribute('href') ?? '',
    label: (anchor.textContent ?? '').trim().slice(0, 120),
  }));
  const title = (
    document.querySelector('meta[property="og:title"]')?.getAttribute('content') ??
    document.querySelector('title')?.textContent ??
    ''
  ).trim();
  const publishedAt = publishedDate(document);
  for (const element of document.querySelectorAll(HIDDEN)) element.remove();
  const whole = document.querySelector('main, article, [role="main"]') ?? document.body;
  const all = toText(whole);
  const article = new Readability(document.cloneNode(true) as Document, { charThreshold: 200 }).parse();
  const core = article?.content
    ? toText(parseHTML(`<html><body>${article.content}</body></html>`).document.body)
    : '';
  // A list of jobs or cases is no article: when the reader view drops most of a page, the page is taken.
  const text = core.length > all.length * 0.4 ? core : all;
  return { title: title || (article?.title ?? ''), text, publishedAt, links };
}

function publishedDate(document: Document): string | null {
  const meta = document
    .querySelector(
      'meta[property="article:published_time"], meta[name="date"], meta[name="pubdate"], meta[itemprop="datePublished"]',
    )
    ?.getAttribute('content');
  const time = document.querySelector('time[datetime]')?.getAttribute('datetime');
  const json = /"datePublished"\s*:\s*"([^"]{4,40})"/.exec(
    [...document.querySelectorAll('script[type="application/ld+json"]')]
      .map((item) => item.textContent ?? '')
      .join('\n'),
  )?.[1];
  const found = meta ?? json ?? time ?? null;
  return found === null || Number.isNaN(Date.parse(found))
    ? null
    : new Date(found).toISOString().slice(0, 10);
}

function toText(root: Element | null): string {
  if (root === null) return '';
  let text = '';
  const visit = (node: Node) => {
    if (node.nodeType === 3) {
      text += (node.textContent ?? '').replace(/\s+/g, ' ');
      return;
    }
    if (node.nodeType !== 1) return;
    const name = node.nodeName.toUpperCase();
    const heading = /^H([1-6])$/.exec(name);
    if (heading !== null) text += `\n\n${'#'.repeat(Number(heading[1]))} `;
    else if (BLOCKS.has(name)) text += '\n';
    for (const child of node.childNodes) visit(child);
    if (name === 'TD' || name === 'TH') text += ' | ';
    if (heading !== null || BLOCKS.has(name)) text += '\n';
  };
  visit(root);
  return text
    .replace(/[ \t]+/g, ' ')
    .replace(/ *\n */g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
