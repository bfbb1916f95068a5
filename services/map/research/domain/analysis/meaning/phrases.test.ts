import { expect, test } from 'vitest';
import { tenseParts, topicParts } from './phrases.ts';

test('Chinese, which has no spaces, is taken by runs of up to three characters that do not cross what stands between', () => {
  expect(topicParts('智能客服，已')).toEqual([
    ...['智', '智能', '智能客', '能', '能客', '能客服', '客', '客服', '服', '已'],
  ]);
});

test('one use in many and in one is the same word; two letters tell of no use', () => {
  expect(topicParts('Chatbots answer; a chatbot is on')).toEqual(['_chatbot', '_answer']);
});

test('whether it was, is or will be is told by the short words and their order', () => {
  expect(tenseParts('It is to go live')).toEqual([
    ...['_it', '_is', '_to', '_go', '_live', '_it_is', '_is_to', '_to_go', '_go_live'],
  ]);
});
