import type {
  KnowledgeAnswer,
  KnowledgeCollection,
  KnowledgeDocument,
  KnowledgeDocumentDetail,
  TrialRun,
} from '@tokenholic/contracts';
import { AppError, createHttpServer, type HttpServer } from '@tokenholic/kit';
import { createTestKit, type TestKit } from '@tokenholic/kit/testing';
import { reference } from '@tokenholic/reference';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { curatedDocuments } from './domain/curated/from-reference.ts';
import { readDuePages } from './jobs/read-again-clock.ts';
import {
  addDocument,
  createCollection,
  knowledgeMigrations,
  knowledgeService,
  loadBase,
  type ReadPage,
} from './service.ts';

const vendor = '01970000-0000-7000-8000-00000000000a';
const rival = '01970000-0000-7000-8000-00000000000b';
let kit: TestKit;
let app: HttpServer;
let home = vendor;
let now = new Date('2026-11-21T08:00:00Z');
const pages = new Map<string, ReadPage | AppError>();
let jobs: Readonly<
  Record<
    string,
    (
      data: Record<string, unknown>,
      context: { organizationId: string; signal: AbortSignal; retries: number },
    ) => Promise<void>
  >
>;

beforeAll(async () => {
  const base = await createTestKit([knowledgeMigrations]);
  kit = { ...base, now: () => now };
  const service = knowledgeService(async (url) => {
    const page = pages.get(url);
    if (page === undefined || page instanceof AppError) throw page ?? new Error(`no page ${url}`);
    return page;
  })(kit);
  jobs = service.jobs;
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
      homeOrganizationId: home,
      organizationIds: [home],
    }),
  });
  const { default: multipart } = await import('@fastify/multipart');
  await app.register(multipart);
  await app.register(service.routes);
  await app.ready();
});
beforeEach(() => {
  home = vendor;
});
afterAll(async () => {
  await app.close();
  await kit.close();
});

async function call<T = { id: string }>(
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: string,
  payload?: object,
) {
  const response = await app.inject({
    method,
    url: `/api/knowledge${path}`,
    ...(payload === undefined ? {} : { payload }),
  });
  return { status: response.statusCode, body: response.json<T>() };
}

/** Runs the jobs that commits asked for, as the queue does; a job that throws is what the queue would try again. */
async function work() {
  const { rows } = await kit.database.withSystem(({ client }) =>
    client.query<{ id: string; queue: string; organization_id: string; data: Record<string, unknown> }>(
      'select id, queue, organization_id, data from kit.job_requests order by requested_at',
    ),
  );
  await kit.database.withSystem(({ client }) => client.query('delete from kit.job_requests'));
  for (const { queue, organization_id, data } of rows)
    await jobs[queue]?.(data, {
      organizationId: organization_id,
      signal: AbortSignal.timeout(30_000),
      retries: 0,
    }).catch(() => undefined);
}

async function withText(name: string, text: string, collectionId?: string) {
  const id = collectionId ?? (await call('POST', '/collections', { name })).body.id;
  const documentId = await addDocument(kit, home, id, {
    kind: 'file',
    fileName: `${name}.md`,
    mediaType: 'text/markdown',
    bytes: new TextEncoder().encode(text),
  });
  await work();
  return { collectionId: id, documentId };
}
const ask = async (question: string, collectionIds: string[] = []) =>
  (await call<KnowledgeAnswer>('POST', '/search', { question, collectionIds })).body;
const document = async (id: string) => (await call<KnowledgeDocumentDetail>('GET', `/documents/${id}`)).body;

const GUIDE = `# Migration guide\n\n## Keys\n\nChange the key, the base URL and the model name. Nothing else changes in the code.\n\n## Rollback\n\nKeep the old endpoint for fourteen days. The switch back takes five minutes.\n\n## Prices\n\n| Model | Input | Output |\n|---|---|---|\n| qwen3.6-plus | 2 | 12 |\n| qwen3.7-max | 12 | 36 |\n`;

test('a hit names document and headings and marks the sentence that answers', async () => {
  const { collectionId } = await withText('guide', GUIDE);
  const { hits, known } = await ask('How long should we keep the old endpoint?', [collectionId]);
  expect(known).toBe(true);
  expect(hits[0]).toMatchObject({ title: 'Migration guide', heading: ['Migration guide', 'Rollback'] });
  const [mark] = hits[0]?.marks ?? [];
  expect(hits[0]?.text.slice(mark?.start, mark?.end)).toBe('Keep the old endpoint for fourteen days.');
});

test('a table is found whole', async () => {
  const { collectionId } = await withText('prices', GUIDE);
  const [hit] = (await ask('qwen3.7-max output price', [collectionId])).hits;
  expect(hit?.text).toBe('| Model | Input | Output |\n| qwen3.6-plus | 2 | 12 |\n| qwen3.7-max | 12 | 36 |');
});

