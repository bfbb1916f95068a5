import { reference } from '@tokenholic/reference';
import { expect, test } from 'vitest';
import { buildGazetteer, readPage } from './index.ts';

const gazetteer = buildGazetteer(reference);

/** `use case, provider, model: standing` of each claim of a page. */
function told(text: string): string[] {
  const page = { id: 'page', title: 'Blog', url: null, sourceKind: 'website' as const, date: null };
  return readPage({ ...page, text }, gazetteer).claims.map(
    ({ useCaseId, providerId, modelName, standing }) =>
      `${useCaseId}, ${providerId}, ${modelName}: ${standing}`,
  );
}

test.each([
  ['智能客服由 Qwen3-Max 驱动，通过火山方舟调用。', 'cs_chatbot, volcengine, Qwen3-Max: current'],
  ['智能客服由 Qwen3-Max 驱动。模型部署在公司自有机房。', 'cs_chatbot, self-hosted, Qwen3-Max: current'],
  [
    'Our support bot runs on Llama 4. We host it ourselves on eight cards.',
    'cs_chatbot, self-hosted, Llama 4: current',
  ],
  ['Translation: GPT-5 nano, Azure', 'translation, azure, GPT-5 Nano: current'],
])('who serves a model may be told in the next clause or sentence (%s)', (text, expected) => {
  expect(told(text)).toEqual([expected]);
});

test('the former and the latter, and both, are told apart', () => {
  const text = '客服用 GLM-4.6，翻译用 Qwen-MT-Plus；前者走硅基流动，后者走百炼。';
  expect(told(text)).toEqual([
    'cs_chatbot, siliconflow, GLM-4.6: current',
    'translation, alibaba, Qwen-MT-Plus: current',
  ]);
  expect(told('Scripts come from GPT-5 and code review from Claude; both via OpenRouter.')).toEqual(
    expect.arrayContaining(['test_ops, openrouter, Claude: current']),
  );
});

test.each([
  ['合同审查、客服和翻译都由 Qwen3-Max 完成。', ['legal_assistant', 'cs_chatbot', 'translation']],
  [
    'Translation, code review and customer service are all done by GPT-5.',
    ['translation', 'test_ops', 'cs_chatbot'],
  ],
])('one model for several uses that are joined (%s)', (text, uses) => {
  expect(
    told(text)
      .map((claim) => claim.split(',')[0])
      .sort(),
  ).toEqual(uses.toSorted());
});

test('uses and models in one order are paired by it', () => {
  expect(told('翻译和字幕分别由 Qwen-MT-Plus 和 Paraformer 完成。')).toEqual([
    'translation, alibaba, Qwen-MT-Plus: current',
    'asr_transcription, alibaba, Paraformer: current',
  ]);
});

test.each([
  ['弃用 Kimi，合同审查改由 GLM-4.6 完成。', 'legal_assistant, moonshot, Kimi: ended'],
  ['We swapped GPT-5 for Gemini 2.5 Pro in customer service.', 'cs_chatbot, openai, GPT-5: ended'],
  ['In customer service GPT-5 was replaced by Gemini 2.5 Pro.', 'cs_chatbot, openai, GPT-5: ended'],
  ['客服原用 GPT-4o，今年起换为 GLM-4.6。', 'cs_chatbot, openai, GPT-4o: ended'],
  ['Translation was Gemini until May; now it is GPT-5.', 'translation, google, Gemini: ended'],
])('what was left is over (%s)', (text, expected) => {
  expect(told(text)).toContain(expected);
});

test('of a move that is only planned, what would be left is still in use', () => {
  const claims = told('The bank plans to replace Gemini 2.5 Pro with Claude Sonnet 4.6 in contract review.');
  expect(claims).toContain('legal_assistant, google, Gemini 2.5 Pro: current');
  expect(claims).toContain('legal_assistant, anthropic, Claude Sonnet 4.6: planned');
});

test('a second product of the same kind does not end the first', () => {
  const claims = told('病历生成由讯飞星火提供。导诊机器人今年改用百川 M3。');
  expect(claims).toContain('medical_assistant, iflytek, 讯飞星火: current');
});

test.each([
  ['平台须支持 DeepSeek、通义千问、GLM 三种模型切换，用于智能客服。'],
  ['会不会用 GPT-5 做客服？'],
  ['OpenAI 发布 GPT-5.5，客服与翻译将受益。'],
  ['The group is a certified partner of AWS and brings Claude to customers for contract review.'],
])('a demand, a question, news, goods for others are no use (%s)', (text) => {
  expect(told(text).filter((claim) => !claim.includes('null, null'))).toEqual([]);
});

test('a question sets what its answer is about', () => {
  expect(told('What does your code review run on? Claude Sonnet 4.6, and nothing else.')).toEqual([
    'test_ops, anthropic, Claude Sonnet 4.6: current',
  ]);
});

test('a row of a table tells use, model, host and standing', () => {
  const table =
    '| 场景 | 模型 | 位置 | 状态 |\n|---|---|---|---|\n| 合同审查 | GPT-4o | Azure OpenAI | 已停用 |';
  expect(told(table)).toEqual(['legal_assistant, azure, GPT-4o: ended']);
});

test.each([
  'Qwen、'.repeat(20_000),
  '客服由Qwen换成GPT-4o，'.repeat(7_000),
  '<div class="x"><a href="#">智能客服 Qwen3-Max</a></div>'.repeat(2_000),
  'İQwen 客服 الذكاء использует '.repeat(4_000),
  'our own '.repeat(12_000),
])('a line without end, of mixed scripts or of tags, is read in pieces and every quote stands in it', (text) => {
  const page = { id: 'page', title: '', text, url: null, sourceKind: 'website' as const, date: null };
  for (const { quote } of readPage(page, gazetteer).claims.slice(0, 50)) {
    expect(quote.text.length).toBeLessThanOrEqual(600);
    expect(text.slice(quote.start, quote.end)).toBe(quote.text);
  }
});
