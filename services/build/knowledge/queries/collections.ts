import type { KnowledgeCollection, KnowledgeDocumentDetail } from '@tokenholic/contracts';
import type { Kit } from '@tokenholic/kit';
import { and, asc, desc, eq, lt, or, sql } from 'drizzle-orm';
import type { Semantics } from '../adapters/semantics.ts';
import { BASE_ORGANIZATION, type Readable } from '../domain/base.ts';
import { collectionUnknown, documentUnknown } from '../domain/failures.ts';
import { chunks, collections, documents, turnTables } from '../tables.ts';
import { embeddedPassages, presentCollection, presentDocument } from './present.ts';

/** Collections one may read, one's own first. */
export async function listCollections(
  kit: Kit,
  readable: Readable,
  semantics: Semantics,
): Promise<KnowledgeCollection[]> {
  // Asked for its name alone: nothing is embedded here.
  const [embedder, store] = await Promise.all([semantics.embedder(BASE_ORGANIZATION), semantics.store()]);
  return kit.database.withTenant(readable, async ({ db }) => {
    const rows = await db
      .select()
      .from(collections)
      .orderBy(asc(collections.readOnly), desc(collections.createdAt));
    const counts = await db
      .select({
        collectionId: documents.collectionId,
        documents: sql<number>`count(*)::int`,
        failed: sql<number>`(count(*) filter (where ${documents.status} = 'failed'))::int`,
      })
      .from(documents)
      .groupBy(documents.collectionId);
    const byId = new Map(counts.map(({ collectionId, ...rest }) => [collectionId, rest]));
    const turns = embedder === null || store === null ? null : await db.select().from(turnTables.embed);
    const embeddedOf = (row: (typeof rows)[number]) => {
      if (turns === null) return null;
      const turn = turns.find(({ collectionId }) => collectionId === row.id);
      return turn?.doer === embedder?.id ? embeddedPassages(row, turn?.below ?? 0) : 0;
    };
    return rows.map((row) =>
      presentCollection(row, byId.get(row.id) ?? { documents: 0, failed: 0 }, embeddedOf(row)),
    );
  });
}

const PAGE = 50;

/** Documents of a collection, newest first, fifty at a time. */
export function listDocuments(
  kit: Kit,
  readable: Readable,
  collectionId: string,
  cursor: string | undefined,
) {
  return kit.database.withTenant(readable, async ({ db }) => {
    const [collection] = await db.select().from(collections).where(eq(collections.id, collectionId));
    if (collection === undefined) throw collectionUnknown();
    const [after] =
      cursor === undefined ? [] : await db.select().from(documents).where(eq(documents.id, cursor));
    const older =
      after === undefined
        ? undefined
        : or(
            lt(documents.createdAt, after.createdAt),
            and(eq(documents.createdAt, after.createdAt), lt(documents.id, after.id)),
          );
    const rows = await db
      .select()
      .from(documents)
      .where(and(eq(documents.collectionId, collectionId), older))
      .orderBy(desc(documents.createdAt), desc(documents.id))
      .limit(PAGE + 1);
    const items = rows.slice(0, PAGE);
    return {
      items: items.map((row) => presentDocument(row, kit.now())),
      nextCursor: rows.length > PAGE ? (items.at(-1)?.id ?? null) : null,
    };
  });
}

/** A document with its passages in order. */
export function readStoredDocument(
  kit: Kit,
  readable: Readable,
  documentId: string,
): Promise<KnowledgeDocumentDetail> {
  return kit.database.withTenant(readable, async ({ db }) => {
    const [row] = await db.select().from(documents).where(eq(documents.id, documentId));
    if (row === undefined) throw documentUnknown();
    const passages = await db
      .select({ number: chunks.number, heading: chunks.heading, page: chunks.page, text: chunks.text })
      .from(chunks)
      .where(eq(chunks.documentId, documentId))
      .orderBy(asc(chunks.ordinal))
      .limit(500);
    return { ...presentDocument(row, kit.now()), passages, body: row.kind === 'faq' ? row.body : null };
  });
}
