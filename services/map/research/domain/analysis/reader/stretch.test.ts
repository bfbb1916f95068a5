import { reference } from '@tokenholic/reference';
import { expect, test } from 'vitest';
import { buildGazetteer } from '../gazetteer.ts';
import { surveyPage } from '../survey.ts';
import { groupOfClaim, groupsOf } from './groups.ts';
import { partsToSee, sentencesToWeigh, stretchesOf } from './read-stretches.ts';

const gazetteer = buildGazetteer(reference);
const cut = (text: string, client = 'Harlow Foods') => {
  const survey = surveyPage(text, gazetteer);
  return { survey, stretches: stretchesOf(survey, gazetteer, [client], text) };
};

test('names, the client, words for a use and own machines are marked, the rest is text', () => {
  const { stretches } = cut(
    'At Harlow Foods customer service chatbots run on Qwen3-32B, on our own GPUs, and on Azure.',
  );
  const [stretch] = stretches;
  expect(stretch?.parts.map(({ text, mark }) => `${mark}: ${text.trim()}`)).toEqual([
    'paragraph: ',
    'text: At',
    'client: Harlow Foods',
    'use: customer service',
    'use: chatbots',
    'text: run on',
    'language: Qwen3-32B',
    'text: , on',
    'cloud: our own GPUs',
    'text: , and on',
    'cloud: Azure',
    'text: .',
  ]);
  expect(stretch?.hosts.map(({ providerId }) => providerId)).toEqual(['self-hosted', 'azure']);
});

test('a model that is named twice is one group, and a sentence without a name is one of its own', () => {
  const { stretches } = cut('我们用豆包写商品文案。豆包还写邮件。周报由大模型起草。');
  const groups = stretches.flatMap((stretch) => groupsOf(stretch));
  expect(groups.map(({ kind, written, sentences }) => `${kind} ${written} ${sentences.join('+')}`)).toEqual([
    'sentence  0',
    'model 豆包 0+1',
    'sentence  1',
    'sentence  2',
  ]);
});

test('a claim of the rules finds the group that it is about', () => {
  const { stretches } = cut('文案由豆包 1.6 写，跑在火山引擎上。客服找的是智谱。海报用 Midjourney 画。');
  const groups = stretches.flatMap((stretch) => groupsOf(stretch));
  const about = (modelName: string | null, providerId: string | null, sentence: number) =>
    groupOfClaim({ modelName, providerId }, sentence, groups)?.mention?.modelName ??
    groupOfClaim({ modelName, providerId }, sentence, groups)?.makerId;
  expect(about('豆包 1.6', 'volcengine', 0)).toBe('豆包 1.6');
  expect(about(null, 'zhipu', 1)).toBe('zhipu');
  expect(about(null, null, 2)).toBe('Midjourney');
});

test('only what stands near a word of AI is read, each sentence weighed once, in stretches that fit', () => {
  expect(cut('We opened in 1987. There are forty seats.').stretches).toEqual([]);
  const filler = Array.from({ length: 40 }, (_, at) => `Branch ${at} opened last year and sells bread.`).join(
    ' ',
  );
  const { survey, stretches } = cut(`${filler} Gemini writes our product texts. ${filler}`);
  const [stretch] = stretches;
  expect(stretches).toHaveLength(1);
  const sentences = stretch === undefined ? [] : sentencesToWeigh(stretch, survey);
  expect(sentences).toHaveLength(5);
  expect(sentences).toContain('the model writes our product texts.');
  const parts =
    stretch === undefined
      ? []
      : partsToSee(
          stretch,
          sentences.map(() => new Float32Array(512)),
        );
  expect(parts.filter(({ sentence }) => sentence !== null)).toHaveLength(5);
  const long = Array.from({ length: 900 }, (_, at) => `Gemini writes text number ${at} for our shop.`).join(
    ' ',
  );
  expect(cut(long).stretches.length).toBeLessThanOrEqual(12);
});
