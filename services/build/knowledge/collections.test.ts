import type { KnowledgeCollection, KnowledgeDocument, TrialRun } from '@tokenholic/contracts';
import { createPostgresTestKit } from '@tokenholic/kit/testing';
import { reference } from '@tokenholic/reference';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { readTerms } from './adapters/lexical-index.ts';
import { curatedDocuments } from './domain/curated/from-reference.ts';
import { addDocument, createCollection, knowledgeMigrations, loadBase } from './service.ts';
import { GUIDE, openStage, rival, type Stage, vendor } from './testing/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
beforeEach(() => {
  stage.world.home = vendor;
});
afterAll(() => stage.close());

test('deleting leaves no trace in passages, index and files', async () => {
  const { collectionId, documentId } = await stage.withText('secret', 'The zanzibarium formula is secret.');
  const other = await stage.withText('secret', 'The formula of water is public.', collectionId);
  expect((await stage.call('DELETE', `/documents/${documentId}`)).status).toBe(200);
  const { rows } = await stage.kit.database.pool.query(
    "select term from knowledge.postings where collection_id = $1 and term like 'zanz%'",
    [collectionId],
  );
  expect(rows).toEqual([]);
  const spelt = await stage.kit.database.pool.query(
    "select word from knowledge.vocabulary where collection_id = $1 and word ~ '^(zanz|formula)'",
    [collectionId],
  );
  expect(spelt.rows).toEqual([{ word: 'formula' }]);
  expect(await stage.kit.blobs.get(vendor, `knowledge/${documentId}`)).toBeNull();
  expect((await stage.ask('formula', [collectionId])).hits.map((hit) => hit.documentId)).toEqual([
    other.documentId,
  ]);
  await stage.call('DELETE', `/collections/${collectionId}`);
  const left = await stage.kit.database.pool.query(
    'select 1 from knowledge.postings where collection_id = $1 union all select 1 from knowledge.vocabulary where collection_id = $1',
    [collectionId],
  );
  expect(left.rows).toEqual([]);
});

test('a word that went with its passage is known again when it comes back', async () => {
  const first = await stage.withText('first', 'Satyagraha is a word.');
  await stage.call('DELETE', `/documents/${first.documentId}`);
  expect((await stage.ask('satyagrahe', [first.collectionId])).readAs).toEqual([]);
  await stage.withText('second', 'Satyagraha is a word.', first.collectionId);
  expect((await stage.ask('satyagrahe', [first.collectionId])).hits).toHaveLength(1);
});

test('rare terms are looked up first, common ones only while there is room', async () => {
  const text = '# One\n\nCommon rare.\n\n# Two\n\nCommon usual.\n\n# Three\n\nCommon usual.';
  const { collectionId } = await stage.withText('terms', text);
  const read = (most: number) =>
    stage.kit.database.withTenant([vendor], async (tx) => {
      const terms = await readTerms(tx, [collectionId], ['common', 'rare', 'usual', 'absent'], most);
      return terms
        .map(({ term, documents, postings }) => [term, documents, postings.length])
        .sort(([one], [other]) => String(one).localeCompare(String(other)));
    });
  expect(await read(5)).toEqual([
    ['common', 3, 0],
    ['rare', 1, 1],
    ['usual', 2, 1],
  ]);
  expect((await read(6))[0]).toEqual(['common', 3, 1]);
});

test('another vendor finds, opens and changes nothing of it', async () => {
  const { collectionId, documentId } = await stage.withText(
    'canary',
    'CANARY-7731 is our internal discount.',
  );
  stage.world.home = rival;
  expect((await stage.ask('CANARY-7731 internal discount')).hits).toEqual([]);
  expect((await stage.call('GET', `/documents/${documentId}`)).status).toBe(404);
  expect((await stage.call('GET', `/collections/${collectionId}/documents`)).status).toBe(404);
  expect((await stage.call('DELETE', `/documents/${documentId}`)).status).toBe(404);
  expect(
    (await stage.call('POST', `/collections/${collectionId}/entries`, { question: 'a', answer: 'b' })).status,
  ).toBe(404);
});

