import { type Confidence, confidenceOf, type PracticeScore } from '@tokenholic/contracts';

/** From so many lines of the seller on, a talk says enough to be scored. */
const ENOUGH_LINES = 6;
/** Rules read words, a model also what was meant; neither is a person who was there. Set by judgement, not measured. */
const AT_BEST = { rules: 0.7, model: 0.9 } as const;

/** How sure a score is: the share of it that rests on the seller's own words, less for a short talk. */
export function scoreConfidence({ criteria, engine }: PracticeScore, lines: number): Confidence {
  const shown = criteria.reduce((sum, { evidence, weight }) => sum + (evidence.length > 0 ? weight : 0), 0);
  return confidenceOf(AT_BEST[engine.via] * shown * Math.min(1, lines / ENOUGH_LINES));
}
