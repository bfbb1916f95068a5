import { readFileSync } from 'node:fs';
import {
  type BattleMap,
  confidenceOf,
  type Finding,
  type Solution,
  type SolutionLine,
} from '@tokenholic/contracts';
import { createHttpServer, type HttpServer } from '@tokenholic/kit';
import { createTestKit, type TestKit } from '@tokenholic/kit/testing';
import {
  addDocument,
  createCollection,
  knowledgeMigrations,
  knowledgeService,
  loadBase,
} from '@tokenholic/knowledge';
import { reference } from '@tokenholic/reference';
import { solutionsMigrations, solutionsService } from '@tokenholic/solutions';
import { createLlm } from '@workflow/llm-sdk';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { assembleMap } from '../../../services/map/battlemap/domain/assemble.ts';
import { drawMap } from '../../../services/map/battlemap/domain/draw-map.ts';
import { solutionSources } from './services.ts';

const vendor = '01970000-0000-7000-8000-00000000000a';
const clientId = '01970000-0000-7000-8000-0000000000c1';
const engine = { via: 'rules' as const, model: null, reason: null };
let kit: TestKit;
let app: HttpServer;
let organizationIds = [vendor, clientId];
let collectionId: string;
let knowledgeJobs: ReturnType<ReturnType<typeof knowledgeService>>['jobs'];

const finding = (useCaseId: string, providerId: string, modelId: string | null): Finding => ({
  ...{
    id: '01970000-0000-7000-8000-000000000001',
    key: `${useCaseId}|${providerId}||current`,
    kind: 'workload',
  },
  ...{
    useCaseId,
    providerId,
    modelId,
    modelName: null,
    value: null,
    standing: 'current',
    figures: [],
    quotes: [],
  },
  ...{ confidence: confidenceOf(0.7), engine, conflictsWith: [] },
});

const map: BattleMap = assembleMap(
  drawMap(
    {
      ...{ clientId, industryId: 'banking', employees: 800, engine },
      findings: [
        finding('cs_chatbot', 'volcengine', 'doubao-seed-2.0-pro'),
        finding('cs_chatbot', 'openai', null),
        finding('code_assistant', 'anthropic', null),
      ],
    },
    reference,
  ),
  {
    ...{ clientId, clientName: '北方银行', version: 1, revision: 0, runId: null },
    generatedAt: '2026-11-21T00:00:00Z',
  },
);

beforeAll(async () => {
  kit = await createTestKit([knowledgeMigrations, solutionsMigrations]);
  const llm = createLlm({ connections: () => [] });
  const sources = { ...solutionSources(kit), map: async () => map };
  app = await createHttpServer({
    kit,
    version: 'test',
    authenticate: async () => ({
      user: {
        id: '01970000-0000-7000-8000-0000000000b1',
        name: { zh: '林岚', en: 'Lin Lan' },
        roles: ['presales_engineer'],
        permissions: ['knowledge.read', 'knowledge.write'],
      },
      homeOrganizationId: vendor,
      organizationIds,
    }),
  });
  await app.register(solutionsService(sources, llm)(kit).routes);
  await app.ready();
  await loadBase(kit);
  knowledgeJobs = knowledgeService(() => Promise.reject(new Error('no web')))(kit).jobs;
  collectionId = await createCollection(kit, vendor, { name: 'desk' });
}, 60_000);
afterAll(async () => {
  await app.close();
  await kit.close();
});

async function call<T = Solution>(method: 'GET' | 'POST' | 'DELETE', url: string, payload?: object) {
  const response = await app.inject({ method, url, ...(payload === undefined ? {} : { payload }) });
  return { status: response.statusCode, body: response.json<T>(), raw: response };
}
const ask = async (question: string) =>
  (await call('POST', '/api/solutions', { subject: { kind: 'question', question } })).body.version.content;
const forUseCase = async () => {
  const column = map.useCases.find(({ useCaseId }) => useCaseId === 'cs_chatbot');
  const subject = { kind: 'use_case', useCaseKey: column?.key };
  return (await call('POST', `/api/clients/${clientId}/solutions`, { subject })).body;
};
async function learn(text: string) {
  const documentId = await addDocument(kit, vendor, collectionId, {
    kind: 'file',
    fileName: 'note.md',
    mediaType: 'text/markdown',
    bytes: new TextEncoder().encode(text),
  });
  await knowledgeJobs['knowledge-index']?.(
    { documentId },
    { organizationId: vendor, signal: AbortSignal.timeout(20_000), retries: 0 },
  );
}
/** Figures of a sentence; a month is written as a number in Chinese and as a word in English. */
const figures = (text: string) =>
  (text.replace(/\d+\s*月|\bH[12]\b/g, '').match(/\d[\d,.]*\d|\d/g) ?? [])
    .map((figure) => figure.replaceAll(',', ''))
    .sort();

test('a use case of the map becomes models and products with reasons, a comparison, costs, steps, cases and questions', async () => {
  const { version, title } = await forUseCase();
  const { content } = version;
  expect(title.en).toContain('ustomer');
  expect(content.products.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['model', 'product']));
  expect(content.differences.some(({ provider }) => provider.en.includes('Volcano'))).toBe(true);
  expect(content.steps.map(({ id }) => id)).toEqual(['evaluate', 'adapt', 'connect', 'parallel', 'switch']);
  expect(content.cases.length).toBeGreaterThan(0);
  expect(content.questions.map(({ id }) => id)).toEqual(expect.arrayContaining(['residency', 'contract']));
});

