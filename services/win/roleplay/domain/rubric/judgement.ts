import type {
  Engine,
  LocalizedText,
  PracticeCriterion,
  PracticePoint,
  PracticeScore,
} from '@tokenholic/contracts';
import { totalOf } from './score.ts';

type Verdict = 'missed' | 'partly' | 'met';
const BANDS: Readonly<Record<Verdict, readonly [number, number]>> = {
  missed: [0, 39],
  partly: [40, 69],
  met: [70, 100],
};
/** A model's word moves the rules' points no further than this. */
const FURTHEST = 25;
/** What is counted or looked up, not judged: how much was said, in what words, and what the knowledge base bears out. */
const COUNTED: ReadonlySet<PracticeCriterion> = new Set(['share', 'claims', 'brevity']);

export const verdictOf = (points: number): Verdict =>
  points >= 70 ? 'met' : points >= 40 ? 'partly' : 'missed';

/** What a model says of one criterion, with the seller's words it says it by. */
export interface Judged {
  criterion: PracticeCriterion;
  verdict: Verdict;
  turn: number;
  quote: string;
  better: LocalizedText | null;
}

/**
 * The rules' score after a model has read the talk: points move towards the band of its verdict, by 25 at most, never up on a
 * turn that was a list, a copy or an echo, and not at all where they were counted. Each quote has been found in the talk before.
 */
export function withJudgements(
  score: PracticeScore,
  judged: readonly Judged[],
  voidTurns: readonly number[],
  engine: Engine,
): PracticeScore {
  const points = score.criteria.map((point): PracticePoint => {
    const found = judged.find(({ criterion }) => criterion === point.criterion);
    if (found === undefined || COUNTED.has(point.criterion)) return point;
    const moved = towards(point.points, BANDS[found.verdict]);
    const isVoid = voidTurns.includes(found.turn);
    const known = point.evidence.some(({ quote }) => quote === found.quote);
    return {
      ...point,
      points: isVoid ? Math.min(point.points, moved) : moved,
      evidence: known
        ? point.evidence
        : [{ turn: found.turn, quote: found.quote, good: found.verdict !== 'missed' }, ...point.evidence],
      better: found.verdict === 'met' ? null : (found.better ?? point.better),
    };
  });
  return totalOf(points, score.hints, engine);
}

function towards(points: number, [low, high]: readonly [number, number]): number {
  if (points < low) return Math.min(low, points + FURTHEST);
  return points > high ? Math.max(high, points - FURTHEST) : points;
}
