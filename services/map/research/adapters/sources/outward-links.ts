import { canonicalUrl, isSameSite } from '../../domain/gathering/links.ts';
import { quietly } from './quietly.ts';
import type { SourceContext } from './source.ts';
import { readWebPage } from './web-page.ts';

export interface SiteLink {
  url: string;
  label: string;
}

/** Pages of a site on which it links its openings, its reports and its profiles elsewhere. */
const LEADING =
  /career|job|hiring|join|investor|\bir\b|annual|about|contact|招聘|加入|投资者|年报|关于|联系/i;
const LEADING_PAGES = 4;

export type ReadOutwardLinks = (context: SourceContext) => Promise<SiteLink[]>;

/** All links of a site's home page and of the few pages that lead outside. Read once a run, whoever asks first. */
export function createOutwardLinks(home: string | null): ReadOutwardLinks {
  let reading: Promise<SiteLink[]> | null = null;
  return (context) => {
    reading ??= home === null ? Promise.resolve([]) : readLinks(home, context);
    return reading;
  };
}

async function readLinks(home: string, context: SourceContext): Promise<SiteLink[]> {
  const { links } = await readWebPage(home, context, 'website');
  const absolute = resolved(links, home);
  const leading = [
    ...new Set(
      absolute
        .filter(({ url, label }) => isSameSite(url, home) && !isFile(url) && LEADING.test(`${url} ${label}`))
        .map(({ url }) => url),
    ),
  ].slice(0, LEADING_PAGES);
  const further: SiteLink[] = [];
  for (const url of leading) {
    const read = await quietly(() => readWebPage(url, context, 'website'), context, null);
    further.push(...resolved(read?.links ?? [], url));
  }
  return [...absolute, ...further];
}

const isFile = (url: string) => /\.(?:pdf|docx?|pptx?|xlsx?|zip)(?:$|\?)/i.test(url);

function resolved(links: readonly SiteLink[], base: string): SiteLink[] {
  return links.flatMap(({ url, label }) => {
    const address = canonicalUrl(url, base);
    return address === null ? [] : [{ url: address, label }];
  });
}
