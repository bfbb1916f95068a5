import { reference } from '@tokenholic/reference';
import { expect, test } from 'vitest';
import { borneOut } from '../../tasks/extract-relations.ts';
import { createGazetteer } from './entities.ts';
import { referenceEntities } from './gazetteer.ts';
import { findRoutes } from './paths.ts';
import { readForGraph } from './read-passage.ts';

const find = createGazetteer(referenceEntities(reference));
const read = (text: string, heading: string[] = []) => readForGraph({ title: '', heading, text }, find);
const said = (text: string, heading: string[] = []) =>
  read(text, heading)
    .relations.filter(({ relation }) => relation !== 'mentioned_with')
    .map(({ subject, relation, object }) => `${subject} ${relation} ${object}`);

test('the longest name is read, whole words only, in any case, with a space for a hyphen', () => {
  const keys = (text: string) => find(text).map(({ entity }) => entity.key);
  expect(keys('We call QWEN3.7 MAX twice.')).toEqual(['model:qwen3.7-max']);
  expect(keys('qwen3.7-maximal is no model')).not.toContain('model:qwen3.7-max');
  expect(keys('部署在阿里云百炼上')).toEqual(['provider:alibaba']);
});

test.each([
  ['Kuaishou uses Alibaba Cloud for its search.', 'company:kuaishou uses provider:alibaba'],
  ['快手采用阿里云的方案。', 'company:kuaishou uses provider:alibaba'],
  ['List price of qwen3.7-max at Alibaba Cloud is fixed.', 'model:qwen3.7-max offered_by provider:alibaba'],
  [
    'We moved from Volcano Engine to Alibaba Cloud last May.',
    'provider:alibaba replaces provider:volcengine',
  ],
  ['从火山引擎迁移到阿里云只需两周。', 'provider:alibaba replaces provider:volcengine'],
  [
    'Compared to others: Alibaba Cloud versus Tencent Cloud.',
    'provider:alibaba compared_with provider:tencent',
  ],
  ['qwen3.7-max costs 12 CNY per million tokens.', 'model:qwen3.7-max costs price:12 cny per million tokens'],
  ['qwen3.7-max 的上下文长度最多 262144 Token。', 'model:qwen3.7-max limited_to limit:262144 token'],
])('%s', (sentence, expected) => {
  expect(said(sentence)).toContain(expected);
});

test('a price without a name in its sentence belongs to what the heading speaks of', () => {
  expect(said('It costs 2 CNY per image.', ['qwen3.7-max'])).toEqual([
    'model:qwen3.7-max costs price:2 cny per image',
  ]);
  expect(said('It costs 2 CNY per image.')).toEqual([]);
});

test('a list after a phrase is part of what the phrase says; each quote is the sentence itself', () => {
  const text = 'First. Kuaishou uses Alibaba Cloud, Tencent Cloud and Volcano Engine. Last.';
  const { relations } = read(text);
  const uses = relations.filter(({ relation }) => relation === 'uses');
  expect(uses.map(({ object }) => object)).toEqual([
    'provider:alibaba',
    'provider:tencent',
    'provider:volcengine',
  ]);
  for (const { quote } of relations) expect(text).toContain(quote);
});

test('what a model reads is kept only where the passage says it, names and sentence', () => {
  const passage = 'Acme Bank runs on Qwen. Nobody mentions anyone else.';
  const entity = (name: string) => ({ name, kind: 'company' as const });
  const found = borneOut(
    {
      entities: [entity('Acme Bank'), entity('Qwen'), entity('Umbrella')],
      relations: [
        { subject: 'Acme Bank', relation: 'uses', object: 'Qwen', quote: 'Acme Bank runs on Qwen.' },
        { subject: 'Acme Bank', relation: 'uses', object: 'Umbrella', quote: 'Acme Bank runs on Qwen.' },
        { subject: 'Acme Bank', relation: 'replaces', object: 'Qwen', quote: 'Acme Bank replaced Qwen.' },
      ],
    },
    passage,
  );
  expect(found.entities.map(({ name }) => name)).toEqual(['Acme Bank', 'Qwen']);
  expect(found.relations).toHaveLength(1);
});

const edges = [
  { subject: 'a', object: 'b', confidence: 0.9 },
  { subject: 'c', object: 'b', confidence: 0.9 },
  { subject: 'a', object: 'x', confidence: 0.3 },
  { subject: 'x', object: 'c', confidence: 0.3 },
  { subject: 'a', object: 'price:2', confidence: 0.9 },
  { subject: 'far', object: 'price:2', confidence: 0.9 },
  { subject: 'c', object: 'd', confidence: 0.8 },
];
const around = async (keys: readonly string[]) =>
  edges.filter(({ subject, object }) => keys.includes(subject) || keys.includes(object));
const routes = async (from: string, to: string, longest = 4) =>
  (await findRoutes(from, to, around, { longest, most: 5 })).map(({ keys }) => keys.join(' '));

test('the shortest ways come surest first, against the direction of an edge too', async () => {
  expect(await routes('a', 'c')).toEqual(['a b c', 'a x c']);
  expect(await routes('d', 'a')).toEqual(['d c b a', 'd c x a']);
});

test('a figure joins nothing, but may be the end; too far is no way', async () => {
  expect(await routes('a', 'far')).toEqual([]);
  expect(await routes('a', 'price:2')).toEqual(['a price:2']);
  expect(await routes('a', 'd', 2)).toEqual([]);
});
