import type { FoundEntity } from './entities.ts';

const NUMBER = String.raw`\d[\d,]*(?:\.\d+)?`;
const PER = String.raw`(?:\s*(?:per|a|an|/|每)\s*(?:[a-z][a-z ]{1,24}|[\u4e00-\u9fff]{1,8}))?`;
const PRICES = [
  new RegExp(String.raw`[¥￥$€]\s?${NUMBER}(?:\s?[kKmM万亿])?${PER}`, 'gi'),
  new RegExp(String.raw`${NUMBER}\s?(?:万|亿)?\s?(?:CNY|USD|RMB|yuan|dollars?|元|美元|人民币)${PER}`, 'gi'),
];
const LIMITS =
  /\d[\d,]*(?:\.\d+)?\s?[kKmM万]?\s?(?:tokens?|QPS|QPM|RPM|TPM|requests?(?: (?:a|per) (?:second|minute|day))?|次\/(?:秒|分钟|天)|并发|MB|GB|megabytes?|gigabytes?|hours?|minutes?|seconds?|days?|小时|分钟|天|个字符)/gi;
/** A quantity is a limit only where the sentence speaks of one. */
const SPEAKS_OF_LIMIT =
  /\b(?:limit\w*|at most|up to|maximum|max\.?|no more than|context (?:window|length)|quota)\b|上限|最多|不超过|限制|限流|上下文长度|额度/i;

const found = (kind: 'price' | 'limit', text: string, start: number): FoundEntity => {
  const name = text.trim().replace(/\s+/g, ' ');
  return {
    entity: { key: `${kind}:${name.toLowerCase()}`, kind, name: { zh: name, en: name } },
    ...{ start, end: start + text.length },
  };
};

/** Prices and limits of a sentence. */
export function figuresOf(sentence: string): FoundEntity[] {
  const prices = PRICES.flatMap((pattern) =>
    [...sentence.matchAll(pattern)].map((match) => found('price', match[0], match.index)),
  );
  if (!SPEAKS_OF_LIMIT.test(sentence)) return prices;
  const limits = [...sentence.matchAll(LIMITS)]
    .map((match) => found('limit', match[0], match.index))
    .filter(({ start, end }) => !prices.some((price) => price.start < end && start < price.end));
  return [...prices, ...limits];
}
