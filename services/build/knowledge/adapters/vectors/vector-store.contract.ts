import { uuidv7 } from 'uuidv7';
import { expect, test } from 'vitest';
import type { StoredVector, VectorStore } from './vector-store.ts';

export const yunxiu = '01970000-0000-7000-8000-0000000000a1';
export const harbourline = '01970000-0000-7000-8000-0000000000b2';

/** A unit vector that leans from the first direction towards another. */
const leaning = (towards: number, by: number) => {
  const vector = new Float32Array(24);
  vector[0] = Math.cos(by);
  vector[towards] = Math.sin(by);
  return vector;
};

export interface OpenStore {
  store: VectorStore;
  /** Makes a collection with passages numbered from 0, for stores that want them to exist. */
  collection(organizationId: string, passages: number): Promise<string>;
}

/** What every store of vectors must do. */
export function vectorStoreContract(open: () => OpenStore): void {
  const ask = (collectionIds: string[], more: { organizationIds?: string[]; embedder?: string } = {}) =>
    open().store.nearest({
      ...{ organizationIds: [yunxiu], collectionIds, embedder: 'model-1', limit: 5 },
      ...{ vector: leaning(1, 0), ...more },
    });
  const filled = async () => {
    const { store, collection } = open();
    const collectionId = await collection(yunxiu, 4);
    const vectors: StoredVector[] = [0.1, 0.9, 0.4, 1.4].map((by, number) => ({
      ...{ collectionId, number, vector: leaning(2, by) },
    }));
    await store.put(yunxiu, 'model-1', vectors);
    return { store, collectionId };
  };

  test('passages come nearest first, with the cosine of their angle', async () => {
    const { collectionId } = await filled();
    const near = await ask([collectionId]);
    expect(near.map(({ number }) => number)).toEqual([0, 2, 1, 3]);
    expect(near[0]?.similarity).toBeCloseTo(Math.cos(0.1), 2);
  });

  test('another organisation finds nothing, whatever collection it names', async () => {
    const { collectionId } = await filled();
    expect(await ask([collectionId], { organizationIds: [harbourline] })).toEqual([]);
    expect(await ask([], { organizationIds: [harbourline] })).toEqual([]);
  });

  test('vectors of another model are never compared', async () => {
    const { collectionId } = await filled();
    expect(await ask([collectionId], { embedder: 'model-2' })).toEqual([]);
  });

  test('only the collections that are named are searched; none named means all', async () => {
    const { collectionId } = await filled();
    const other = await filled();
    expect(new Set((await ask([collectionId])).map((near) => near.collectionId))).toEqual(
      new Set([collectionId]),
    );
    const all = await open().store.nearest({
      ...{ organizationIds: [yunxiu], collectionIds: [], embedder: 'model-1', limit: 100 },
      vector: leaning(1, 0),
    });
    const ids = new Set(all.map((near) => near.collectionId));
    expect([ids.has(collectionId), ids.has(other.collectionId)]).toEqual([true, true]);
  });

  test('a vector put again replaces the one before', async () => {
    const { store, collectionId } = await filled();
    await store.put(yunxiu, 'model-1', [{ collectionId, number: 0, vector: leaning(2, 1.5) }]);
    expect((await ask([collectionId])).map(({ number }) => number)).toEqual([2, 1, 3, 0]);
  });

  test('what is forgotten is not found, and forgetting it again is no fault', async () => {
    const { store, collectionId } = await filled();
    await store.forget(yunxiu, collectionId, [0, 2]);
    await store.forget(yunxiu, collectionId, [0, 2]);
    expect((await ask([collectionId])).map(({ number }) => number)).toEqual([1, 3]);
    await store.forget(yunxiu, collectionId);
    expect(await ask([collectionId])).toEqual([]);
  });

  test('another organisation forgets nothing of it', async () => {
    const { store, collectionId } = await filled();
    await store.forget(harbourline, collectionId);
    expect(await ask([collectionId])).toHaveLength(4);
  });

  test('erasing an organisation takes all of it, of every model and collection, and nothing of another', async () => {
    const { store, collection } = open();
    const doomed = uuidv7();
    const vector = leaning(3, 0.2);
    for (const model of ['model-1', 'model-2']) {
      const collectionId = await collection(doomed, 2);
      await store.put(
        doomed,
        model,
        [0, 1].map((number) => ({ collectionId, number, vector })),
      );
    }
    const { collectionId } = await filled();
    expect(await store.erase(doomed)).toBe(4);
    expect(await store.erase(doomed)).toBe(0);
    for (const embedder of ['model-1', 'model-2'])
      expect(await ask([], { organizationIds: [doomed], embedder })).toEqual([]);
    expect(await ask([collectionId])).toHaveLength(4);
  });
}
