import type { KnowledgeCollection } from '@tokenholic/contracts';
import { AppError } from '@tokenholic/kit';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { loadBase } from './jobs/load-base.ts';
import { readDuePages } from './jobs/read-again-clock.ts';
import { GUIDE, openStage, rival, type Stage, vendor } from './testing/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
beforeEach(() => {
  stage.world.home = vendor;
});
afterAll(() => stage.close());

test('a hit names document and headings and marks the sentence that answers', async () => {
  const { collectionId } = await stage.withText('guide', GUIDE);
  const { hits, known } = await stage.ask('How long should we keep the old endpoint?', [collectionId]);
  expect(known).toBe(true);
  expect(hits[0]).toMatchObject({ title: 'Migration guide', heading: ['Migration guide', 'Rollback'] });
  const [mark] = hits[0]?.marks ?? [];
  expect(hits[0]?.text.slice(mark?.start, mark?.end)).toBe('Keep the old endpoint for fourteen days.');
});

test('a table is found whole', async () => {
  const { collectionId } = await stage.withText('prices', GUIDE);
  const [hit] = (await stage.ask('qwen3.7-max output price', [collectionId])).hits;
  expect(hit?.text).toBe('| Model | Input | Output |\n| qwen3.6-plus | 2 | 12 |\n| qwen3.7-max | 12 | 36 |');
});

test('what nothing speaks of is said to be unknown', async () => {
  const { collectionId } = await stage.withText('unknown', GUIDE);
  expect(await stage.ask('Which colour does the penguin prefer?', [collectionId])).toMatchObject({
    known: false,
  });
  expect(await stage.ask('企鹅喜欢什么颜色？', [collectionId])).toMatchObject({ known: false, hits: [] });
});

test('a question in Chinese finds an English passage through the glossary, and says how it was read', async () => {
  const { collectionId } = await stage.withText(
    'abroad',
    '# Savings plan\n\nThe discount of the savings plan goes down to 53% of list.\n\n# Regions\n\nSingapore excludes mainland nodes.',
  );
  const answer = await stage.ask('节省计划的折扣是多少？', [collectionId]);
  expect(answer.hits[0]?.text).toContain('53%');
  expect(answer.readAs).toContainEqual({ asked: '节省计划', read: 'savings plan' });
});

test('a slip of the pen finds the word that is meant', async () => {
  const { collectionId } = await stage.withText(
    'gandhi',
    '# People\n\nGandhi wrote about Satyagraha in South Africa.',
  );
  const answer = await stage.ask('What did Ghandi write?', [collectionId]);
  expect(answer.readAs).toContainEqual({ asked: 'ghandi', read: 'gandhi' });
  expect(answer.hits[0]?.text).toContain('Satyagraha');
});

test('only the passages that changed are indexed again', async () => {
  const url = 'https://docs.example/limits';
  const text = (minutes: string) =>
    `# Limits\n\n${'Sixty requests a second. '.repeat(3)}\n\n# Time-outs\n\nA call ends after ${minutes} minutes.\n\n# Size\n\nTen megabytes at most.`;
  stage.pages.set(url, { url, title: 'Limits', text: text('five'), publishedAt: '2026-10-01' });
  const { id: collectionId } = (await stage.call('POST', '/collections', { name: 'sync' })).body;
  const { id } = (await stage.call('POST', `/collections/${collectionId}/pages`, { url })).body;
  await stage.work();
  expect(await stage.document(id)).toMatchObject({
    status: 'ready',
    title: 'Limits',
    chunks: 3,
    changedChunks: 3,
    asOf: '2026-10-01',
  });
  stage.pages.set(url, { url, title: 'Limits', text: text('ten'), publishedAt: '2026-11-01' });
  stage.world.now = new Date('2026-11-22T09:00:00Z');
  expect(await readDuePages(stage.kit)).toBe(1);
  await stage.work();
  expect(await stage.document(id)).toMatchObject({ chunks: 3, changedChunks: 2 });
  expect((await stage.ask('When does a call end?', [collectionId])).hits[0]?.text).toBe(
    'A call ends after ten minutes.',
  );
  expect((await stage.ask('five', [collectionId])).hits).toEqual([]);
  await stage.call('POST', `/documents/${id}/read-again`);
  await stage.work();
  expect(await stage.document(id)).toMatchObject({ changedChunks: 0 });
});

