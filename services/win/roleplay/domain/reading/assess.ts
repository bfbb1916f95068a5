import { ideas } from '../scenario/ideas.ts';
import type { Expectation } from '../scenario/scenario.ts';
import { figuresIn } from './figures.ts';
import { carriersOf, sharedCarriers } from './likeness.ts';
import type { Reading } from './read-line.ts';
import { countWords, type Sentence } from './sentences.ts';

export interface Assessment {
  /** 0 to 1: how much of an answer it is. */
  quality: number;
  verdict: 'answered' | 'partly' | 'asked_back' | 'ignored';
  /** The sentence that answers best. */
  quote: string | null;
}

const PROPOSAL =
  /可以吗|好吗|行吗|能接受|合适吗|怎么样|您看|\bshall we|\bcould we|\bcan we|\bwould (?:that|it|you)|\bcould (?:that|it)|\bhow about|\bcan (?:that|it)/i;
const SPECIFIC =
  /例如|比如|举例|因为|所以|这样|先.{1,20}再|for example|for instance|such as|because|so that|which means|first.{1,60}then|instead of/i;
const DIGS =
  /(?:哪|什么|怎么).{0,12}(?:担心|顾虑|在意|意思|原因|情况|发生|看重)|为什么(?:会)?(?:这么|担心|觉得)|具体(?:是)?(?:指|怕|担心|哪)|which part|what (?:exactly|worries|concerns|makes|happened|is behind|would)|why (?:is|does|do|did)|how so|tell me more/i;

/** Least words of a sentence that can answer something. */
const LEAST_WORDS = 7;
/** A line that speaks of so many kinds of doubt at once answers none of them. */
const MOST_KINDS = 4;

/**
 * How well a line answers what the customer waits for. It must speak of one of the expected ideas in sentences of its own;
 * an acknowledgement, a reason or figure, the customer's own words and a question back make it better. `concern`: the
 * customer's words, `told`: everything the customer said before.
 */
export function assess(
  reading: Reading,
  expectation: Expectation,
  { concern, told, least }: { concern: string; told: string; least: number },
): Assessment {
  const statements = reading.heard.filter(({ text, asks }) => !asks || PROPOSAL.test(text));
  const answering = statements.filter(
    ({ text }) => countWords(text) >= LEAST_WORDS && expectation.ideas.some((idea) => idea.test(text)),
  );
  const spoken = answering.map(({ text }) => text).join(' ');
  const found = expectation.ideas.filter((idea) => idea.test(spoken)).length;
  const quote = bestOf(answering, expectation);
  const back = asksBack(reading, concern);
  if (found === 0)
    return {
      quality: back === null ? 0 : 0.2,
      verdict: back === null ? 'ignored' : 'asked_back',
      quote: back,
    };
  const own = sharedCarriers(
    carriersOf(reading.heard.map(({ text }) => text).join(' ')),
    carriersOf(`${told} ${concern}`),
  );
  const base = found >= 3 ? 0.65 : found === 2 ? 0.55 : 0.42;
  const full =
    base +
    (reading.care === null ? 0 : 0.1) +
    (SPECIFIC.test(spoken) || figuresIn(spoken).length > 0 || /\d/.test(spoken) ? 0.08 : 0) +
    (own.length > 0 ? 0.1 : 0) +
    (reading.heard.some(({ asks }) => asks) ? 0.07 : 0);
  const quality = Math.min(1, kindsIn(spoken) > MOST_KINDS ? full * 0.4 : full);
  return { quality, verdict: quality >= least ? 'answered' : 'partly', quote };
}

function bestOf(sentences: readonly Sentence[], { ideas: expected }: Expectation): string | null {
  const hits = (text: string) => expected.filter((idea) => idea.test(text)).length;
  return sentences.reduce<string | null>(
    (best, { text }) => (best === null || hits(text) > hits(best) ? text : best),
    null,
  );
}

/** A question that digs into the concern instead of answering it at once. */
function asksBack(reading: Reading, concern: string): string | null {
  const about = carriersOf(concern);
  return (
    [...reading.open, ...reading.closed].find(
      (question) => DIGS.test(question) || sharedCarriers(carriersOf(question), about).length > 0,
    ) ?? null
  );
}

/** Kinds of objection a text speaks to with two ideas or more. */
function kindsIn(text: string): number {
  return Object.values(ideas).filter((list) => list.filter((idea) => idea.test(text)).length >= 2).length;
}
