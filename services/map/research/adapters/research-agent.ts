import type { SourceReport } from '@tokenholic/contracts';
import { reference } from '@tokenholic/reference';
import { gatheringMessage } from '../domain/gathering/failures.ts';
import type { GatherContext, GatherRequest, ResearchAgent } from '../jobs/agents.ts';
import { RunOver } from '../jobs/run-journal.ts';
import { AGENTBAY_ADDRESS, createAgentBayRenderer } from './browser/agentbay.ts';
import { createFetcher } from './fetcher/fetcher.ts';
import { type FilingAddresses, filingAddresses, filingsSource } from './sources/filings/filings-source.ts';
import { fileSource, linkSource, notesSource } from './sources/given.ts';
import { type BoardAddresses, boardAddresses } from './sources/jobs/boards.ts';
import { jobsSource } from './sources/jobs/jobs-source.ts';
import { githubSource, newsSource } from './sources/open-sources.ts';
import { createOutwardLinks } from './sources/outward-links.ts';
import { publicRecordSource } from './sources/public-record.ts';
import { searchSource } from './sources/search.ts';
import { type SocialAddresses, socialAddresses, socialSource } from './sources/social.ts';
import { failureReport, type Source, type SourceContext } from './sources/source.ts';
import { websiteSource } from './sources/website.ts';
import { type WikiAddresses, wikiAddresses, wikidataSource, wikipediaSource } from './sources/wiki.ts';

export interface ResearchSettings {
  allowedPrivateHosts: readonly string[];
  /** Asked at the start of each run: settings change while the product runs. */
  searchKey: () => Promise<string | null>;
  browserKey: () => Promise<string | null>;
  githubToken: string | null;
  /** Where the public services are; tests put their own in. */
  addresses?: Partial<PublicAddresses>;
  minimumIntervalMilliseconds?: (site: string) => number;
}

export interface PublicAddresses {
  wiki: WikiAddresses;
  github: string;
  news: string;
  search: string;
  browser: string;
  jobs: BoardAddresses;
  filings: FilingAddresses;
  social: SocialAddresses;
}

const ADDRESSES: PublicAddresses = {
  wiki: wikiAddresses,
  github: 'https://api.github.com',
  news: 'https://api.gdeltproject.org',
  search: 'https://api.tavily.com',
  browser: AGENTBAY_ADDRESS,
  jobs: boardAddresses,
  filings: filingAddresses,
  social: socialAddresses,
};

const CRAWL = { pages: 20, depth: 2, milliseconds: 120_000 };
/** Sources side by side; each site still gets one request a second. */
const CONCURRENCY = 4;
/** The whole visit ends here, whatever is still open. */
const RUN_MILLISECONDS = 240_000;

/** The research agent over the open web and what the seller gave. Needs no key; uses those it is given. */
export function createResearchAgent(settings: ResearchSettings): ResearchAgent {
  return async (request, context) => {
    const fetcher = createFetcher({
      allowedPrivateHosts: settings.allowedPrivateHosts,
      now: Date.now,
      sleep,
      ...(settings.minimumIntervalMilliseconds === undefined
        ? {}
        : { minimumIntervalMilliseconds: settings.minimumIntervalMilliseconds }),
    });
    try {
      const planned = planSources(request, settings, await settings.searchKey());
      const sources = planned.filter((source) => !context.finished.has(source.id));
      for (const source of sources) context.onSource(report(source, 'waiting', 0));
      const browserKey = await settings.browserKey();
      const renderer =
        browserKey === null ? null : createAgentBayRenderer(browserKey, settings.addresses?.browser);
      await readAll(sources, { fetcher, renderer, language: request.language }, context);
    } finally {
      await fetcher.close();
    }
  };
}

/** What to look at, cheapest and surest first. */
export function planSources(
  request: GatherRequest,
  settings: ResearchSettings,
  searchKey: string | null,
): Source[] {
  const { clientName, website, links, notes, files, language, publicSources, skipSources } = request;
  const addresses = { ...ADDRESSES, ...settings.addresses };
  const given = [
    ...(notes.trim() === '' ? [] : [notesSource(notes, language)]),
    ...files.map(fileSource),
    ...[...new Set(links)].map(linkSource),
    ...(website === null ? [] : [websiteSource(website, CRAWL, Date.now)]),
  ];
  if (!publicSources) return given;
  const client = { name: clientName, website };
  const outward = createOutwardLinks(website);
  const record = publicRecordSource(clientName, reference, language);
  const outside: Source[] = [
    ...(record === null ? [] : [record]),
    wikidataSource(clientName, addresses.wiki),
    wikipediaSource(clientName, addresses.wiki),
    githubSource(clientName, website, addresses.github, settings.githubToken),
    newsSource(clientName, addresses.news),
    jobsSource(client, outward, addresses.jobs),
    filingsSource(client, outward, addresses.filings),
    ...(website === null ? [] : [socialSource(outward, addresses.social)]),
    ...(searchKey === null ? [] : [searchSource(clientName, addresses.search, searchKey)]),
  ];
  return [...given, ...outside.filter(({ kind }) => !skipSources.some((skipped) => skipped === kind))];
}

async function readAll(
  sources: readonly Source[],
  tools: Omit<SourceContext, 'signal'>,
  context: GatherContext,
): Promise<void> {
  const signal = AbortSignal.any([context.signal, AbortSignal.timeout(RUN_MILLISECONDS)]);
  const sourceContext: SourceContext = { ...tools, signal };
  const queue = [...sources];
  const worker = async () => {
    for (let source = queue.shift(); source !== undefined; source = queue.shift())
      await readOne(source, sourceContext, context);
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, worker));
  context.signal.throwIfAborted();
}

async function readOne(source: Source, sourceContext: SourceContext, context: GatherContext): Promise<void> {
  const earlier = context.fresh.get(source.id);
  if (earlier !== undefined) {
    await context.onReuse(earlier, source.id);
    const readAt = earlier.readAt.toISOString();
    context.onSource({ ...report(source, 'reused', earlier.pageIds.length), readAt });
    return;
  }
  let pages = 0;
  let foreign = 0;
  context.onSource(report(source, 'reading', 0));
  try {
    for await (const page of source.read(sourceContext)) {
      await context.onPage(page, source.id);
      pages += 1;
      if (page.language === null) foreign += 1;
      context.onSource(report(source, 'reading', pages));
    }
    const hint = foreign > 0 ? gatheringMessage('language_unsupported') : {};
    context.onSource({ ...report(source, pages === 0 ? 'nothing_found' : 'read', pages), ...hint });
  } catch (error) {
    context.signal.throwIfAborted();
    // Storing a page failed because the run is over: that is not the source's fault.
    if (error instanceof RunOver) throw error;
    const failure = failureReport(error);
    // What was read before it failed counts.
    context.onSource({
      ...report(source, pages > 0 ? 'read' : failure.status, pages),
      code: failure.code,
      message: failure.message,
    });
  }
}

function report({ id, kind, label }: Source, status: SourceReport['status'], pages: number): SourceReport {
  return { id, kind, label, status, pages, code: null, message: null };
}

function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
}
