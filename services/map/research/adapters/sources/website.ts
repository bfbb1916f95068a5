import { gunzipSync } from 'node:zlib';
import { XMLParser } from 'fast-xml-parser';
import { canonicalUrl, rankLinks } from '../../domain/gathering/links.ts';
import { quietly } from './quietly.ts';
import type { Source, SourceContext } from './source.ts';
import { readWebPage } from './web-page.ts';

export interface CrawlLimits {
  pages: number;
  depth: number;
  milliseconds: number;
}

const SITEMAPS = 3;
const SITEMAP_LINKS = 2_000;

/** The client's own site: home page, sitemap, and the links most likely to speak of AI, politely and within limits. */
export function websiteSource(home: string, limits: CrawlLimits, now: () => number): Source {
  return {
    id: `website:${home}`,
    kind: 'website',
    label: new URL(home).host,
    read: async function* (context) {
      const deadline = now() + limits.milliseconds;
      const seen = new Set<string>();
      const hashes = new Set<string>();
      const first = await readWebPage(home, context, 'website');
      seen.add(canonicalUrl(home) ?? home).add(canonicalUrl(first.page.url ?? home) ?? home);
      hashes.add(first.page.contentHash);
      yield first.page;
      let level = rankLinks([...first.links, ...(await sitemapLinks(home, context))], home);
      for (let depth = 1; depth <= limits.depth && level.length > 0; depth += 1) {
        const next: { url: string; label: string }[] = [];
        for (const url of level) {
          if (hashes.size >= limits.pages || now() > deadline) return;
          if (seen.has(url)) continue;
          seen.add(url);
          const read = await quietly(() => readWebPage(url, context, 'website'), context, null);
          if (read === null || hashes.has(read.page.contentHash)) continue;
          hashes.add(read.page.contentHash);
          next.push(...read.links);
          yield read.page;
        }
        level = rankLinks(next, home);
      }
    },
  };
}

async function sitemapLinks(home: string, context: SourceContext): Promise<{ url: string; label: string }[]> {
  const { sitemaps } = await context.fetcher.robots(home, context.signal);
  const queue = sitemaps.length > 0 ? [...sitemaps] : [new URL('/sitemap.xml', home).toString()];
  const links: { url: string; label: string }[] = [];
  for (let read = 0; read < SITEMAPS && queue.length > 0; read += 1) {
    const address = queue.shift() ?? home;
    const file = await quietly(
      () => context.fetcher.fetch(address, { signal: context.signal }),
      context,
      null,
    );
    if (file === null || file.status >= 400) continue;
    const { pages, indexes } = parseSitemap(file.bytes);
    links.push(...pages.slice(0, SITEMAP_LINKS).map((url) => ({ url, label: '' })));
    queue.push(...indexes);
  }
  return links;
}

/** A page of a sitemap with the moment it last changed, as far as the sitemap says. */
export interface SitemapEntry {
  url: string;
  lastModified: string | null;
}

/** Pages of a sitemap with their dates, and the sitemaps an index names; rubbish gives none. */
export function readSitemapEntries(bytes: Uint8Array): { entries: SitemapEntry[]; indexes: string[] } {
  const tree = parseTree(bytes);
  const entries = itemsOf(tree, 'urlset', 'url').flatMap((item): SitemapEntry[] => {
    const [url, changed] = [at(item, 'loc'), at(item, 'lastmod')];
    return typeof url === 'string'
      ? [{ url, lastModified: changed === undefined ? null : String(changed) }]
      : [];
  });
  return { entries, indexes: locations(tree, 'sitemapindex', 'sitemap') };
}

const parser = new XMLParser({ ignoreAttributes: true, processEntities: false });
const MAXIMUM_SITEMAP_BYTES = 20_000_000;

/** Addresses of a sitemap or of the sitemaps an index names; rubbish gives none. */
export function parseSitemap(bytes: Uint8Array): { pages: string[]; indexes: string[] } {
  const tree = parseTree(bytes);
  return { pages: locations(tree, 'urlset', 'url'), indexes: locations(tree, 'sitemapindex', 'sitemap') };
}

function parseTree(bytes: Uint8Array): unknown {
  try {
    const isZipped = bytes[0] === 0x1f && bytes[1] === 0x8b;
    const text = new TextDecoder().decode(
      isZipped ? gunzipSync(bytes, { maxOutputLength: MAXIMUM_SITEMAP_BYTES }) : bytes,
    );
    return parser.parse(text);
  } catch {
    return null; // a broken sitemap is a site without one
  }
}

function itemsOf(tree: unknown, root: string, item: string): unknown[] {
  const items = at(at(tree, root), item);
  return Array.isArray(items) ? items : items === undefined ? [] : [items];
}

const locations = (tree: unknown, root: string, item: string): string[] =>
  itemsOf(tree, root, item)
    .map((entry) => at(entry, 'loc'))
    .filter((loc) => typeof loc === 'string');

function at(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && key in value
    ? Object.entries(value).find(([name]) => name === key)?.[1]
    : undefined;
}
