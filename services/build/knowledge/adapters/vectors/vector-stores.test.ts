import type { Kit } from '@tokenholic/kit';
import { createPostgresTestKit, createTestKit, type TestKit } from '@tokenholic/kit/testing';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createCollection } from '../../commands/collections.ts';
import { storeChunks } from '../../commands/store-chunks.ts';
import { prepareChunk } from '../../domain/index/prepare.ts';
import { signatureOf } from '../../domain/vectors/signature.ts';
import { knowledgeMigrations, vectorMigrations } from '../../service.ts';
import { documents } from '../../tables.ts';
import { startQdrantDouble } from '../../testing/qdrant-double.ts';
import { createPgvectorStore, hasPgvector } from './pgvector-store.ts';
import { createQdrantStore } from './qdrant-store.ts';
import { vectorStoreContract, yunxiu } from './vector-store.contract.ts';
import type { VectorStore } from './vector-store.ts';

/** A collection whose passages exist, as rows of vectors want it. */
async function makeCollection(kit: Kit, organizationId: string, passages: number): Promise<string> {
  const collectionId = await createCollection(kit, organizationId, { name: 'vectors' });
  const documentId = uuidv7();
  await kit.database.withTenant([organizationId], async (tx) => {
    const row = { id: documentId, organizationId, collectionId, kind: 'file' as const, title: '' };
    await tx.db.insert(documents).values({ ...row, status: 'ready', createdAt: kit.now() });
    const chunks = Array.from({ length: passages }, (_, at) =>
      prepareChunk('', { heading: [], page: null, text: `passage ${at}` }),
    );
    await storeChunks(tx, { organizationId, collectionId, documentId, title: '' }, chunks);
  });
  return collectionId;
}

describe('pgvector inside the product', () => {
  let kit: TestKit;
  let store: VectorStore;
  beforeAll(async () => {
    kit = await createTestKit([knowledgeMigrations, vectorMigrations]);
    store = createPgvectorStore(kit);
  });
  afterAll(() => kit.close());
  vectorStoreContract(() => ({ store, collection: (id, passages) => makeCollection(kit, id, passages) }));

  test('vectors go with their passage, and none comes for a passage that is gone', async () => {
    const collectionId = await makeCollection(kit, yunxiu, 2);
    const vector = new Float32Array([1, 0, 0, 0, 0, 0, 0, 0]);
    await store.put(
      yunxiu,
      'model-1',
      [0, 1, 2].map((number) => ({ collectionId, number, vector })),
    );
    const count = async () =>
      (
        await kit.database.pool.query(
          'select (select count(*) from knowledge_vectors.vectors where collection_id = $1)::int + (select count(*) from knowledge_vectors.signatures where collection_id = $1)::int as rows',
          [collectionId],
        )
      ).rows[0].rows;
    expect(await count()).toBe(4);
    await kit.database.pool.query('delete from knowledge.collections where id = $1', [collectionId]);
    expect(await count()).toBe(0);
  });
});

const databaseUrl = process.env.TEST_DATABASE_URL;

describe.skipIf(databaseUrl === undefined)('pgvector in a PostgreSQL server', () => {
  test('a server without pgvector does without vectors; one that has it keeps them', async () => {
    const kit = await createPostgresTestKit(databaseUrl ?? '', [knowledgeMigrations, vectorMigrations]);
    const { rows } = await kit.database.pool.query(
      "select count(*)::int as offered from pg_available_extensions where name = 'vector'",
    );
    expect(await hasPgvector(kit)).toBe(rows[0].offered === 1);
    if (rows[0].offered === 1) {
      const store = createPgvectorStore(kit);
      const collectionId = await makeCollection(kit, yunxiu, 1);
      const vector = new Float32Array([0.6, 0.8]);
      await store.put(yunxiu, 'model-1', [{ collectionId, number: 0, vector }]);
      const near = { organizationIds: [yunxiu], collectionIds: [], embedder: 'model-1', vector, limit: 1 };
      expect((await store.nearest(near))[0]?.similarity).toBeCloseTo(1, 2);
    }
    await kit.close();
  });
});

describe('Qdrant, spoken to by its own interface', () => {
  let double: Awaited<ReturnType<typeof startQdrantDouble>>;
  let store: VectorStore;
  beforeAll(async () => {
    double = await startQdrantDouble();
    store = createQdrantStore({ url: double.url, apiKey: 'q-key' });
  });
  afterAll(() => double.close());
  vectorStoreContract(() => ({ store, collection: async () => uuidv7() }));

  test('the key goes along with every request, and a server that is gone is said to be unavailable', async () => {
    expect(new Set(double.keys)).toEqual(new Set(['q-key']));
    const lost = createQdrantStore({ url: 'http://127.0.0.1:9', apiKey: null });
    await expect(lost.forget(yunxiu, uuidv7())).rejects.toMatchObject({
      code: 'knowledge.vectors_unavailable',
    });
  });
});

const qdrantUrl = process.env.TEST_QDRANT_URL;
describe.skipIf(qdrantUrl === undefined)('Qdrant, a real one', () => {
  const store = createQdrantStore({ url: qdrantUrl ?? '', apiKey: null }, `test${process.pid}`);
  vectorStoreContract(() => ({ store, collection: async () => uuidv7() }));
});

test('signatures differ in more bits the wider the angle, and are the same on every machine', () => {
  const at = (angle: number) => signatureOf(new Float32Array([Math.cos(angle), Math.sin(angle), 0, 0]));
  const first = at(0);
  const differing = (angle: number) => [...at(angle)].filter((bit, place) => bit !== first[place]).length;
  const [narrow, wide, opposite] = [differing(0.3), differing(1.2), differing(Math.PI)];
  expect(narrow).toBeLessThan(wide);
  expect([wide < opposite, opposite]).toEqual([true, 512]);
  expect(first.slice(0, 32)).toBe('10001111101100101010101101001001');
});
