import { expect, test } from 'vitest';
import type { GraphStore, StoredReading } from './graph-store.ts';

export const yunxiu = '01970000-0000-7000-8000-0000000000a1';
export const harbourline = '01970000-0000-7000-8000-0000000000b2';

export interface OpenStore {
  store: GraphStore;
  /** Makes a collection with passages numbered from 0, for stores that want them to exist. */
  collection(organizationId: string, passages: number): Promise<string>;
}

const qwen = { key: 'model:qwen', kind: 'model', name: { zh: '通义千问', en: 'Qwen' } } as const;
const cloud = {
  key: 'provider:alibaba',
  kind: 'provider',
  name: { zh: '阿里云', en: 'Alibaba Cloud' },
} as const;
const kuaishou = { key: 'company:kuaishou', kind: 'company', name: { zh: '快手', en: 'Kuaishou' } } as const;
const byRules = { via: 'rules', model: null } as const;
type Said = StoredReading['relations'][number];
const uses: Said = {
  ...{ subject: kuaishou.key, relation: 'uses', object: cloud.key, ...byRules },
  ...{ quote: 'Kuaishou uses Alibaba Cloud.', confidence: 0.9 },
};
const offered: Said = {
  ...{ subject: qwen.key, relation: 'offered_by', object: cloud.key, via: 'model', model: 'qwen3.7-max' },
  ...{ quote: '千问由阿里云提供。', confidence: 0.5 },
};
const READINGS: readonly StoredReading[] = [
  { number: 0, entities: [kuaishou, cloud], relations: [uses] },
  { number: 1, entities: [qwen, cloud], relations: [offered] },
  { number: 2, entities: [cloud], relations: [] },
];

/** What every store of the graph must do. */
export function graphStoreContract(open: () => OpenStore): void {
  // Each test has an organisation of its own: what another left behind changes no count.
  let made = 0;
  const filled = async () => {
    const { store, collection } = open();
    made += 1;
    const organizationId = `01970000-0000-7000-8000-${String(made).padStart(12, '0')}`;
    const collectionId = await collection(organizationId, 4);
    await store.put(organizationId, collectionId, READINGS);
    const counted = async () =>
      (await store.read([organizationId], [kuaishou.key, qwen.key, cloud.key])).map(({ key, passages }) => [
        ...[key, passages],
      ]);
    return { store, organizationId, collectionId, counted };
  };

  test('things are counted by the passages that speak of them, most spoken of first', async () => {
    const { store, organizationId, counted } = await filled();
    expect(await counted()).toEqual([
      [cloud.key, 3],
      [kuaishou.key, 1],
      [qwen.key, 1],
    ]);
    expect(await store.read([organizationId], [qwen.key, 'model:unheard-of'])).toEqual([
      { ...qwen, passages: 1 },
    ]);
  });

  test('a thing is found by a part of its name in either language, in any case, and by nothing else', async () => {
    const { store, organizationId } = await filled();
    const found = async (text: string) =>
      (await store.find([organizationId], text, 10)).map(({ key }) => key);
    expect(await found('aliBABA')).toEqual([cloud.key]);
    expect(await found('快')).toEqual([kuaishou.key]);
    for (const text of ['zh', '%', '_', '"', 'provider:']) expect(await found(text)).toEqual([]);
    expect(await store.find([organizationId], 'u', 1)).toHaveLength(1);
  });

  test('a relation comes with its passage and sentence from either of its ends, surest first', async () => {
    const { store, organizationId, collectionId } = await filled();
    const around = await store.relationsOf([organizationId], [cloud.key], 10);
    expect(around).toEqual([
      { ...uses, collectionId, number: 0, confidence: expect.closeTo(0.9, 5) },
      { ...offered, collectionId, number: 1 },
    ]);
    expect(await store.relationsOf([organizationId], [kuaishou.key, cloud.key], 1)).toHaveLength(1);
    expect(await store.relationsOf([organizationId], ['company:nobody'], 10)).toEqual([]);
  });

  test('another organisation reads nothing of it, whatever it names', async () => {
    const { store } = await filled();
    const others = [harbourline];
    expect(await store.find(others, 'a', 10)).toEqual([]);
    expect(await store.read(others, [cloud.key])).toEqual([]);
    expect(await store.relationsOf(others, [cloud.key], 10)).toEqual([]);
    expect(await store.read([], [cloud.key])).toEqual([]);
  });

  test('what two organisations say of one thing is read together, and stays apart', async () => {
    const [first, second] = [await filled(), await filled()];
    const both = [first.organizationId, second.organizationId];
    expect(await first.store.read(both, [cloud.key])).toEqual([{ ...cloud, passages: 6 }]);
    expect(await first.store.relationsOf(both, [cloud.key], 10)).toHaveLength(4);
    expect((await first.counted())[0]).toEqual([cloud.key, 3]);
  });

  test('a passage read again replaces what was kept of it', async () => {
    const { store, organizationId, collectionId, counted } = await filled();
    await store.put(organizationId, collectionId, READINGS);
    expect(await counted()).toHaveLength(3);
    expect(await store.relationsOf([organizationId], [cloud.key], 10)).toHaveLength(2);
    await store.put(organizationId, collectionId, [{ number: 0, entities: [qwen], relations: [] }]);
    expect(await counted()).toEqual([
      [qwen.key, 2],
      [cloud.key, 2],
    ]);
    expect(await store.relationsOf([organizationId], [kuaishou.key], 10)).toEqual([]);
  });

  test('what is forgotten is not found, and forgetting it again is no fault', async () => {
    const { store, organizationId, collectionId, counted } = await filled();
    for (let times = 0; times < 2; times += 1) await store.forget(organizationId, collectionId, [0, 2]);
    expect(await counted()).toEqual(
      [
        [qwen.key, 1],
        [cloud.key, 1],
      ].sort(),
    );
    await store.forget(organizationId, collectionId);
    expect(await counted()).toEqual([]);
    expect(await store.relationsOf([organizationId], [cloud.key], 10)).toEqual([]);
  });

  test('another organisation forgets and erases nothing of it', async () => {
    const { store, collectionId, counted } = await filled();
    await store.forget(harbourline, collectionId);
    await store.forget(harbourline, collectionId, [0]);
    expect(await store.erase(harbourline)).toBe(0);
    expect(await counted()).toHaveLength(3);
  });

  test('an erased organisation leaves nothing, and it is said how much that was', async () => {
    const { store, organizationId, counted } = await filled();
    const other = await filled();
    expect(await store.erase(organizationId)).toBe(7);
    expect(await counted()).toEqual([]);
    expect(await store.erase(organizationId)).toBe(0);
    expect(await other.counted()).toHaveLength(3);
  });
}
