import { expect, test } from 'vitest';
import { composeDraft, type KnownFinding } from './compose-draft.ts';
import { countAnswers, rewriteItems, takeAnswers } from './take-answers.ts';

const names = {
  useCases: new Map([
    ['cs_chatbot', { zh: '智能客服', en: 'Customer service' }],
    ['grading', { zh: '作业批改', en: 'Grading' }],
  ]),
  providers: new Map([['volcengine', { zh: '火山引擎', en: 'Volcano Engine' }]]),
};
const source = { title: '技术博客', url: 'https://yunxiu.example/blog', quote: '客服由豆包驱动。' };
const finding = (rest: Partial<KnownFinding>): KnownFinding => ({
  ...{
    useCaseId: 'cs_chatbot',
    providerId: 'volcengine',
    modelName: '豆包 2.0',
    standing: 'current',
    source,
  },
  ...rest,
});
let count = 0;
const newId = () => {
  count += 1;
  return `01970000-0000-7000-8000-${String(count).padStart(12, '0')}`;
};
const known = {
  findings: [
    finding({}),
    finding({ useCaseId: 'grading', providerId: null, modelName: null }),
    finding({ useCaseId: 'grading', standing: 'planned' }),
    finding({ useCaseId: null }),
  ],
  statements: [{ aspect: 'automation' as const, text: '字幕校对靠人工审核。', source }],
};
const draft = () => composeDraft(known, names, 'zh', newId);

test('a draft states what was found with its source and asks what no page says', () => {
  const items = draft();
  expect(items.find(({ section }) => section === 'situation')).toMatchObject({
    ...{ text: '智能客服：目前使用火山引擎（豆包 2.0）。', origin: 'evidence', source },
  });
  expect(items.map(({ text }) => text)).toContain('作业批改目前用的是哪家的哪个模型？每月大约多少次调用？');
  expect(items.map(({ text }) => text)).toContain('希望用 AI 接手：字幕校对靠人工审核。');
  expect(items.filter(({ origin }) => origin === 'open').every(({ source: none }) => none === null)).toBe(
    true,
  );
});

test('a client nothing is known of gets the questions every project needs', () => {
  const items = composeDraft({ findings: [], statements: [] }, names, 'en', newId);
  expect(items).toHaveLength(5);
  expect(new Set(items.map(({ origin }) => origin))).toEqual(new Set(['open']));
});

test('what a colleague rewrites is the colleague’s; what stays keeps its source', () => {
  const [first, second] = draft();
  if (first === undefined || second === undefined) throw new Error('no draft');
  const [kept, rewritten] = rewriteItems([first, second], {
    items: [first, { ...second, text: '另一种说法' }].map(({ id, section, text }) => ({ id, section, text })),
  });
  expect(kept).toEqual(first);
  expect(rewritten).toMatchObject({ text: '另一种说法', origin: 'person' });
});

test('the client’s answers stand beside what was asked, and additions are the client’s', () => {
  const items = draft();
  const [first, second] = items;
  const returned = takeAnswers(
    items,
    {
      ...{ name: '周敏', comment: '' },
      answers: [
        { itemId: first?.id ?? '', kind: 'right', text: '' },
        { itemId: second?.id ?? '', kind: 'changed', text: '改为 Qwen' },
        { itemId: '01970000-0000-7000-8000-00000000ffff', kind: 'wrong', text: '不存在的条目' },
      ],
      added: [{ section: 'wish', text: '支持马来语' }],
    },
    newId,
  );
  expect(returned).toHaveLength(items.length + 1);
  expect(countAnswers(returned)).toEqual({ right: 1, changed: 1, wrong: 0, answered: 0, added: 1 });
});
