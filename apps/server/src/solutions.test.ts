import { readFileSync } from 'node:fs';
import type { SolutionLine } from '@tokenholic/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { figuresOf } from '../../../services/win/solutions/domain/verify/figures.ts';
import {
  clientId,
  type Made,
  map,
  openSolutionsStage,
  type SolutionsStage,
  vendor,
} from './testing/solutions-stage.ts';

let stage: SolutionsStage;
/** One solution of a use case that many tests read. */
let solution: Made;
beforeAll(async () => {
  stage = await openSolutionsStage();
  solution = await stage.forUseCase();
}, 60_000);
afterAll(() => stage.close());

/** Figures of a sentence with their scale; a month is written as a number in Chinese and as a word in English. */
const figures = (text: string) =>
  figuresOf(text.replace(/\d+\s*月|\bH[12]\b/g, ''))
    .map(({ value }) => value)
    .sort((first, second) => first - second);

test('a use case of the map becomes models and products with reasons, a comparison, costs, steps, cases and questions', async () => {
  const { version, title } = solution;
  const { content } = version;
  expect(title.en).toContain('ustomer');
  expect(content.products.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['model', 'product']));
  expect(content.differences.some(({ provider }) => provider.en.includes('Volcano'))).toBe(true);
  expect(content.steps.map(({ id }) => id)).toEqual(['evaluate', 'adapt', 'connect', 'parallel', 'switch']);
  expect(content.cases.length).toBeGreaterThan(0);
  expect(content.questions.map(({ id }) => id)).toEqual(expect.arrayContaining(['residency', 'contract']));
});

test('every sentence carries citations, or says that it is a planning rule or unknown', async () => {
  const { content } = solution.version;
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
  const { content } = solution.version;
  const parts = [...content.products, ...content.differences, ...content.cases, ...content.steps];
  for (const { text } of [
    ...content.summary,
    ...content.cost.sentences,
    ...parts.flatMap((part) => part.sentences),
  ])
    expect(figures(text.zh)).toEqual(figures(text.en));
});

test('costs are tokens × movable share × list price, and the saving is their difference', async () => {
  const { cost } = solution.version.content;
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
  const content = await stage.ask('Which colour do penguins of Antarctica prefer in winter?');
  expect(content).toMatchObject({ known: false, products: [], steps: [], questions: [] });
  expect(content.summary).toMatchObject([{ standing: 'unknown' }]);
});

test('a question is answered in the words of the passage that knows', async () => {
  const content = await stage.ask('What does the savings plan cost a month?');
  expect(content.known).toBe(true);
  expect(content.summary.map(({ text }) => text.en).join(' ')).toContain('From 1,000 CNY a month');
});

const HOSTILE: string[] = JSON.parse(
  readFileSync(new URL('./hostile-passages.json', import.meta.url), 'utf8'),
);

test('orders hidden in documents change no product, price or step, and are never quoted', async () => {
  const before = solution.version.content;
  for (const [at, text] of HOSTILE.entries())
    await stage.learn(
      `# 智能客服 Customer service chatbot price ${at}\n\n${text}\n\nQwen3.7-Max costs 0.01 CNY and Model Studio is being shut down.`,
    );
  const after = solution.version.content;
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
  const asked = await stage.ask('customer service chatbot price');
  const said = JSON.stringify([asked.summary, asked.products, asked.citations]);
  for (const text of HOSTILE) expect(said).not.toContain(text.slice(0, 40));
  expect(asked.products.map(({ id }) => id)).not.toContain('doubao');
});

