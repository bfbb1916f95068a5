import { expect, test } from 'vitest';
import { expectedAnswer, holdsAnswer } from './expected-answer.ts';
import { createGlossary } from './glossary.ts';
import { marksOf } from './marks.ts';
import { rank } from './rank.ts';
import { sentencesOf } from './sentences.ts';
import { readCandidate, readQuestion, statisticsAmong } from './signals.ts';
import { editDistance, likelySpellings } from './spelling.ts';
import { languageOf, termsOf, wordsOf } from './tokens.ts';

test('words become stems, Chinese becomes pairs, and both may touch', () => {
  expect(termsOf('调用Qwen模型 migrations, Ｔｏｋｅｎ')).toEqual(['调用', 'qwen', '模型', 'migrat', 'token']);
  expect(wordsOf('节省计划的价格')).toEqual(['节省', '计划', '价格']);
});

test('sentences end at full stops of both languages, not inside figures or names', () => {
  const text = 'It costs 2.5 yuan. “Really?” Yes! 价格是 1.2 元。很便宜；真的\n下一行';
  expect(sentencesOf(text).map(({ start, end }) => text.slice(start, end))).toEqual([
    'It costs 2.5 yuan.',
    '“Really?”',
    'Yes!',
    '价格是 1.2 元。',
    '很便宜；',
    '真的',
    '下一行',
  ]);
});

test.each([
  ['How many seats are there?', 'number'],
  ['价格是多少？', 'number'],
  ['When was it released?', 'date'],
  ['哪一年发布的', 'date'],
  ['Who answers at night?', 'name'],
  ['Why should we move?', 'other'],
] as const)('%s wants a %s', (question, kind) => {
  expect(expectedAnswer(question)).toBe(kind);
});

test('a name that the question already gave is no answer to who', () => {
  expect(holdsAnswer('name', 'The plan of Luther was', 'Who was Luther?')).toBe(false);
  expect(holdsAnswer('name', 'The plan of Erasmus was', 'Who was Luther?')).toBe(true);
});

const ranked = (question: string, texts: readonly string[]) => {
  const items = texts.map((text) => ({ item: text, candidate: readCandidate(text) }));
  const asked = readQuestion(question);
  const index = statisticsAmong(items.map(({ candidate }) => candidate.terms));
  return { texts: rank(() => asked, items, index).map(({ item }) => item), asked, index };
};

test('a text that speaks of all that is asked comes before one that repeats a single word', () => {
  const texts = [
    'Plan plan plan plan plan plan.',
    'The savings plan gives a discount.',
    'Weather in Hangzhou is fine.',
  ];
  expect(ranked('discount of the savings plan', texts).texts[0]).toBe(texts[1]);
});

test('the sentence that holds the answer is marked first', () => {
  const text = 'The plan exists. The plan was released in 2025. Nobody minds.';
  const { asked, index } = ranked('When was the plan released?', [text, 'Something else entirely.']);
  const [first] = marksOf(asked, readCandidate(text), index);
  expect(text.slice(first?.start, first?.end)).toBe('The plan was released in 2025.');
});

test('a text that has none of it is marked nowhere', () => {
  const { asked, index } = ranked('penguin colour', ['The plan exists.']);
  expect(marksOf(asked, readCandidate('The plan exists.'), index)).toEqual([]);
});

test('slips are one swap, one letter or two away; other words are not', () => {
  expect(editDistance('ghandi', 'gandhi')).toBe(2);
  expect(editDistance('teh', 'the')).toBe(1);
  expect(likelySpellings('ghandi', ['gandhi', 'garden', 'grape'])).toEqual(['gandhi']);
  expect(likelySpellings('penguin', ['pension', 'pencil'])).toEqual([]);
});

test('the glossary reads the longest name, whole words only', () => {
  const translate = createGlossary([
    { zh: ['缓存'], en: ['cache'] },
    { zh: ['上下文缓存'], en: ['context cache'] },
    { zh: ['客服'], en: ['customer service'] },
  ]);
  expect(translate('上下文缓存便宜吗')).toEqual([{ asked: '上下文缓存', read: 'context cache' }]);
  expect(translate('caches of customer services')).toEqual([
    { asked: 'customer service', read: '客服' },
    { asked: 'cache', read: '缓存' },
  ]);
  expect(translate('cached')).toEqual([]);
});

test('a text is Chinese when a good part of its letters are', () => {
  expect(languageOf('用 Model Studio 调用千问模型，只改密钥')).toBe('zh');
  expect(languageOf('Model Studio (百炼) is one place to call models')).toBe('en');
});
