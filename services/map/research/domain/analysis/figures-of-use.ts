import { findFigures } from './figures.ts';
import type { Sentence } from './passages.ts';
import type { PageReading, ReadablePage } from './read-page.ts';
import { quoteOf } from './read-sentence.ts';

/** A figure needs no sign of AI beside it: "we make 9,800 seconds of film a day" counts for the film. */
export function keepFigures(
  page: ReadablePage,
  sentence: Sentence,
  useCaseId: string | null,
  reading: PageReading,
): void {
  if (useCaseId === null) return;
  const quote = quoteOf(page, sentence);
  const figures = findFigures(sentence.text).map(({ metric, value, period }) => ({
    metric,
    value,
    period,
    quote,
  }));
  if (figures.length > 0)
    reading.figures.set(useCaseId, [...(reading.figures.get(useCaseId) ?? []), ...figures]);
}
