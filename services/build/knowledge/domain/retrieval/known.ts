import type { KnowledgeHit } from '@tokenholic/contracts';
import { languageOf } from './tokens.ts';

/** Below this share of what was asked, nothing here speaks of it. */
const KNOWN_FROM = 0.35;
/**
 * In the other language words cannot tell; so near in meaning does, by the embedder's model. Best balance of known questions found
 * and unknown ones left, by bench/knowledge/known.ts: facts of the base with 60 questions of the trade, 0.88 (English questions)
 * and 0.85 (Chinese ones); XQuAD with half of its articles, English questions, 0.80. At 0.4 it was 0.87, 0.82 and 0.69.
 */
const NEAR_FROM: Readonly<Record<string, number>> = { 'use-multilingual-3': 0.3 };
/** Of a model nobody measured more is asked. */
const NEAR_FROM_UNMEASURED = 0.4;

/** Whether a passage speaks of what was asked; `embedder`: whose nearness it is, null where words alone were looked up. */
export function speaksOf(
  question: string,
  { covered, found, text }: Pick<KnowledgeHit, 'covered' | 'found' | 'text'>,
  embedder: string | null,
): boolean {
  const near = embedder === null ? undefined : (NEAR_FROM[embedder] ?? NEAR_FROM_UNMEASURED);
  return (
    covered >= KNOWN_FROM ||
    (near !== undefined &&
      languageOf(text) !== languageOf(question) &&
      (found.meaning?.similarity ?? 0) >= near)
  );
}
