import type { KnowledgeHit } from '@tokenholic/contracts';
import type { Nearness, Semantics } from '../adapters/semantics.ts';
import { sentencesOf } from '../domain/retrieval/sentences.ts';
import { languageOf } from '../domain/retrieval/tokens.ts';

/** Hits whose sentences are weighed, and how many of each at most. */
const HITS = 5;
const SENTENCES = 12;
const MOST_MARKS = 2;

/** Marks the sentences nearest in meaning where the question's words cannot: in passages of the other language. */
export async function markByMeaning(
  semantics: Semantics,
  near: Nearness,
  question: string,
  hits: readonly KnowledgeHit[],
): Promise<void> {
  const language = languageOf(question);
  const parts = hits
    .slice(0, HITS)
    .filter(({ text, found }) => found.meaning !== null && languageOf(text) !== language)
    .flatMap((hit) =>
      sentencesOf(hit.text)
        .slice(0, SENTENCES)
        .map((span) => ({ hit, span })),
    );
  if (parts.length === 0) return;
  const nearness = await semantics.nearnessOf(
    near,
    parts.map(({ hit, span }) => hit.text.slice(span.start, span.end)),
  );
  if (nearness === null) return;
  const weighed = parts.map((part, at) => ({ ...part, nearness: nearness[at] ?? 0 }));
  weighed.sort((first, second) => second.nearness - first.nearness);
  for (const hit of new Set(parts.map((part) => part.hit)))
    hit.marks = weighed
      .filter((part) => part.hit === hit)
      .slice(0, MOST_MARKS)
      .map(({ span }) => span);
}
