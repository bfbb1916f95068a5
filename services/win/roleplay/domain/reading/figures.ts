import type { Sentence } from './sentences.ts';

const FIGURE =
  /[¥$￥]?\s*\d[\d,.]*\s*(?:%|％|个点|倍|成|万亿|亿|万|千|元|块|毫秒|秒|ms\b|percent\b|points?\b|times\b|x\b|million\b|billion\b|yuan\b|thousand\b|tokens?\b|seconds?\b|milliseconds?\b|customers?\b|家)?/gi;
const SUPERLATIVE =
  /零风险|绝对|保证|百分之百|100\s?%|从来不会|永远不|最(?:好|强|便宜|快|先进|安全|低)|第一名?|唯一|全网最|guarantee|never fails?|always works?|the (?:best|fastest|cheapest|only|safest)|zero risk|no risk|unbeatable|number one/i;
/** A length of time or a date belongs to a proposal, not to a claim. */
const OF_A_PLAN =
  /\d+\s*(?:分钟|小时|个?半?天|个?工作日|周|个?月|号|日|点|年|人|份|条|个样本|页|minutes?|hours?|(?:working |business )?days?|weeks?|months?|people|samples?|questions?|pages?|[ap]\.?m\b|o'clock|st\b|nd\b|rd\b|th\b|(?:january|february|march|april|may|june|july|august|september|october|november|december)\b)/gi;

/** Figures of a text that say how much, without dates and lengths of time. */
export function figuresIn(text: string): string[] {
  const kept = text.replace(OF_A_PLAN, ' ');
  return (kept.match(FIGURE) ?? [])
    .map((figure) => figure.trim().replace(/[,.]$/, ''))
    .filter((figure) => /\d/.test(figure) && !/^\d$/.test(figure));
}

/** The bare number of a figure, to be looked for in other texts. */
export const numberOf = (figure: string) => figure.replace(/[^\d.]/g, '').replace(/\.$/, '');

/** What a seller states as a fact and could be asked to prove: sentences with a figure or a superlative, no questions. */
export function claimsIn(sentences: readonly Sentence[]): string[] {
  return sentences
    .filter(({ asks, text }) => !asks && (figuresIn(text).length > 0 || SUPERLATIVE.test(text)))
    .map(({ text }) => text);
}

/** Whether every figure of a claim stands in what the customer said: then it is theirs. */
export function isTheirs(claim: string, told: string): boolean {
  const figures = figuresIn(claim);
  const known = new Set(figuresIn(told).map(numberOf));
  return (
    figures.length > 0 && !SUPERLATIVE.test(claim) && figures.some((figure) => known.has(numberOf(figure)))
  );
}

/** Whether a passage bears a claim out: it has each of its figures. A superlative without a figure is never borne out. */
export function bearsOut(claim: string, passage: string): boolean {
  const figures = figuresIn(claim).map(numberOf);
  const there = new Set(figuresIn(passage).map(numberOf));
  return figures.length > 0 && figures.every((figure) => there.has(figure));
}