test('the curated base answers everybody in both languages and is changed by nobody', async () => {
  const documents = curatedDocuments(reference).filter(({ key }) =>
    /product\/(bailian|savings)|models\/Qwen|comparison/.test(key),
  );
  await loadBase(stage.kit, documents);
  stage.world.home = rival;
  expect((await stage.ask('What does the savings plan cost a month?')).hits[0]).toMatchObject({
    readOnly: true,
  });
  expect((await stage.ask('节省计划每月多少钱')).hits[0]?.text).toContain('1,000 CNY');
  const { items } = (await stage.call<{ items: KnowledgeCollection[] }>('GET', '/collections')).body;
  const base = items.find(({ readOnly }) => readOnly);
  expect(base?.documents).toBe(documents.length);
  const entry = { question: 'a', answer: 'b' };
  expect((await stage.call('POST', `/collections/${base?.id}/entries`, entry)).status).toBe(404);
  const before = await stage.ask('savings plan');
  await loadBase(stage.kit, documents.slice(0, 3));
  await loadBase(stage.kit, documents);
  expect((await stage.ask('savings plan')).hits.map(({ title }) => title)).toEqual(
    before.hits.map(({ title }) => title),
  );
});

const url = process.env.TEST_DATABASE_URL;

// Only a server has several connections at once.
test.skipIf(url === undefined)(
  'the curated base is loaded by several processes at once as if by one',
  async () => {
    const kit = await createPostgresTestKit(url ?? '', [knowledgeMigrations]);
    const documents = curatedDocuments(reference).filter(({ key }) => key.startsWith('product/'));
    const load = () => loadBase(kit, documents);
    await Promise.all([load(), load(), load()]);
    const { rows } = await kit.database.pool.query(
      "select count(*)::int as documents from knowledge.documents where kind = 'curated'",
    );
    expect(rows[0].documents).toBe(documents.length);
    await kit.close();
  },
);

test('a test of retrieval counts at which place the expected passage came, over time', async () => {
  const { collectionId, documentId } = await stage.withText('bench', GUIDE);
  expect((await stage.call('POST', `/collections/${collectionId}/trial/runs`)).status).toBe(409);
  const path = `/collections/${collectionId}/trial`;
  await stage.call('POST', `${path}/questions`, {
    question: 'How long to keep the old endpoint?',
    documentId,
    passage: 'fourteen days',
  });
  await stage.call('POST', `${path}/questions`, {
    question: 'Which penguin?',
    documentId,
    passage: 'penguins',
  });
  const { body: run } = await stage.call<TrialRun>('POST', `${path}/runs`);
  expect(run).toMatchObject({ questions: 2, first: 0.5, firstFive: 0.5, words: null });
  const { body } = await stage.call<{ runs: TrialRun[]; questions: { documentTitle: string }[] }>(
    'GET',
    path,
  );
  expect([body.runs.length, body.questions[0]?.documentTitle]).toEqual([1, 'Migration guide']);
});

test('documents are listed fifty at a time, newest first', async () => {
  const collectionId = await createCollection(stage.kit, vendor, { name: 'many' });
  for (let index = 0; index < 52; index += 1)
    await addDocument(stage.kit, vendor, collectionId, {
      kind: 'faq',
      entry: { question: `q${index}`, answer: 'a' },
    });
  type Page = { items: KnowledgeDocument[]; nextCursor: string | null };
  const { body: first } = await stage.call<Page>('GET', `/collections/${collectionId}/documents`);
  const { body: second } = await stage.call<Page>(
    'GET',
    `/collections/${collectionId}/documents?cursor=${first.nextCursor}`,
  );
  expect([first.items.length, second.items.map(({ title }) => title), second.nextCursor]).toEqual([
    50,
    ['q1', 'q0'],
    null,
  ]);
});
