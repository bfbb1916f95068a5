import type { KnowledgeHit } from '@tokenholic/contracts';
import type { TenantTransaction } from '@tokenholic/kit';
import { sql } from 'drizzle-orm';
import type { PassagePlace } from '../adapters/vectors/vector-store.ts';
import { chunks, collections, documents } from '../tables.ts';

/** A passage as it is shown, before anything is said of how well it answers. */
export type Passage = Omit<KnowledgeHit, 'marks' | 'score' | 'covered' | 'speaks' | 'found'>;

export const placeName = ({ collectionId, number }: PassagePlace) => `${collectionId}:${number}`;

/** Reads passages in the order in which they are named; those that are gone are left out. */
export async function readPassages(
  tx: TenantTransaction,
  places: readonly PassagePlace[],
): Promise<Passage[]> {
  if (places.length === 0) return [];
  const ids = sql.param(places.map(({ collectionId }) => collectionId));
  const numbers = sql.param(places.map(({ number }) => number));
  const rows = await tx.db
    .select({
      chunk: chunks,
      // Not the whole row: what was typed in may be long.
      document: {
        ...{ id: documents.id, title: documents.title, origin: documents.origin, asOf: documents.asOf },
      },
      readOnly: collections.readOnly,
    })
    .from(chunks)
    .innerJoin(documents, sql`${documents.id} = ${chunks.documentId}`)
    .innerJoin(collections, sql`${collections.id} = ${chunks.collectionId}`)
    .where(
      sql`(${chunks.collectionId}, ${chunks.number}) in (select * from unnest(${ids}::uuid[], ${numbers}::int[]))`,
    );
  const placeOf = new Map(places.map((place, at) => [placeName(place), at]));
  const place = ({ passageId }: Passage) => placeOf.get(passageId) ?? places.length;
  const passages = rows.map(({ chunk, document, readOnly }) => ({
    passageId: placeName(chunk),
    ...{ collectionId: chunk.collectionId, documentId: document.id, title: document.title, readOnly },
    ...{ origin: document.origin, asOf: document.asOf },
    ...{ heading: chunk.heading, page: chunk.page, text: chunk.text },
  }));
  return passages.sort((first, second) => place(first) - place(second));
}
