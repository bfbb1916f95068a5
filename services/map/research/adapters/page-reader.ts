import type { FoundPage } from '../jobs/agents.ts';
import { createAgentBayRenderer } from './browser/agentbay.ts';
import { createFetcher } from './fetcher/fetcher.ts';
import type { ResearchSettings } from './research-agent.ts';
import { readWebPage } from './sources/web-page.ts';

type Settings = Pick<ResearchSettings, 'allowedPrivateHosts' | 'browserKey'>;

/** Reads single pages for others by the same rules as research: robots.txt, one request a second and site, no private network. */
export function createPageReader({ allowedPrivateHosts, browserKey }: Settings) {
  const sleep = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
  return async (url: string, signal: AbortSignal): Promise<FoundPage & { url: string }> => {
    const fetcher = createFetcher({ allowedPrivateHosts, now: Date.now, sleep });
    try {
      const key = await browserKey();
      const renderer = key === null ? null : createAgentBayRenderer(key);
      const { page } = await readWebPage(url, { fetcher, renderer, signal, language: 'en' }, 'link');
      return { ...page, url: page.url ?? url };
    } finally {
      await fetcher.close();
    }
  };
}
