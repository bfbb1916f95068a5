import type { z } from 'zod';
import { gatheringFailure } from '../../domain/gathering/failures.ts';
import type { SourceContext } from './source.ts';

export interface AskOptions {
  /** Obey robots.txt as for a page; APIs made to be asked have their own rules instead. */
  obeysRobots?: boolean;
  /** Fields of a form to send, for services that are asked by POST. */
  form?: Record<string, string>;
  maximumBytes?: number;
}

/** Asks a public API and checks the answer's shape. */
export async function readJson<S extends z.ZodType>(
  url: string,
  context: SourceContext,
  schema: S,
  headers: Record<string, string> = {},
  { obeysRobots = false, ...sent }: AskOptions = {},
): Promise<z.output<S>> {
  const answer = await context.fetcher.fetch(url, {
    signal: context.signal,
    ignoreRobots: !obeysRobots,
    ...sent,
    headers: { accept: 'application/json', ...headers },
  });
  if (answer.status === 403 || answer.status === 429) throw gatheringFailure('page_refused');
  if (answer.status >= 400) throw gatheringFailure('not_reachable');
  try {
    return schema.parse(JSON.parse(new TextDecoder().decode(answer.bytes)));
  } catch (cause) {
    throw gatheringFailure('source_failed', cause);
  }
}
