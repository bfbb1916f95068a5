import { reference } from '@tokenholic/reference';
import { expect, test } from 'vitest';
import { buildGazetteer, readPage, surveyPage } from './index.ts';

const gazetteer = buildGazetteer(reference);

/** `use case, provider: standing` of each claim of a client's page, whose sentences may mean a standing. */
function told(text: string, client = 'Acme', meant: string | null = null): string[] {
  const page = { id: 'page', title: client, text, url: null, sourceKind: 'website' as const, date: null };
  const shares = meant === null ? null : new Map([[meant, 0.99]]);
  const context = {
    client: [client],
    survey: surveyPage(text, gazetteer),
    meaningOf: () => null,
    standingOf: () => shares,
  };
  return readPage(page, gazetteer, context).claims.map(
    ({ useCaseId, providerId, standing }) => `${useCaseId}, ${providerId}: ${standing}`,
  );
}

test.each([
  ['We tried Kling 2.6 for trailers. It was not adopted.', 'video_generation, kuaishou-kling: compared'],
  ['客服机器人我们试过 GLM-4.6，没有采用。', 'cs_chatbot, zhipu: compared'],
  ['合规条线尚在比较 GLM 与通义千问，用于反洗钱。', 'credit_risk, zhipu: compared'],
])('what was tried or weighed and not chosen is compared (%s)', (text, expected) => {
  expect(told(text)).toContain(expected);
});

test.each([
  ['Sources said Acme is in talks about Kimi for its chatbot.', 'cs_chatbot, moonshot: speculated'],
  ['据知情人士透露，公司正在评估用 Kimi 做智能客服。', 'cs_chatbot, moonshot: speculated'],
])('what others say without proof is speculation, though it speaks of weighing (%s)', (text, expected) => {
  expect(told(text)).toContain(expected);
});

test('a rumour that the next sentence takes back is no finding', () => {
  expect(told('Sources said Acme uses Kimi for its chatbot. The company denied it.')).toEqual([]);
});

test.each([
  ['翻译两年前还是 Gemini。', 'translation, google: ended'],
  ['PixVerse 将逐步退出视频生成。', 'video_generation, pixverse: current'],
  ['From the third quarter, translations have been written with Gemini.', 'translation, google: current'],
  ['智能客服正在试用 Kimi K2，尚未上线。', 'cs_chatbot, moonshot: planned'],
])('time is told by tense, not by a date alone (%s)', (text, expected) => {
  expect(told(text)).toContain(expected);
});

test('what could be switched to has not moved', () => {
  expect(told('智能客服用 Qwen3-Max，可以换成 Kimi。')).toEqual(['cs_chatbot, alibaba: current']);
});

test('a tender plans what it demands and compares what lost', () => {
  const notice =
    '中标公告：智能客服建设项目。\n\n第一中标候选人的智能客服方案基于 GLM-4.6。\n\n落选方案的智能客服基于文心一言。';
  expect(told(notice)).toEqual(
    expect.arrayContaining(['cs_chatbot, zhipu: planned', 'cs_chatbot, baidu: compared']),
  );
});

test('a maker outside the catalogue leaves the provider unknown', () => {
  expect(told('The voice-over comes from ElevenLabs.')).toEqual(['tts_voice, null: current']);
  expect(told('Our code review runs on the runway of ideas.')).toEqual([]);
});

test('"-style" is no use of what it is likened to', () => {
  expect(told('Our translation replaced DeepL-style tools; it is GPT-5 today.').join()).not.toContain('null');
});

test('a finished service of a cloud serves no other model', () => {
  const claims = told('The voice-over comes from ElevenLabs. Content moderation uses Amazon Rekognition.');
  expect(claims).toEqual(['tts_voice, null: current', 'content_moderation, aws: current']);
});

test('what was told above a list holds for its items', () => {
  const text =
    '# bot\n\nReviews pull requests before a human does. AI backends:\n\n- main: Claude Sonnet 4.5\n- spare: GPT-5';
  expect(told(text)).toEqual(['test_ops, anthropic: current', 'test_ops, openai: current']);
});

test('who runs the model may be told in the sentence before it', () => {
  const text =
    "Technicians ask a repair assistant in the company's own data centre. The model is Llama 3.3 70B.";
  expect(told(text)).toContain('industrial_assistant, self-hosted: current');
});

test('a standing that no word tells is told by what the sentence means', () => {
  const text = 'Our chatbot was Doubao, and in October we said goodbye to it.';
  expect(told(text)).toEqual(['cs_chatbot, volcengine: current']);
  expect(told(text, 'Acme', 'ended')).toEqual(['cs_chatbot, volcengine: ended']);
});

test('a word of standing outweighs what the sentence means', () => {
  const text = 'Our chatbot will be based on Doubao from next spring onwards.';
  expect(told(text, 'Acme', 'ended')).toEqual(['cs_chatbot, volcengine: planned']);
});

test('who is served by a host outside the catalogue has no known provider', () => {
  expect(told('Our chatbot runs on DeepSeek-V3.2 through Together AI.')).toEqual([
    'cs_chatbot, null: current',
  ]);
  expect(told('智能客服用的是 Llama 3.3，经由 Groq 调用。')).toEqual(['cs_chatbot, null: current']);
  expect(told('We met Groq at a fair.')).toEqual([]);
});
