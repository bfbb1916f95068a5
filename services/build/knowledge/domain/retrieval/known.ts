import type { KnowledgeHit } from '@tokenholic/contracts';
import { languageOf } from './tokens.ts';

/** Below this share of what was asked, nothing here speaks of it. */
const KNOWN_FROM = 0.35;
/** In the other language words cannot tell; so near in meaning does. */
const NEAR_FROM = 0.4;

/** Whether any of the hits speaks of what was asked. */
export function isKnown(
  question: string,
  hits: readonly Pick<KnowledgeHit, 'covered' | 'found' | 'text'>[],
): boolean {
  const language = languageOf(question);
  return hits.some(
    ({ covered, found, text }) =>
      covered >= KNOWN_FROM ||
      (languageOf(text) !== language && (found.meaning?.similarity ?? 0) >= NEAR_FROM),
  );
}
