import { reference } from '@tokenholic/reference';
import { buildGazetteer, conclude, type Gazetteer, readPage } from '../domain/analysis/index.ts';
import type { AnalysisAgent } from '../jobs/agents.ts';

/** The analysis agent by rules. It pauses between pages, so that a long run does not hold up the people in front of the screen. */
export function createAnalysisAgent(): AnalysisAgent {
  let gazetteer: Gazetteer | null = null;
  return async (_client, pages, { signal, onPage }) => {
    gazetteer ??= buildGazetteer(reference);
    const readings = [];
    for (const [index, page] of pages.entries()) {
      signal.throwIfAborted();
      const { id, title, text, url, sourceKind, publishedAt, fetchedAt } = page;
      readings.push(
        readPage(
          { id, title, text, url, sourceKind, date: publishedAt ?? fetchedAt.slice(0, 10) },
          gazetteer,
        ),
      );
      await onPage(index + 1, pages.length);
      await new Promise((resolve) => setImmediate(resolve));
    }
    const engine = { via: 'rules' as const, model: null, reason: 'no_model_configured' };
    return { ...conclude(readings, engine), engine };
  };
}
