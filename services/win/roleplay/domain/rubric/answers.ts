import { planOf } from '../talk/phases.ts';
import type { Concern, Talk } from '../talk/talk.ts';
import { type Criterion, clamp, type Measure, quoted, text } from './measure.ts';

/** What each time a customer has to ask again takes from an answer: one that comes late, or by chance, was not listened for. */
const PRESS_COSTS = 0.25;

/** 0 to 1: a concern settled at once counts from 0.7 up, one that was passed over first or half answered less. */
export function worthOf({ state, best, presses }: Concern): number {
  if (best === null) return 0;
  const worth = state === 'answered' ? 0.7 + 0.3 * clamp((best.quality - 0.45) / 0.45) : best.quality * 0.6;
  return worth * clamp(1 - PRESS_COSTS * presses);
}

/** What a talk that ended early never came to counts as unanswered. */
function mean(found: readonly Concern[], expected: number): number | null {
  const all = Math.max(found.length, expected);
  return all === 0 ? null : found.reduce((sum, one) => sum + worthOf(one), 0) / all;
}

function measure(found: readonly Concern[], expected: number, noun: { zh: string; en: string }): Measure {
  const worst = [...found].sort((a, b) => worthOf(a) - worthOf(b))[0];
  const settled = found.filter(({ state }) => state === 'answered').length;
  const points = mean(found, expected);
  return {
    points: points ?? 1,
    reason:
      found.length === 0
        ? text(`这次没有谈到${noun.zh}。`, `The talk did not come to ${noun.en}.`)
        : text(
            `${found.length} 个${noun.zh}里有 ${settled} 个得到了回答。`,
            `${settled} of ${found.length} ${noun.en} were answered.`,
          ),
    evidence: found.flatMap(({ best, state }) =>
      best?.quote == null ? [] : [quoted(best.quote, best.turn, state === 'answered')],
    ),
    better:
      worst?.expectation.better ??
      text('“我先正面回答您：……这样说清楚了吗？”', '“Let me answer that first: … Does that make it clear?”'),
  };
}

const QUESTIONS = { zh: '客户的问题', en: 'of the customer’s questions' };
/** The customer's own questions, to the point. */
export const answers: Criterion = (talk) => {
  const found = talk.concerns.filter(({ kind }) => kind !== 'objection');
  const { questions } = planOf(talk);
  return measure(found, questions, QUESTIONS);
};

/** Objections settled. */
export const concerns: Criterion = (talk) =>
  measure(objectionsOf(talk), planOf(talk).objections, { zh: '异议', en: 'objections' });

export const objectionsOf = (talk: Talk) => talk.concerns.filter(({ kind }) => kind === 'objection');

/** Objections that were acknowledged before or while they were answered. */
export const empathy: Criterion = (talk) => {
  const found = objectionsOf(talk);
  const all = Math.max(found.length, planOf(talk).objections, 1);
  const kind = found.filter(({ acknowledged }) => acknowledged !== null);
  // Kind words that no answer follows are half of it.
  const sum = kind.reduce(
    (total, { state, becauseTold }) => total + (state === 'answered' || becauseTold ? 1 : 0.4),
    0,
  );
  const cold = found.find(({ acknowledged }) => acknowledged === null);
  return {
    points: clamp(sum / all),
    reason: text(
      `${found.length} 个异议里有 ${kind.length} 个先表示了理解。`,
      `${kind.length} of ${found.length} objections were acknowledged.`,
    ),
    evidence: kind.flatMap(({ acknowledged }) =>
      acknowledged === null ? [] : [quoted(acknowledged.quote, acknowledged.turn)],
    ),
    better:
      cold?.expectation.better ??
      text(
        '“您担心这一点，我理解。您最怕哪种情况发生？”',
        '“I understand why that worries you. What are you most afraid would happen?”',
      ),
  };
};