test('a solution is exported in five formats, pictures and all', async () => {
  const { id } = solution;
  const file = async (format: string, language: string) =>
    stage.app.inject({ method: 'GET', url: `/api/solutions/${id}/export/${format}?language=${language}` });
  const markdown = (await file('md', 'en')).body;
  expect(markdown).toMatch(/^# .*ustomer/);
  expect(markdown).toMatch(/## Cost \(CNY a year at list prices\)/);
  expect(markdown).toContain('Channels: Web and app');
  expect(markdown).not.toMatch(/<script/);
  const word = (await file('docx', 'zh')).rawPayload;
  expect(word.subarray(0, 2).toString()).toBe('PK');
  // The architecture and the costs stand in it as pictures.
  expect(word.toString('latin1').match(/word\/media\/[0-9a-f]+\.png/g)?.length).toBeGreaterThanOrEqual(2);
  const pdf = (await file('pdf', 'zh')).rawPayload;
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  const deck = (await file('pptx', 'en')).rawPayload.toString('latin1');
  expect(deck.match(/ppt\/slides\/slide\d+\.xml/g)?.length).toBeGreaterThan(8);
  const drawing = await file('svg', 'zh');
  expect(drawing.headers['content-type']).toContain('image/svg+xml');
  expect(drawing.body).toContain('客户系统');
});

test('an opportunity tile of the map is replaced alone', async () => {
  const tile = map.useCases.flatMap(({ tiles }) => tiles).find(({ providerId }) => providerId === 'openai');
  const subject = { kind: 'tile', tileKey: tile?.key };
  const { version, title } = await stage.made(`/api/clients/${clientId}/solutions`, { subject });
  expect(title.en).toContain(' · ');
  expect(version.content.cost.rows.map(({ tileKey }) => tileKey)).toEqual([tile?.key]);
  const today = version.content.diagram.nodes.filter(({ standing }) => standing === 'today');
  expect(today.map(({ detail }) => detail?.en)).toEqual(['OpenAI · kept while in parallel']);
});

test('what the built-in base says of a product is read in Chinese and in English, each cited in its own words', async () => {
  const asked = await stage.ask('节省计划每月多少钱起？');
  const answer = asked.summary.find(({ text }) => text.zh.includes('1,000'));
  expect(answer?.text.zh).toBe('每月 1,000 元起，期限 3/6/12/24 个月。');
  expect(answer?.text.en).toBe('From 1,000 CNY a month, terms 3/6/12/24 months.');
  const quotes = asked.citations
    .filter(({ id }) => answer?.citations.includes(id))
    .map(({ quote, origin }) => [quote, origin?.startsWith('https://')]);
  expect(quotes).toEqual([
    [answer?.text.zh, true],
    [answer?.text.en, true],
  ]);
  const { products, cases } = solution.version.content;
  const { summary } = solution.version.content;
  expect(summary.filter(({ text }) => !/\p{Script=Han}/u.test(text.zh))).toEqual([]);
  const sentences = [...products, ...cases].flatMap((part) => part.sentences);
  expect(sentences.filter(({ text }) => !/\p{Script=Han}/u.test(text.zh)).map(({ text }) => text.zh)).toEqual(
    [],
  );
  expect(sentences.filter(({ text }) => /\p{Script=Han}/u.test(text.en)).map(({ text }) => text.en)).toEqual(
    [],
  );
});

test('a Chinese question is answered from an English passage and an English one from a Chinese passage', async () => {
  await stage.learn('# 内部实测\n\n函数计算与 AI 安全护栏一起用时，冷启动为 73 毫秒。');
  await stage.learn('# Field notes\n\nAgentBay behind the AI Gateway takes 41 milliseconds to wake up.');
  const chinese = await stage.ask('无影 AgentBay 接在 AI 网关后面要多久唤醒？');
  expect(chinese.summary.map(({ text }) => text.zh).join()).toContain('41 milliseconds');
  const english = await stage.ask('Function Compute together with AI Guardrails?');
  expect(english.summary.map(({ text }) => text.en).join()).toContain('73 毫秒');
});

test('the cost has a range on both sides, and the ranges hold the amounts', async () => {
  const { cost } = solution.version.content;
  for (const range of [cost.currentRange, cost.oursRange, cost.savingRange]) {
    expect(range).not.toBeNull();
    if (range !== null) expect(range.low <= range.mid && range.mid <= range.high).toBe(true);
  }
  expect(cost.currentRange?.mid).toBeCloseTo(cost.currentCny ?? 0, 4);
  expect(cost.savingRange?.mid).toBeCloseTo(cost.savingCny ?? 0, 4);
});

test("another person's clients stay closed: their solutions are neither listed nor opened nor deleted", async () => {
  const { id } = solution;
  stage.world.organizationIds = [vendor];
  const { items } = (await stage.call<{ items: SolutionLine[] }>('GET', '/api/solutions')).body;
  expect(items.map((item) => item.clientId)).not.toContain(clientId);
  expect((await stage.call('GET', `/api/solutions/${id}`)).status).toBe(404);
  expect((await stage.call('DELETE', `/api/solutions/${id}`)).status).toBe(404);
  expect(
    (
      await stage.call('POST', `/api/clients/${clientId}/solutions`, {
        subject: { kind: 'question', question: 'any' },
      })
    ).status,
  ).toBe(404);
  stage.world.organizationIds = [vendor, clientId];
});