test('a failed reading says why, keeps what was there, and can be tried again', async () => {
  const url = 'https://docs.example/down';
  const message = { zh: '网站没有响应', en: 'The site did not answer' };
  stage.pages.set(url, new AppError({ kind: 'unavailable', code: 'research.site_hangs', message }));
  const { id: collectionId } = (await stage.call('POST', '/collections', { name: 'failing' })).body;
  const { id } = (await stage.call('POST', `/collections/${collectionId}/pages`, { url })).body;
  await stage.work();
  expect(await stage.document(id)).toMatchObject({
    status: 'failed',
    failure: { code: 'research.site_hangs', message },
  });
  const { items } = (await stage.call<{ items: KnowledgeCollection[] }>('GET', '/collections')).body;
  expect(items.find((item) => item.id === collectionId)).toMatchObject({ documents: 1, failed: 1 });
  stage.pages.set(url, { url, title: 'Back', text: 'The endpoint is back.', publishedAt: null });
  await stage.call('POST', `/documents/${id}/read-again`);
  await stage.work();
  expect(await stage.document(id)).toMatchObject({ status: 'ready', failure: null });
});

test('a file is uploaded, read by its pages, and refused with a reason when it cannot be', async () => {
  const { id: collectionId } = (await stage.call('POST', '/collections', { name: 'files' })).body;
  const form = new FormData();
  form.append('file', new Blob(['%PDF-1.7 this is no pdf']), 'broken.pdf');
  const encoded = new Response(form);
  const response = await stage.app.inject({
    method: 'POST',
    url: `/api/knowledge/collections/${collectionId}/files`,
    headers: { 'content-type': encoded.headers.get('content-type') ?? '' },
    payload: Buffer.from(await encoded.arrayBuffer()),
  });
  expect(response.statusCode).toBe(202);
  await stage.work();
  expect(await stage.document(response.json<{ id: string }>().id)).toMatchObject({
    status: 'failed',
    failure: { code: 'documents.file_unreadable' },
  });
});

test('an entry is typed in, edited, and found under its new question only', async () => {
  const { id: collectionId } = (await stage.call('POST', '/collections', { name: 'faq' })).body;
  const entry = { question: '发票多久开出？', answer: '三个工作日内开出。' };
  const { id } = (await stage.call('POST', `/collections/${collectionId}/entries`, entry)).body;
  await stage.work();
  expect((await stage.ask('发票什么时候开出', [collectionId])).hits[0]?.text).toBe('三个工作日内开出。');
  await stage.call('PUT', `/documents/${id}/entry`, {
    question: '合同怎么续签？',
    answer: '到期前三十天提醒，线上续签。',
  });
  await stage.work();
  expect((await stage.ask('发票', [collectionId])).hits).toEqual([]);
  expect((await stage.ask('续签合同', [collectionId])).hits[0]).toMatchObject({ title: '合同怎么续签？' });
  expect(await stage.document(id)).toMatchObject({ body: '到期前三十天提醒，线上续签。' });
});

test('each question offered to start from is answered from the curated base, with its source, in both languages', async () => {
  // A vendor with nothing of its own.
  stage.world.home = rival;
  await loadBase(stage.kit);
  const { items } = (await stage.call<{ items: KnowledgeCollection[] }>('GET', '/collections')).body;
  const offered = items.flatMap(({ exampleQuestions }) => exampleQuestions);
  /** What the sentence marked first has to say, question by question. */
  const facts = [
    /1,000 (元|CNY)/,
    /密钥|key, base URL/,
    /12[^0-9]+36/,
    /100 万|1M tokens/,
    /主账号|main account/,
    /座舱|[Ii]n-car/,
  ];
  expect(offered).toHaveLength(facts.length);
  for (const [at, { zh, en }] of offered.entries())
    for (const question of [zh, en]) {
      const { known, hits } = await stage.ask(question);
      const [hit] = hits;
      const [mark] = hit?.marks ?? [];
      const answer = { question, known, answered: hit?.text.slice(mark?.start, mark?.end) };
      expect(answer).toMatchObject({ known: true, answered: expect.stringMatching(facts[at] ?? /^$/) });
      expect(hit).toMatchObject({ speaks: true, readOnly: true, origin: expect.stringMatching(/^https:/) });
    }
}, 60_000);
