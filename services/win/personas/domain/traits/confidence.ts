import type { PersonaTraitKey } from '@tokenholic/contracts';
import { probabilityAbove } from '../statistics/proportion.ts';

/**
 * How far a trait's signs can be trusted at all, however many there are: what was right of what was said on the tuning half of
 * the labelled histories (bench/personas/traits.ts prints it), rounded down to 0.05 and never above 0.95. Two traits without
 * planted values there (answers_within_day, best_time) are measured, not read.
 */
export const RELIABILITY: Readonly<Record<PersonaTraitKey, number>> = {
  channel: 0.95,
  length: 0.95,
  formality: 0.9,
  proof: 0.95,
  language: 0.95,
  decision_style: 0.9,
  risk: 0.95,
  buying_role: 0.9,
  priority: 0.85,
  pain: 0.95,
  active_hours: 0.95,
  active_days: 0.95,
  answer_time: 0.9,
  trend: 0.95,
  answers_within_day: 0.95,
  best_time: 0.95,
  likely_objection: 0.8,
};

/** Fewer activities than this say nothing, whatever they say. */
export const LEAST_SUPPORT = 3;
/** Below this confidence nothing is said: "not enough to say". */
export const LEAST_CONFIDENCE = 0.7;

/**
 * Confidence that what most activities say is what most would say: the probability that its share is above one half, seen
 * `support` activities for it and `against` for the strongest other, without an opinion before (uniform prior), times the
 * trait's reliability. 3 : 0 gives 0.94, 3 : 1 0.81, 6 : 4 0.73, 12 : 2 0.996, each times the reliability.
 */
export function confidenceFrom(key: PersonaTraitKey, support: number, against: number): number {
  return RELIABILITY[key] * probabilityAbove(0.5, support, against);
}

/** The same against a share that is common to everybody: how probable it is that this person is above it. */
export function confidenceAbove(key: PersonaTraitKey, base: number, hits: number, cases: number): number {
  return RELIABILITY[key] * probabilityAbove(base, hits, cases - hits);
}

export function isEnough({ support, score }: { support: number; score: number }): boolean {
  return support >= LEAST_SUPPORT && score >= LEAST_CONFIDENCE;
}