test('what nothing speaks of is said to be unknown', async () => {
  const { collectionId } = await withText('unknown', GUIDE);
  expect(await ask('Which colour does the penguin prefer?', [collectionId])).toMatchObject({ known: false });
  expect(await ask('企鹅喜欢什么颜色？', [collectionId])).toMatchObject({ known: false, hits: [] });
});

test('a question in Chinese finds an English passage through the glossary, and says how it was read', async () => {
  const { collectionId } = await withText(
    'abroad',
    '# Savings plan\n\nThe discount of the savings plan goes down to 53% of list.\n\n# Regions\n\nSingapore excludes mainland nodes.',
  );
  const answer = await ask('节省计划的折扣是多少？', [collectionId]);
  expect(answer.hits[0]?.text).toContain('53%');
  expect(answer.readAs).toContainEqual({ asked: '节省计划', read: 'savings plan' });
});

test('a slip of the pen finds the word that is meant', async () => {
  const { collectionId } = await withText(
    'gandhi',
    '# People\n\nGandhi wrote about Satyagraha in South Africa.',
  );
  const answer = await ask('What did Ghandi write?', [collectionId]);
  expect(answer.readAs).toContainEqual({ asked: 'ghandi', read: 'gandhi' });
  expect(answer.hits[0]?.text).toContain('Satyagraha');
});

test('only the passages that changed are indexed again', async () => {
  const url = 'https://docs.example/limits';
  const text = (minutes: string) =>
    `# Limits\n\n${'Sixty requests a second. '.repeat(3)}\n\n# Time-outs\n\nA call ends after ${minutes} minutes.\n\n# Size\n\nTen megabytes at most.`;
  pages.set(url, { url, title: 'Limits', text: text('five'), publishedAt: '2026-10-01' });
  const { id: collectionId } = (await call('POST', '/collections', { name: 'sync' })).body;
  const { id } = (await call('POST', `/collections/${collectionId}/pages`, { url })).body;
  await work();
  expect(await document(id)).toMatchObject({
    status: 'ready',
    title: 'Limits',
    chunks: 3,
    changedChunks: 3,
    asOf: '2026-10-01',
  });
  pages.set(url, { url, title: 'Limits', text: text('ten'), publishedAt: '2026-11-01' });
  now = new Date('2026-11-22T09:00:00Z');
  expect(await readDuePages(kit)).toBe(1);
  await work();
  expect(await document(id)).toMatchObject({ chunks: 3, changedChunks: 2 });
  expect((await ask('When does a call end?', [collectionId])).hits[0]?.text).toBe(
    'A call ends after ten minutes.',
  );
  expect((await ask('five', [collectionId])).hits).toEqual([]);
  await call('POST', `/documents/${id}/read-again`);
  await work();
  expect(await document(id)).toMatchObject({ changedChunks: 0 });
});

test('a failed reading says why, keeps what was there, and can be tried again', async () => {
  const url = 'https://docs.example/down';
  const message = { zh: '网站没有响应', en: 'The site did not answer' };
  pages.set(url, new AppError({ kind: 'unavailable', code: 'research.site_hangs', message }));
  const { id: collectionId } = (await call('POST', '/collections', { name: 'failing' })).body;
  const { id } = (await call('POST', `/collections/${collectionId}/pages`, { url })).body;
  await work();
  expect(await document(id)).toMatchObject({
    status: 'failed',
    failure: { code: 'research.site_hangs', message },
  });
  const { items } = (await call<{ items: KnowledgeCollection[] }>('GET', '/collections')).body;
  expect(items.find((item) => item.id === collectionId)).toMatchObject({ documents: 1, failed: 1 });
  pages.set(url, { url, title: 'Back', text: 'The endpoint is back.', publishedAt: null });
  await call('POST', `/documents/${id}/read-again`);
  await work();
  expect(await document(id)).toMatchObject({ status: 'ready', failure: null });
});

test('a file is uploaded, read by its pages, and refused with a reason when it cannot be', async () => {
  const { id: collectionId } = (await call('POST', '/collections', { name: 'files' })).body;
  const form = new FormData();
  form.append('file', new Blob(['%PDF-1.7 this is no pdf']), 'broken.pdf');
  const encoded = new Response(form);
  const response = await app.inject({
    method: 'POST',
    url: `/api/knowledge/collections/${collectionId}/files`,
    headers: { 'content-type': encoded.headers.get('content-type') ?? '' },
    payload: Buffer.from(await encoded.arrayBuffer()),
  });
  expect(response.statusCode).toBe(202);
  await work();
  expect(await document(response.json<{ id: string }>().id)).toMatchObject({
    status: 'failed',
    failure: { code: 'documents.file_unreadable' },
  });
});

