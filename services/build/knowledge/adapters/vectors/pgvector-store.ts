import type { Kit } from '@tokenholic/kit';
import { sql } from 'drizzle-orm';
import { closestOf, wordsOfSignature } from '../../domain/vectors/closest.ts';
import { signatureOf } from '../../domain/vectors/signature.ts';
import { createSignatureMemory } from './signature-memory.ts';
import type { VectorStore } from './vector-store.ts';

/** So many signatures are near enough to have their vectors compared; with fewer, good ones would be missed. */
const FEWEST_CLOSE = 160;
const CLOSE_FOR_EACH = 4;

/** As pgvector writes a vector. Half precision keeps three digits, so four are enough. */
const written = (vector: Float32Array) => `[${Array.from(vector, (value) => value.toFixed(5)).join(',')}]`;

/** Whether this database has pgvector. */
export async function hasPgvector({ database }: Pick<Kit, 'database'>): Promise<boolean> {
  const { rows } = await database.pool.query(
    "select to_regclass('knowledge_vectors.vectors') is not null as there",
  );
  return rows[0]?.there === true;
}

/** Vectors in the database itself. They are deleted with their passages, in the same transaction. */
export function createPgvectorStore({ database }: Pick<Kit, 'database'>): VectorStore {
  const memory = createSignatureMemory();
  return {
    kind: 'pgvector',
    put: (organizationId, embedder, vectors) =>
      database.withTenant([organizationId], async ({ db }) => {
        const column = <T>(values: readonly T[]) => sql.param([...values]);
        const ids = column(vectors.map(({ collectionId }) => collectionId));
        const numbers = column(vectors.map(({ number }) => number));
        const embeddings = column(vectors.map(({ vector }) => written(vector)));
        const signatures = column(vectors.map(({ vector }) => signatureOf(vector)));
        // Put again, a passage's vector takes the place of the one before.
        for (const table of [sql`knowledge_vectors.vectors`, sql`knowledge_vectors.signatures`])
          await db.execute(sql`delete from ${table} stored using unnest(${ids}::uuid[], ${numbers}::int[]) as given (collection_id, number)
            where stored.collection_id = given.collection_id and stored.number = given.number`);
        // A passage may have been deleted while it was embedded: what is gone gets no vector.
        await db.execute(sql`
          insert into knowledge_vectors.vectors (collection_id, number, organization_id, embedder, embedding)
          select given.collection_id, given.number, ${organizationId}::uuid, ${embedder}, embedding::halfvec
          from unnest(${ids}::uuid[], ${numbers}::int[], ${embeddings}::text[]) as given (collection_id, number, embedding)
          join knowledge.chunks using (collection_id, number)
          on conflict do nothing`);
        await db.execute(sql`
          insert into knowledge_vectors.signatures (collection_id, number, organization_id, embedder, signature)
          select given.collection_id, given.number, ${organizationId}::uuid, ${embedder}, signature::bit(512)
          from unnest(${ids}::uuid[], ${numbers}::int[], ${signatures}::text[]) as given (collection_id, number, signature)
          join knowledge.chunks using (collection_id, number)
          on conflict do nothing`);
      }),
    nearest: ({ organizationIds, collectionIds, embedder, vector, limit }) =>
      database.withTenant(organizationIds, async (tx) => {
        const enough = Math.max(FEWEST_CLOSE, limit * CLOSE_FOR_EACH);
        const signatures = await memory.read(tx, collectionIds, embedder);
        const close = closestOf(signatures, wordsOfSignature(signatureOf(vector)), enough);
        if (close.length === 0) return [];
        const ids = sql.param(close.map(({ collectionId }) => collectionId));
        const numbers = sql.param(close.map(({ number }) => number));
        const { rows } = await tx.db.execute<{
          collection_id: string;
          number: number;
          similarity: number;
        }>(sql`
          select collection_id, number, 1 - (embedding <=> ${written(vector)}::halfvec) as similarity
          from unnest(${ids}::uuid[], ${numbers}::int[]) as close (collection_id, number)
          join knowledge_vectors.vectors using (collection_id, number)
          where embedder = ${embedder}
          order by similarity desc, collection_id, number limit ${limit}`);
        return rows.map(({ collection_id, number, similarity }) => ({
          collectionId: collection_id,
          number,
          similarity: Number(similarity),
        }));
      }),
    forget: (organizationId, collectionId, numbers) =>
      database.withTenant([organizationId], async ({ db }) => {
        const these =
          numbers === undefined ? sql`true` : sql`number = any (${sql.param([...numbers])}::int[])`;
        for (const table of [sql`knowledge_vectors.vectors`, sql`knowledge_vectors.signatures`])
          await db.execute(sql`delete from ${table} where collection_id = ${collectionId} and ${these}`);
      }),
    erase: (organizationId) =>
      database.withTenant([organizationId], async ({ db }) => {
        await db.execute(sql`delete from knowledge_vectors.signatures`);
        return (await db.execute(sql`delete from knowledge_vectors.vectors`)).rowCount ?? 0;
      }),
  };
}
