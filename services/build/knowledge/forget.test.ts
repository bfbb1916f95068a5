import { afterAll, beforeAll, expect, test } from 'vitest';
import type { GraphStore } from './adapters/graph/graph-store.ts';
import type { VectorStore } from './adapters/vectors/vector-store.ts';
import { conceptEmbedder } from './testing/concept-embedder.ts';
import { openStage, type Stage, vendor } from './testing/stage.ts';

const kept = new Map<string, Set<number>>();
/** A store beside the database: nothing cascades into it. */
const beside: VectorStore = {
  kind: 'qdrant',
  put: async (_organizationId, _embedder, vectors) => {
    for (const { collectionId, number } of vectors)
      kept.set(collectionId, (kept.get(collectionId) ?? new Set()).add(number));
  },
  nearest: async () => [],
  forget: async (_organizationId, collectionId, numbers) => {
    if (numbers === undefined) kept.delete(collectionId);
    else for (const number of numbers) kept.get(collectionId)?.delete(number);
  },
  erase: async () => 0,
};
const forgotten: unknown[] = [];
let graphAnswers = true;
const graph: GraphStore = {
  ...{ kind: 'neo4j', put: async () => {}, find: async () => [], read: async () => [] },
  ...{ relationsOf: async () => [], erase: async () => 0 },
  forget: async (_organizationId, collectionId, numbers) => {
    if (!graphAnswers) throw new Error('away');
    forgotten.push({ collectionId, numbers });
  },
};
let stage: Stage;
beforeAll(async () => {
  const embedder = conceptEmbedder();
  stage = await openStage({
    graph,
    semantics: { embedder: async () => embedder, reranker: async () => null, vectors: beside },
  });
});
afterAll(() => stage.close());

test('vectors beside the database are forgotten with the document, and all of them with the collection', async () => {
  const { collectionId, documentId } = await stage.withText('terms', '# One\n\nThe rebate is eight percent.');
  await stage.withText('colours', '# Two\n\nEverything is grey.', collectionId);
  await stage.work();
  expect(kept.get(collectionId)?.size).toBe(2);
  await stage.call('DELETE', `/documents/${documentId}`);
  await stage.work();
  expect(kept.get(collectionId)?.size).toBe(1);
  await stage.call('DELETE', `/collections/${collectionId}`);
  await stage.work();
  expect(kept.has(collectionId)).toBe(false);
});

test('a graph that is away hears of a deletion when it is back, however many tries that took', async () => {
  const { collectionId } = await stage.withText('terms', '# One\n\nThe rebate is nine percent.');
  await stage.work();
  graphAnswers = false;
  await stage.call('DELETE', `/collections/${collectionId}`);
  await stage.work();
  forgotten.length = 0;
  const forget = stage.service.jobs['knowledge-forget'];
  const last = { organizationId: vendor, signal: AbortSignal.timeout(30_000), retries: 5 };
  await expect(forget?.({ collectionId, numbers: null }, last)).rejects.toThrow('away');
  graphAnswers = true;
  await stage.work();
  expect(forgotten).toEqual([{ collectionId, numbers: undefined }]);
});
