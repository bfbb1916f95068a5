import type { TenantTransaction } from '@tokenholic/kit';
import { sql } from 'drizzle-orm';
import { isSpelt, MOST_SLIPS } from '../domain/retrieval/spelling.ts';

// Words in which a misspelt one may be recognised. The index itself has a row for each block of passages a word stands in:
// far too many to look through for one question.

/** Words this process need not write again, for as long as nothing is taken out of their collection. */
const known = new Map<string, Set<string>>();
const MOST_KNOWN = 200_000;

interface VocabularyPlace {
  organizationId: string;
  collectionId: string;
  removals: number;
}

function knownOf({ collectionId, removals }: VocabularyPlace): Set<string> {
  const size = [...known.values()].reduce((sum, words) => sum + words.size, 0);
  if (size > MOST_KNOWN) known.clear();
  const key = `${collectionId} ${removals}`;
  const words = known.get(key) ?? new Set<string>();
  known.set(key, words);
  return words;
}

/** Adds the terms that are words. */
export async function addToVocabulary(
  tx: TenantTransaction,
  place: VocabularyPlace,
  terms: readonly string[],
): Promise<void> {
  const there = knownOf(place);
  const words = [...new Set(terms)].filter((term) => isSpelt(term) && !there.has(term));
  if (words.length === 0) return;
  const { rows } = await tx.db.execute<{ word: string }>(sql`
    insert into knowledge.vocabulary (collection_id, word, organization_id)
    select ${place.collectionId}::uuid, word, ${place.organizationId}::uuid
    from unnest(string_to_array(${words.join(' ')}, ' ')) as given (word)
    on conflict do nothing returning word`);
  // What was written just now may yet be rolled back; what was there before is there.
  const written = new Set(rows.map(({ word }) => word));
  for (const word of words) if (!written.has(word)) there.add(word);
}

/** Removes the words that no passage has any longer. Each is looked up: a join would read the whole collection. */
export async function removeFromVocabulary(
  tx: TenantTransaction,
  collectionId: string,
  terms: readonly string[],
): Promise<void> {
  const words = terms.filter(isSpelt);
  if (words.length === 0) return;
  await tx.db.execute(sql`
    delete from knowledge.vocabulary
    where collection_id = ${collectionId} and word = any (string_to_array(${words.join(' ')}, ' ')) and (
      select 1 from knowledge.postings where postings.collection_id = vocabulary.collection_id and term = word limit 1
    ) is null`);
}

/** Words that a misspelt one may stand for: with its first letter, and about as long. */
export async function wordsLike(
  tx: TenantTransaction,
  collectionIds: readonly string[],
  word: string,
): Promise<string[]> {
  const letter = word.slice(0, 1);
  const { rows } = await tx.db.execute<{ word: string }>(sql`
    select distinct word from knowledge.vocabulary
    where collection_id = any (${sql.param(collectionIds)}::uuid[]) and word >= ${letter} and word < ${`${letter}{`}
      and octet_length(word) between ${word.length - MOST_SLIPS} and ${word.length + MOST_SLIPS}`);
  return rows.map((row) => row.word);
}