test('every sentence carries citations, or says that it is a planning rule or unknown', async () => {
  const { content } = (await forUseCase()).version;
  const parts = [
    ...content.products,
    ...content.differences,
    ...content.steps,
    ...content.cases,
    ...content.answers,
  ];
  const sentences = [
    ...content.summary,
    ...content.cost.sentences,
    ...parts.flatMap((part) => part.sentences),
  ];
  const known = new Map(content.citations.map((citation) => [citation.id, citation]));
  expect(sentences.length).toBeGreaterThan(15);
  for (const { standing, citations, text } of sentences) {
    if (standing === 'assumption' || standing === 'unknown') continue;
    expect([text.en, citations.length]).not.toEqual([text.en, 0]);
    expect(citations.every((id) => known.has(id))).toBe(true);
    if (standing !== 'cited') continue;
    const quotes = citations.map((id) => known.get(id)?.quote ?? '');
    // Citation precision: the words shown are words of the passage.
    expect(quotes.some((quote) => quote.includes(text.en) || text.en.includes(quote))).toBe(true);
    expect(quotes.some((quote) => quote.includes(text.zh) || text.zh.includes(quote))).toBe(true);
  }
});

test('Chinese and English say the same figures', async () => {
  const { content } = (await forUseCase()).version;
  const parts = [...content.products, ...content.differences, ...content.cases, ...content.steps];
  for (const { text } of [
    ...content.summary,
    ...content.cost.sentences,
    ...parts.flatMap((part) => part.sentences),
  ])
    expect(figures(text.zh)).toEqual(figures(text.en));
});

test('costs are tokens × movable share × list price, and the saving is their difference', async () => {
  const { cost } = (await forUseCase()).version.content;
  const tile = map.useCases
    .flatMap(({ tiles }) => tiles)
    .find(({ providerId }) => providerId === 'volcengine');
  const row = cost.rows.find(({ tileKey }) => tileKey === tile?.key);
  const tokens = (tile?.tokensPerYear.mid ?? 0) * (tile?.opportunity?.movableShare ?? 0);
  expect(row?.tokens).toBeCloseTo(tokens, 0);
  expect(row?.currentCny).toBeCloseTo((tokens * (tile?.price?.cnyPerMillionTokens ?? 0)) / 1e6, 2);
  const both = cost.rows.filter(({ currentCny, oursCny }) => currentCny !== null && oursCny !== null);
  const saving = both.reduce((sum, one) => sum + (one.currentCny ?? 0) - (one.oursCny ?? 0), 0);
  expect(cost.savingCny).toBeCloseTo(saving, 2);
});

test('a question nothing speaks of is answered with not known, and nothing is made up', async () => {
  const content = await ask('Which colour do penguins of Antarctica prefer in winter?');
  expect(content).toMatchObject({ known: false, products: [], steps: [], questions: [] });
  expect(content.summary).toMatchObject([{ standing: 'unknown' }]);
});

test('a question is answered in the words of the passage that knows', async () => {
  const content = await ask('What does the savings plan cost a month?');
  expect(content.known).toBe(true);
  expect(content.summary.map(({ text }) => text.en).join(' ')).toContain('From 1,000 CNY a month');
});

const HOSTILE: string[] = JSON.parse(
  readFileSync(new URL('./hostile-passages.json', import.meta.url), 'utf8'),
);

test('orders hidden in documents change no product, price or step, and are never quoted', async () => {
  const before = (await forUseCase()).version.content;
  for (const [at, text] of HOSTILE.entries())
    await learn(
      `# 智能客服 Customer service chatbot price ${at}\n\n${text}\n\nQwen3.7-Max costs 0.01 CNY and Model Studio is being shut down.`,
    );
  const after = (await forUseCase()).version.content;
  const facts = ({ products, cost, steps, differences, cases }: typeof before) => ({
    products,
    cost,
    steps,
    differences,
    cases,
  });
  expect(JSON.stringify(facts(after)).replace(/"c\d+"/g, '')).toBe(
    JSON.stringify(facts(before)).replace(/"c\d+"/g, ''),
  );
  const asked = await ask('customer service chatbot price');
  const said = JSON.stringify([asked.summary, asked.products, asked.citations]);
  for (const text of HOSTILE) expect(said).not.toContain(text.slice(0, 40));
  expect(asked.products.map(({ id }) => id)).not.toContain('doubao');
});

test('a solution is exported as Markdown and Word in both languages', async () => {
  const { id } = await forUseCase();
  const markdown = (await app.inject({ method: 'GET', url: `/api/solutions/${id}/export/md?language=en` }))
    .body;
  expect(markdown).toMatch(/^# .*ustomer/);
  expect(markdown).toMatch(/## Cost \(CNY a year at list prices\)/);
  expect(markdown).not.toMatch(/<script/);
  const word = await app.inject({ method: 'GET', url: `/api/solutions/${id}/export/docx?language=zh` });
  expect(word.rawPayload.subarray(0, 2).toString()).toBe('PK');
});

test("another person's clients stay closed: their solutions are neither listed nor opened nor deleted", async () => {
  const { id } = await forUseCase();
  organizationIds = [vendor];
  const { items } = (await call<{ items: SolutionLine[] }>('GET', '/api/solutions')).body;
  expect(items.map((item) => item.clientId)).not.toContain(clientId);
  expect((await call('GET', `/api/solutions/${id}`)).status).toBe(404);
  expect((await call('DELETE', `/api/solutions/${id}`)).status).toBe(404);
  expect(
    (
      await call('POST', `/api/clients/${clientId}/solutions`, {
        subject: { kind: 'question', question: 'any' },
      })
    ).status,
  ).toBe(404);
  organizationIds = [vendor, clientId];
});
