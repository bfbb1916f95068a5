import type { KnowledgeCollection, TrialRun } from '@tokenholic/contracts';
import { EmbeddingBudgetSpent } from '@workflow/llm-sdk';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createSemantics } from './adapters/semantics.ts';
import { askForMissingVectors, EMBED_QUEUE } from './jobs/embed-collection.ts';
import type { Embedder, Reranker } from './service.ts';
import { conceptEmbedder } from './testing/concept-embedder.ts';
import { openStage, rival, type Stage, vendor } from './testing/stage.ts';

let stage: Stage;
let embedder: Embedder & { texts: string[] };
let reranker: Reranker | null = null;
/** The organisation whose budget has no room. */
let spent: string | null = null;
const parts = {
  embedder: async (organizationId: string): Promise<Embedder> =>
    organizationId === spent
      ? { ...embedder, embed: () => Promise.reject(new EmbeddingBudgetSpent(organizationId)) }
      : embedder,
  reranker: async () => reranker,
};
beforeAll(async () => {
  embedder = conceptEmbedder();
  stage = await openStage({ semantics: parts });
});
beforeEach(() => {
  stage.world.home = vendor;
  embedder = conceptEmbedder();
  reranker = null;
  spent = null;
});
afterAll(() => stage.close());

const TERMS =
  '# Terms\n\nRebate of eight percent on yearly contracts.\n\n# Colours\n\nEverything is painted grey.';

test('words find a passage at once; when it is embedded, a question in the other language finds it by meaning', async () => {
  const { id: collectionId } = (await stage.call('POST', '/collections', { name: 'terms' })).body;
  await stage.call('POST', `/collections/${collectionId}/entries`, { question: 'Terms', answer: TERMS });
  await stage.work('knowledge-index');
  expect((await stage.ask('rebate of contracts', [collectionId])).hits[0]?.found).toMatchObject({
    words: 1,
    meaning: null,
  });
  // An upload asks for its embedding in the transaction that indexes it.
  await stage.kit.database.withTenant([vendor], (tx) => tx.requestJob(vendor, EMBED_QUEUE, { collectionId }));
  await stage.work();
  const answer = await stage.ask('优惠有多少？', [collectionId]);
  expect(answer).toMatchObject({ by: 'all', known: true });
  expect(answer.hits[0]).toMatchObject({ heading: ['Terms'], found: { meaning: { place: 1 } } });
  const [mark] = answer.hits[0]?.marks ?? [];
  expect(answer.hits[0]?.text.slice(mark?.start, mark?.end)).toContain('Rebate');
  const byWords = { question: '优惠有多少？', collectionIds: [collectionId], by: 'words' };
  expect((await stage.call('POST', '/search', byWords)).body).toMatchObject({ by: 'words', hits: [] });
});

const counted = async (collectionId: string) =>
  (await stage.call<{ items: KnowledgeCollection[] }>('GET', '/collections')).body.items.find(
    ({ id }) => id === collectionId,
  );

test('embedding that was interrupted goes on where it stood', async () => {
  const text = Array.from({ length: 40 }, (_, at) => `# Part ${at}\n\nSentence number ${at}.`).join('\n\n');
  let calls = 0;
  const inner = conceptEmbedder();
  embedder = {
    ...inner,
    embed: async (texts, kind) => {
      calls += 1;
      if (calls === 2) throw new Error('the process ends here');
      return inner.embed(texts, kind);
    },
  };
  const { collectionId } = await stage.withText('long', text);
  await stage.work();
  expect(await counted(collectionId)).toMatchObject({ chunks: 40, embedded: 16 });
  // After a start the clock looks for what was left.
  expect(await askForMissingVectors(stage.kit, createSemantics(stage.kit, parts))).toBeGreaterThan(0);
  await stage.work();
  expect(await counted(collectionId)).toMatchObject({ chunks: 40, embedded: 40 });
  expect(inner.texts.filter((one) => one.includes('Part '))).toHaveLength(40);
});

test('only what is new is embedded, until the model is another: then everything is, and the old vectors go', async () => {
  const { collectionId } = await stage.withText('first', '# One\n\nKeep the endpoint.');
  await stage.work();
  await stage.withText('second', '# Two\n\nThe invoice comes monthly.', collectionId);
  await stage.work();
  expect(embedder.texts.filter((text) => text.includes('Keep the endpoint'))).toHaveLength(1);
  embedder = conceptEmbedder('concepts-2');
  expect((await stage.ask('账单', [collectionId])).hits).toEqual([]);
  await askForMissingVectors(stage.kit, createSemantics(stage.kit, parts));
  await stage.work();
  expect((await stage.ask('账单', [collectionId])).hits[0]?.text).toContain('invoice');
  const { rows } = await stage.kit.database.pool.query(
    'select distinct embedder from knowledge_vectors.vectors where collection_id = $1',
    [collectionId],
  );
  expect(rows).toEqual([{ embedder: 'concepts-2' }]);
});

