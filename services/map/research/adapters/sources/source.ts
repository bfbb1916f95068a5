import { createHash } from 'node:crypto';
import type { Language, SourceKind, SourceReport } from '@tokenholic/contracts';
import { type AppError, isAppError } from '@tokenholic/kit';
import { gatheringFailure } from '../../domain/gathering/failures.ts';
import { detectLanguage } from '../../domain/gathering/language.ts';
import type { FoundPage } from '../../jobs/agents.ts';
import type { PageRenderer } from '../browser/page-renderer.ts';
import type { Fetcher } from '../fetcher/fetcher.ts';

export interface SourceContext {
  fetcher: Fetcher;
  signal: AbortSignal;
  language: Language;
  /** Null when no browser service is connected. */
  renderer: PageRenderer | null;
}

/** One place to look at. Reading may fail as a whole by throwing; pages given before stay. */
export interface Source {
  id: string;
  kind: SourceKind;
  label: string;
  read(context: SourceContext): AsyncIterable<FoundPage>;
}

export interface PageDraft {
  url: string | null;
  title: string;
  text: string;
  publishedAt: string | null;
  sourceKind: SourceKind;
}

const MAXIMUM_TITLE = 300;

/** A page with its fingerprint: the same words are the same page, wherever they were found. */
export function toFoundPage(draft: PageDraft): FoundPage {
  const text = draft.text.replaceAll('\u0000', '');
  return {
    ...draft,
    text,
    title: draft.title.slice(0, MAXIMUM_TITLE) || (draft.url ?? ''),
    language: detectLanguage(text),
    contentHash: createHash('sha256').update(`${draft.sourceKind}\n${text}`).digest('hex'),
  };
}

/** What a failure means for a source's report. */
export function failureReport(error: unknown): Pick<SourceReport, 'status' | 'code' | 'message'> {
  const failure: AppError = isAppError(error) ? error : gatheringFailure('source_failed', error);
  const status =
    failure.code === 'research.robots_forbid'
      ? 'forbidden'
      : failure.kind === 'unavailable'
        ? 'unreachable'
        : failure.code === 'research.source_failed'
          ? 'failed'
          : 'skipped';
  return { status, code: failure.code, message: failure.userMessage };
}
