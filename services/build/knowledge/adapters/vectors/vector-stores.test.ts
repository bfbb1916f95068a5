import { createPostgresTestKit, createTestKit, type TestKit } from '@tokenholic/kit/testing';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closestOf, wordsOfSignature } from '../../domain/vectors/closest.ts';
import { signatureOf } from '../../domain/vectors/signature.ts';
import { knowledgeMigrations, vectorMigrations } from '../../service.ts';
import { makeCollection } from '../../testing/make-collection.ts';
import { startQdrantDouble } from '../../testing/qdrant-double.ts';
import { createPgvectorStore, hasPgvector } from './pgvector-store.ts';
import { createQdrantStore } from './qdrant-store.ts';
import { vectorStoreContract, yunxiu } from './vector-store.contract.ts';
import type { VectorStore } from './vector-store.ts';

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
    const near = { organizationIds: [yunxiu], collectionIds: [collectionId], embedder: 'model-1' };
    expect(await store.nearest({ ...near, vector, limit: 5 })).toHaveLength(2);
    await kit.database.pool.query('delete from knowledge.chunks where collection_id = $1 and number = 0', [
      collectionId,
    ]);
    expect((await store.nearest({ ...near, vector, limit: 5 })).map(({ number }) => number)).toEqual([1]);
    await kit.database.pool.query('delete from knowledge.collections where id = $1', [collectionId]);
    expect(await count()).toBe(0);
  });
});

test('the closest signatures are found in blocks of any size, all of those that are equally close', () => {
  const signature = (...differing: number[]) => {
    const bits = '0'.repeat(512).split('');
    for (const bit of differing) bits[bit] = '1';
    return wordsOfSignature(bits.join(''));
  };
  const block = (collectionId: string, first: number, ...signatures: Uint16Array[]) => ({
    ...{ collectionId, numbers: Int32Array.from(signatures, (_, at) => first + at) },
    words: Uint16Array.from(signatures.flatMap((words) => [...words])),
  });
  const blocks = [
    block('a', 0, signature(1, 2, 3), signature(511), signature(0, 17, 300, 400)),
    block('b', 1_024),
    block('c', 7, signature(9), signature()),
  ];
  const closest = (limit: number) =>
    closestOf(blocks, signature(), limit).map(({ collectionId, number }) => `${collectionId}${number}`);
  expect(closest(1)).toEqual(['c8']);
  expect(closest(2)).toEqual(['a1', 'c7', 'c8']);
  expect(closest(9)).toEqual(['a0', 'a1', 'a2', 'c7', 'c8']);
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
