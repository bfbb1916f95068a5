import type { SourceKind } from '@tokenholic/contracts';
import { decodeText, readDocument, readHtml } from '@tokenholic/documents';
import { gatheringFailure } from '../../domain/gathering/failures.ts';
import type { FoundPage } from '../../jobs/agents.ts';
import { type SourceContext, toFoundPage } from './source.ts';

export interface WebPage {
  page: FoundPage;
  links: { url: string; label: string }[];
}

const SHORTEST_TEXT = 40;

/** Fetches one address and reads what it holds: a page or a PDF. */
export async function readWebPage(
  url: string,
  context: SourceContext,
  sourceKind: SourceKind,
  limits: { maximumBytes?: number } = {},
): Promise<WebPage> {
  const fetched = await context.fetcher.fetch(url, { signal: context.signal, ...limits });
  if (fetched.status === 401 || fetched.status === 403 || fetched.status === 429)
    throw gatheringFailure('page_refused');
  if (fetched.status >= 400) throw gatheringFailure('not_reachable');
  if (fetched.mediaType === 'application/pdf') {
    const fileName = decodeURIComponent(new URL(fetched.url).pathname.split('/').at(-1) ?? 'document.pdf');
    const { title, text, publishedAt } = await readDocument({
      fileName,
      mediaType: fetched.mediaType,
      bytes: fetched.bytes,
    });
    return { page: toFoundPage({ url: fetched.url, title, text, publishedAt, sourceKind }), links: [] };
  }
  const isText =
    fetched.mediaType === '' ||
    fetched.mediaType.startsWith('text/') ||
    fetched.mediaType.includes('xml') ||
    fetched.mediaType.includes('html');
  if (!isText) throw gatheringFailure('content_unsupported');
  const html = decodeText(fetched.bytes, fetched.charset);
  const plain = readHtml(html);
  const isWrittenByScripts = plain.text.length < SHORTEST_TEXT && /<script\b/i.test(html);
  const { title, text, publishedAt, links } =
    isWrittenByScripts && context.renderer !== null
      ? readHtml((await context.renderer(fetched.url, context.signal)).html)
      : plain;
  if (text.length < SHORTEST_TEXT) throw gatheringFailure('page_empty');
  return { page: toFoundPage({ url: fetched.url, title, text, publishedAt, sourceKind }), links };
}
