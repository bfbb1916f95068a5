import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Counted, createMemoryBudget } from './budget.ts';
import { createProviderEmbedder, EmbeddingBudgetSpent, embeddingFromEnvironment } from './embedder.ts';
import { createReranker, rerankingFromEnvironment } from './reranker.ts';

interface Asked {
  path: string;
  authorization: string | undefined;
  body: { input?: string[]; model: string; dimensions?: number; documents?: string[] };
}

const asked: Asked[] = [];
let failing = false;
let length = 4;
let usage: object | null = { prompt_tokens: 7 };
const server = createServer(async (request, response) => {
  let text = '';
  for await (const part of request) text += part;
  const body: Asked['body'] = JSON.parse(text);
  asked.push({ path: request.url ?? '', authorization: request.headers.authorization, body });
  response.writeHead(failing ? 500 : 200, { 'content-type': 'application/json' });
  const data = body.input?.map((one, index) => ({
    ...{ index, object: 'embedding' },
    embedding: Array.from({ length }, (_, at) => (at === 0 ? one.length : 0)),
  }));
  const results = body.documents?.map((one, index) => ({ index, relevance_score: one.length })).reverse();
  response.end(
    JSON.stringify({
      data,
      results,
      object: 'list',
      model: body.model,
      ...(usage === null ? {} : { usage }),
    }),
  );
});
let url = '';
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
});
beforeEach(() => {
  asked.length = 0;
  failing = false;
  length = 4;
  usage = { prompt_tokens: 7 };
  charged.length = 0;
  budget = createMemoryBudget(1_000);
});
afterAll(() => server.close());

const yunxiu = '01970000-0000-7000-8000-0000000000a1';
const harbourline = '01970000-0000-7000-8000-0000000000b2';
const charged: { tokens: number; counted: Counted }[] = [];
let budget = createMemoryBudget(1_000);
const embedder = (kind: 'openai' | 'bailian' | 'openai_compatible', payer = yunxiu) =>
  createProviderEmbedder(
    { kind, model: 'text-embedding-v4', apiKey: 'sk-1', baseUrl: url, dimensions: 4 },
    { budget, onUsage: (used) => charged.push(used) },
  )(payer);

test.each([
  'openai',
  'bailian',
  'openai_compatible',
] as const)('texts become unit vectors in their order, ten with a call (%s)', async (kind) => {
  const texts = Array.from({ length: 23 }, (_, at) => 'x'.repeat(at + 1));
  const vectors = await embedder(kind).embed(texts, 'passage');
  expect([vectors.length, vectors[0]?.[0], vectors[22]?.length]).toEqual([23, 1, 4]);
  expect(asked.map(({ body }) => body.input?.length)).toEqual([10, 10, 3]);
  expect(asked[0]).toMatchObject({
    path: '/v1/embeddings',
    authorization: 'Bearer sk-1',
    body: { model: 'text-embedding-v4', dimensions: 4 },
  });
});

test.each([
  'openai',
  'bailian',
] as const)('embedding is paid from the budget as the provider counts it, and as estimated where it does not (%s)', async (kind) => {
  const texts = Array.from({ length: 11 }, () => 'The savings plan costs less.');
  await embedder(kind).embed(texts, 'passage');
  expect(charged).toEqual([
    { tokens: 7, counted: 'reported' },
    { tokens: 7, counted: 'reported' },
  ]);
  expect(budget.spentShare(yunxiu)).toBe(0.014);
  expect(budget.spentShare(harbourline)).toBe(0);
  usage = null;
  await embedder(kind).embed(['The savings plan costs less.'], 'query');
  expect(charged[2]).toMatchObject({ counted: 'estimated' });
  expect(charged[2]?.tokens).toBeGreaterThan(3);
});

test('a spent budget sends nothing, and only to the one who spent it', async () => {
  budget.charge(yunxiu, 1_000, 'reported');
  await expect(embedder('bailian').embed(['a'], 'query')).rejects.toThrow(EmbeddingBudgetSpent);
  expect(asked).toEqual([]);
  expect(await embedder('bailian', harbourline).embed(['a'], 'query')).toHaveLength(1);
});

test('a provider that fails, or gives vectors of another length, is an error and no vector', async () => {
  length = 3;
  await expect(embedder('bailian').embed(['a'], 'query')).rejects.toThrow(/3 numbers instead of 4/);
  failing = true;
  await expect(embedder('bailian').embed(['a'], 'query')).rejects.toThrow();
});

test('only a model that is named embeds, not any key that is there', () => {
  expect(embeddingFromEnvironment({ DASHSCOPE_API_KEY: 'k' })).toBeNull();
  expect(
    embeddingFromEnvironment({ DASHSCOPE_API_KEY: 'k', BAILIAN_EMBEDDING_MODEL: 'text-embedding-v4' }),
  ).toEqual({ kind: 'bailian', model: 'text-embedding-v4', apiKey: 'k', baseUrl: null, dimensions: 1_024 });
  expect(
    embeddingFromEnvironment({
      ...{ TOKENHOLIC_LLM_API_KEY: 'k', TOKENHOLIC_EMBEDDING_MODEL: 'bge-m3' },
      ...{ TOKENHOLIC_LLM_BASE_URL: url, TOKENHOLIC_EMBEDDING_DIMENSIONS: '512' },
    }),
  ).toMatchObject({ kind: 'openai_compatible', dimensions: 512, baseUrl: url });
});

test('a reranker gives each text its score, whatever order it answers in', async () => {
  expect(rerankingFromEnvironment({ TOKENHOLIC_RERANK_URL: url })).toBeNull();
  const connection = rerankingFromEnvironment({ TOKENHOLIC_RERANK_URL: url, TOKENHOLIC_RERANK_MODEL: 'r' });
  const reranker = createReranker(connection ?? { model: '', apiKey: null, baseUrl: '' });
  expect(await reranker.rerank('question', ['aaa', 'a', 'aa'])).toEqual([3, 1, 2]);
  expect(asked[0]).toMatchObject({ path: '/v1/rerank', body: { documents: ['aaa', 'a', 'aa'] } });
  failing = true;
  await expect(reranker.rerank('question', ['a'])).rejects.toThrow(/500/);
});