test('another vendor finds nothing of it by meaning', async () => {
  const { collectionId } = await stage.withText('secret', '# Penguins\n\nThe penguin file is ours.');
  await stage.work();
  expect((await stage.ask('企鹅', [collectionId])).hits).toHaveLength(1);
  stage.world.home = rival;
  expect((await stage.ask('企鹅', [collectionId])).hits).toEqual([]);
  expect((await stage.ask('企鹅')).hits).toEqual([]);
});

test('a test of retrieval sets words alone beside words and meaning, once all is embedded and while the embedder answers', async () => {
  const { collectionId, documentId } = await stage.withText('bench', TERMS);
  const path = `/collections/${collectionId}/trial`;
  const run = async () => (await stage.call<TrialRun>('POST', `${path}/runs`)).body;
  for (const question of ['优惠有多少？', 'rebate of contracts'])
    await stage.call('POST', `${path}/questions`, { question, documentId, passage: 'Rebate' });
  await stage.kit.database.pool.query('update knowledge.embed_turns set below = 0 where collection_id = $1', [
    collectionId,
  ]);
  expect(await run()).toMatchObject({ words: null });
  await stage.kit.database.withTenant([vendor], (tx) => tx.requestJob(vendor, EMBED_QUEUE, { collectionId }));
  await stage.work();
  const compared = await run();
  expect(compared).toMatchObject({
    questions: 2,
    first: 1,
    firstFive: 1,
    words: { first: 0.5, firstFive: 0.5 },
  });
  expect(compared.words?.outcomes.map(({ rank }) => rank)).toEqual([null, 1]);
  const { body } = await stage.call<{ runs: TrialRun[] }>('GET', path);
  expect(body.runs.at(-1)).toEqual(compared);
  await stage.call('POST', `${path}/questions`, { question: 'grey colours', documentId, passage: 'grey' });
  embedder = { ...embedder, embed: () => Promise.reject(new Error('no route to the provider')) };
  expect(await run()).toMatchObject({ questions: 3, words: null });
});

test('an embedder that fails leaves the answer to words, and says so', async () => {
  const { collectionId } = await stage.withText('fails', '# Rollback\n\nThe switch back takes five minutes.');
  await stage.work();
  embedder = { ...embedder, embed: () => Promise.reject(new Error('no route to the provider')) };
  expect(await stage.ask('How long does the switch back take?', [collectionId])).toMatchObject({
    ...{ by: 'words', known: true },
    hits: [{ heading: ['Rollback'] }],
  });
});

test('a spent budget leaves the answer to words and says so, others are not touched, and passages wait for their vectors', async () => {
  const { collectionId } = await stage.withText('paid', '# Rollback\n\nThe switch back takes five minutes.');
  await stage.work();
  const free = embedder;
  spent = vendor;
  // More often than a provider may fail in a row.
  for (const asked of ['switch back', 'five minutes', 'rollback', 'back in minutes'])
    expect(await stage.ask(asked, [collectionId])).toMatchObject({
      ...{ by: 'words', meaningLeftOut: 'budget_spent', known: true },
    });
  await stage.withText('later', '# Keys\n\nChange the key.', collectionId);
  expect(await counted(collectionId)).toMatchObject({ chunks: 2, embedded: 1 });
  stage.world.home = rival;
  expect(await stage.ask('switch back')).toMatchObject({ by: 'all', meaningLeftOut: null });
  stage.world.home = vendor;
  spent = null;
  await askForMissingVectors(stage.kit, createSemantics(stage.kit, parts));
  await stage.work();
  expect(await counted(collectionId)).toMatchObject({ chunks: 2, embedded: 2 });
  expect(free.texts.filter((text) => text.includes('five minutes.'))).toHaveLength(1);
});

test('a reranker has the last word on the order; without its answer the order stays', async () => {
  const { collectionId } = await stage.withText(
    'rank',
    '# A\n\nTokens cost money.\n\n# B\n\nTokens cost patience.',
  );
  await stage.work();
  reranker = {
    id: 'r',
    rerank: async (_, texts) => texts.map((text) => (text.includes('patience') ? 1 : 0)),
  };
  const { hits } = await stage.ask('What do tokens cost, money?', [collectionId]);
  expect(hits.map(({ text, found }) => [text, found.reranked])).toEqual([
    ['Tokens cost patience.', true],
    ['Tokens cost money.', true],
  ]);
  reranker = { id: 'r', rerank: () => Promise.reject(new Error('gone')) };
  expect((await stage.ask('What do tokens cost, money?', [collectionId])).hits[0]?.found.reranked).toBe(
    false,
  );
});
