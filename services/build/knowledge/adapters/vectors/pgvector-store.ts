import type { Kit } from '@tokenholic/kit';
import { sql } from 'drizzle-orm';
import { signatureOf } from '../../domain/vectors/signature.ts';
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
      database.withTenant(organizationIds, async ({ db }) => {
        const close = Math.max(FEWEST_CLOSE, limit * CLOSE_FOR_EACH);
        const among =
          collectionIds.length === 0
            ? sql`true`
            : sql`collection_id = any (${sql.param([...collectionIds])}::uuid[])`;
        const { rows } = await db.execute<{ collection_id: string; number: number; similarity: number }>(sql`
          with close as materialized (
            select collection_id, number from knowledge_vectors.signatures
            where ${among} and embedder = ${embedder}
            order by signature <~> ${signatureOf(vector)}::bit(512) limit ${close}
          )
          select collection_id, number, 1 - (embedding <=> ${written(vector)}::halfvec) as similarity
          from close join knowledge_vectors.vectors using (collection_id, number)
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
  };
}
