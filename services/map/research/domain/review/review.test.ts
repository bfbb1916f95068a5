import { confidenceOf, type Finding, type ReviewDecision } from '@tokenholic/contracts';
import { expect, test } from 'vitest';
import { accuracyByEngine, accuracyOf, applyReviews } from './apply-reviews.ts';
import { searchSentences, termsOf } from './search-sentences.ts';

const page = '01970000-0000-7000-8000-00000000e001';

function finding(key: string, useCaseId: string, providerId: string, start: number): Finding {
  return {
    ...{
      id: page,
      key,
      kind: 'workload',
      useCaseId,
      providerId,
      modelId: 'qwen3-max',
      modelName: 'Qwen3-Max',
    },
    ...{ value: null, standing: 'current', figures: [], conflictsWith: [] },
    quotes: [
      {
        ...{ pageId: page, text: '智能客服使用 Qwen3-Max', start, end: start + 10 },
        ...{ pageTitle: '技术博客', url: null, sourceKind: 'website', date: null },
      },
    ],
    confidence: confidenceOf(0.6),
    engine: { via: 'rules', model: null, reason: null },
  };
}

const chat = finding('a', 'cs_chatbot', 'alibaba', 0);
const grading = { ...finding('b', 'grading', 'openai', 40), conflictsWith: ['a'] };
const say = (...entries: [string, ReviewDecision][]) => new Map(entries);

test('what nobody judged stays as it is', () => {
  expect(applyReviews([chat, grading], say())).toEqual([chat, grading]);
});

test('a validated finding is surer, a rejected one is gone and no longer contradicts anything', () => {
  const left = applyReviews(
    [chat, grading],
    say(['b', { decision: 'validated', reason: null }], ['a', { decision: 'rejected', reason: '旧闻' }]),
  );
  expect(left).toHaveLength(1);
  expect(left[0]).toMatchObject({ key: 'b', conflictsWith: [], confidence: { level: 'high' } });
});

test('a correction replaces what the agent understood and keeps the passage', () => {
  const correction = {
    useCaseId: 'rag_qa',
    providerId: 'azure',
    modelName: 'GPT-5',
    standing: 'planned' as const,
  };
  const [corrected] = applyReviews([chat], say(['a', { decision: 'corrected', reason: null, correction }]));
  expect(corrected).toMatchObject({ ...correction, key: 'a', modelId: null, quotes: chat.quotes });
});

test('a duplicate lends its quotes to the one that stays', () => {
  const [kept, ...rest] = applyReviews(
    [chat, grading],
    say(['b', { decision: 'merged', reason: null, into: 'a' }]),
  );
  expect(rest).toEqual([]);
  expect(kept?.quotes.map(({ start }) => start)).toEqual([0, 40]);
});

test('accuracy is the share of judged findings that were right, and unknown while nothing was judged', () => {
  expect(accuracyOf([])).toEqual({ reviewed: 0, validated: 0, share: null });
  const verdicts: ReviewDecision[] = [
    { decision: 'validated', reason: null },
    { decision: 'merged', reason: null, into: 'a' },
    { decision: 'rejected', reason: null },
    { decision: 'corrected', reason: null, correction: { ...chat, standing: 'ended' } },
  ];
  expect(accuracyOf(verdicts).share).toBe(0.5);
});

test('rules and models are measured apart', () => {
  const read = { ...grading, engine: { via: 'model' as const, model: 'qwen3-max', reason: null } };
  const at = '2026-11-21T08:00:00.000Z';
  const reviewed = (item: Finding, decision: 'validated' | 'rejected') => ({
    finding: item,
    review: { by: '林佩', at, verdict: { decision, reason: null } },
  });
  expect(
    accuracyByEngine([
      reviewed(read, 'rejected'),
      reviewed(chat, 'validated'),
      reviewed({ ...chat, key: 'c' }, 'validated'),
    ]),
  ).toEqual([
    { engine: { via: 'rules', model: null }, reviewed: 2, validated: 2, share: 1 },
    { engine: { via: 'model', model: 'qwen3-max' }, reviewed: 1, validated: 0, share: 0 },
  ]);
});

const pages = [
  {
    id: 'blog',
    text: '# 客服\n\n会员与支付类咨询由豆包 2.0 Pro 回答。夜间时段切给 Qwen3.6-Plus，投诉率最低。',
  },
  { id: 'job', text: 'We run our support bot on GPT-5. Nothing else is said here.' },
];

test.each([
  ['夜间用什么模型', 'blog', 'Qwen3.6-Plus'],
  ['支付咨询', 'blog', '豆包 2.0 Pro'],
  ['which model runs the support bot?', 'job', 'GPT-5'],
])('asked "%s", the sentence that answers comes first', (question, pageId, answer) => {
  const [first] = searchSentences(pages, question, 5);
  expect(first?.pageId).toBe(pageId);
  expect(first?.text).toContain(answer);
});

test('the words that were found are marked where they stand', () => {
  const [hit] = searchSentences(pages, '支付', 5);
  expect(hit?.marks.map(({ start, end }) => hit.text.slice(start, end))).toEqual(['支付']);
  const whole = pages[0]?.text ?? '';
  expect(whole.slice(hit?.start, hit?.end)).toBe(hit?.text);
});

test('a question of nothing but filler words finds nothing', () => {
  expect(termsOf('是什么的？')).toEqual([]);
  expect(searchSentences(pages, 'what is the', 5)).toEqual([]);
});