test('an entry is typed in, edited, and found under its new question only', async () => {
  const { id: collectionId } = (await call('POST', '/collections', { name: 'faq' })).body;
  const entry = { question: '发票多久开出？', answer: '三个工作日内开出。' };
  const { id } = (await call('POST', `/collections/${collectionId}/entries`, entry)).body;
  await work();
  expect((await ask('发票什么时候开出', [collectionId])).hits[0]?.text).toBe('三个工作日内开出。');
  await call('PUT', `/documents/${id}/entry`, {
    question: '合同怎么续签？',
    answer: '到期前三十天提醒，线上续签。',
  });
  await work();
  expect((await ask('发票', [collectionId])).hits).toEqual([]);
  expect((await ask('续签合同', [collectionId])).hits[0]).toMatchObject({ title: '合同怎么续签？' });
  expect(await document(id)).toMatchObject({ body: '到期前三十天提醒，线上续签。' });
});

test('deleting leaves no trace in passages, index and files', async () => {
  const { collectionId, documentId } = await withText('secret', 'The zanzibarium formula is secret.');
  const other = await withText('secret', 'The formula of water is public.', collectionId);
  expect((await call('DELETE', `/documents/${documentId}`)).status).toBe(200);
  const { rows } = await kit.database.pool.query(
    "select term from knowledge.postings where collection_id = $1 and term like 'zanz%'",
    [collectionId],
  );
  expect(rows).toEqual([]);
  expect(await kit.blobs.get(vendor, `knowledge/${documentId}`)).toBeNull();
  expect((await ask('formula', [collectionId])).hits.map((hit) => hit.documentId)).toEqual([
    other.documentId,
  ]);
  await call('DELETE', `/collections/${collectionId}`);
  const left = await kit.database.pool.query('select 1 from knowledge.postings where collection_id = $1', [
    collectionId,
  ]);
  expect(left.rows).toEqual([]);
});

test('another vendor finds, opens and changes nothing of it', async () => {
  const { collectionId, documentId } = await withText('canary', 'CANARY-7731 is our internal discount.');
  home = rival;
  expect((await ask('CANARY-7731 internal discount')).hits).toEqual([]);
  expect((await call('GET', `/documents/${documentId}`)).status).toBe(404);
  expect((await call('GET', `/collections/${collectionId}/documents`)).status).toBe(404);
  expect((await call('DELETE', `/documents/${documentId}`)).status).toBe(404);
  expect(
    (await call('POST', `/collections/${collectionId}/entries`, { question: 'a', answer: 'b' })).status,
  ).toBe(404);
});

test('the curated base answers everybody in both languages and is changed by nobody', async () => {
  const documents = curatedDocuments(reference).filter(({ key }) =>
    /product\/(bailian|savings)|models\/Qwen|comparison/.test(key),
  );
  await loadBase(kit, documents);
  home = rival;
  expect((await ask('What does the savings plan cost a month?')).hits[0]).toMatchObject({ readOnly: true });
  expect((await ask('节省计划每月多少钱')).hits[0]?.text).toContain('1,000 CNY');
  const { items } = (await call<{ items: KnowledgeCollection[] }>('GET', '/collections')).body;
  const base = items.find(({ readOnly }) => readOnly);
  expect(base?.documents).toBe(documents.length);
  const entry = { question: 'a', answer: 'b' };
  expect((await call('POST', `/collections/${base?.id}/entries`, entry)).status).toBe(404);
  const before = await ask('savings plan');
  await loadBase(kit, documents.slice(0, 3));
  await loadBase(kit, documents);
  expect((await ask('savings plan')).hits.map(({ title }) => title)).toEqual(
    before.hits.map(({ title }) => title),
  );
});

test('a test of retrieval counts at which place the expected passage came, over time', async () => {
  const { collectionId, documentId } = await withText('bench', GUIDE);
  expect((await call('POST', `/collections/${collectionId}/trial/runs`)).status).toBe(409);
  const path = `/collections/${collectionId}/trial`;
  await call('POST', `${path}/questions`, {
    question: 'How long to keep the old endpoint?',
    documentId,
    passage: 'fourteen days',
  });
  await call('POST', `${path}/questions`, { question: 'Which penguin?', documentId, passage: 'penguins' });
  const { body: run } = await call<TrialRun>('POST', `${path}/runs`);
  expect(run).toMatchObject({ questions: 2, first: 0.5, firstFive: 0.5 });
  const { body } = await call<{ runs: TrialRun[]; questions: { documentTitle: string }[] }>('GET', path);
  expect([body.runs.length, body.questions[0]?.documentTitle]).toEqual([1, 'Migration guide']);
});

test('documents are listed fifty at a time, newest first', async () => {
  const collectionId = await createCollection(kit, vendor, { name: 'many' });
  for (let index = 0; index < 52; index += 1)
    await addDocument(kit, vendor, collectionId, {
      kind: 'faq',
      entry: { question: `q${index}`, answer: 'a' },
    });
  type Page = { items: KnowledgeDocument[]; nextCursor: string | null };
  const { body: first } = await call<Page>('GET', `/collections/${collectionId}/documents`);
  const { body: second } = await call<Page>(
    'GET',
    `/collections/${collectionId}/documents?cursor=${first.nextCursor}`,
  );
  expect([first.items.length, second.items.map(({ title }) => title), second.nextCursor]).toEqual([
    50,
    ['q1', 'q0'],
    null,
  ]);
});
