import type { FoundPage } from '../jobs/agents.ts';
import { createAgentBayRenderer } from './browser/agentbay.ts';
import { createFetcher, type Fetcher } from './fetcher/fetcher.ts';
import type { ResearchSettings } from './research-agent.ts';
import { readWebPage } from './sources/web-page.ts';
import { readSitemapEntries, type SitemapEntry } from './sources/website.ts';

type Settings = Pick<ResearchSettings, 'allowedPrivateHosts' | 'browserKey'>;

/** When each site may be asked next, whoever of this process asks: one request a second and site holds over all of them. */
const turns = new Map<string, number>();
const MOST_TURNS = 2_000;
const SITEMAPS = 20;
const MOST_ENTRIES = 5_000;

async function withFetcher<T>(
  allowedPrivateHosts: readonly string[],
  work: (fetcher: Fetcher) => Promise<T>,
): Promise<T> {
  if (turns.size > MOST_TURNS) for (const [site, at] of turns) if (at < Date.now()) turns.delete(site);
  const sleep = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
  const fetcher = createFetcher({ allowedPrivateHosts, now: Date.now, sleep, turns });
  try {
    return await work(fetcher);
  } finally {
    await fetcher.close();
  }
}

/** Reads single pages for others by the same rules as research: robots.txt, one request a second and site, no private network. */
export function createPageReader({ allowedPrivateHosts, browserKey }: Settings) {
  return (url: string, signal: AbortSignal): Promise<FoundPage & { url: string }> =>
    withFetcher(allowedPrivateHosts, async (fetcher) => {
      const key = await browserKey();
      const renderer = key === null ? null : createAgentBayRenderer(key);
      const { page } = await readWebPage(url, { fetcher, renderer, signal, language: 'en' }, 'link');
      return { ...page, url: page.url ?? url };
    });
}

/**
 * Reads a sitemap, and those an index names, by the same rules. An address that is no XML file stands for its site: then the
 * sitemaps of its robots.txt are read, or `/sitemap.xml`.
 */
export function createSitemapReader({ allowedPrivateHosts }: Pick<Settings, 'allowedPrivateHosts'>) {
  return (url: string, signal: AbortSignal): Promise<SitemapEntry[]> =>
    withFetcher(allowedPrivateHosts, async (fetcher) => {
      const queue = await startOf(url, fetcher, signal);
      const seen = new Set(queue);
      const entries = new Map<string, SitemapEntry>();
      for (let read = 0; read < SITEMAPS && entries.size < MOST_ENTRIES; read += 1) {
        const next = queue.shift();
        if (next === undefined) break;
        const file = await fetcher.fetch(next, { signal });
        if (file.status >= 400) continue;
        const found = readSitemapEntries(file.bytes);
        for (const entry of found.entries.slice(0, MOST_ENTRIES)) entries.set(entry.url, entry);
        for (const index of found.indexes) if (!seen.has(index)) queue.push(index);
        for (const index of found.indexes) seen.add(index);
      }
      return [...entries.values()];
    });
}

async function startOf(url: string, fetcher: Fetcher, signal: AbortSignal): Promise<string[]> {
  if (/\.xml(?:\.gz)?$/i.test(new URL(url).pathname)) return [url];
  const { sitemaps } = await fetcher.robots(url, signal);
  return sitemaps.length > 0 ? [...sitemaps] : [new URL('/sitemap.xml', url).toString()];
}
