import type { LocalizedText } from '@tokenholic/contracts';

/**
 * Questions to start from, each answered by the curated base in either language.
 * The test that asks them all holds the fact that has to come back: a new reference that no longer answers one breaks it.
 */
export const exampleQuestions: readonly LocalizedText[] = [
  { zh: '节省计划每月多少钱？', en: 'What does the savings plan cost a month?' },
  { zh: '从 OpenAI 迁移要改哪些代码？', en: 'What changes in the code when we move from OpenAI?' },
  { zh: 'Qwen3.7-Max 的列表价是多少？', en: 'What is the list price of Qwen3.7-Max?' },
  { zh: '免费额度有多少？', en: 'How large is the free quota?' },
  { zh: '百炼的限流按什么计算？', en: 'What are the rate limits of Model Studio?' },
  { zh: '宝马用通义千问做什么？', en: 'What does BMW use Qwen for?' },
];
