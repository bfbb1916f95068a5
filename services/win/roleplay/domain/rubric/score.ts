import type {
  Engine,
  PracticeCriterion,
  PracticePoint,
  PracticeScore,
  PracticeSkill,
} from '@tokenholic/contracts';
import { scenarios } from '../scenario/scenarios.ts';
import type { Talk } from '../talk/talk.ts';
import { answers, concerns, empathy } from './answers.ts';
import { breadth, depth, playback, share } from './discovery.ts';
import { type Criteria, voidShare } from './measure.ts';
import { brevity, claims, step, value } from './substance.ts';

const criteria: Criteria = {
  breadth,
  depth,
  playback,
  share,
  answers,
  concerns,
  empathy,
  value,
  claims,
  brevity,
  step,
};

export const skillOf: Readonly<Record<PracticeCriterion, PracticeSkill>> = {
  breadth: 'discovery',
  depth: 'discovery',
  playback: 'listening',
  share: 'listening',
  answers: 'clarity',
  concerns: 'objections',
  empathy: 'listening',
  value: 'value',
  claims: 'evidence',
  brevity: 'clarity',
  step: 'next_step',
};

/** From here on nothing is left to better. */
const GOOD = 85;
const POINTS_A_HINT = 2;
const MOST_FOR_HINTS = 10;
/** What lists, copies and echoes take from everything else. */
const VOID_COSTS = 0.6;

const BY_RULES: Engine = { via: 'rules', model: null, reason: 'no_model_configured' };

/** Judges a talk by the scenario's rubric. Each criterion rests on the seller's own words. */
export function scoreTalk(talk: Talk, hints: number): PracticeScore {
  const { rubric } = scenarios[talk.setting.scenario];
  const points = (Object.entries(rubric) as [PracticeCriterion, number][]).map(
    ([criterion, weight]): PracticePoint => {
      const { points: found, reason, evidence, better } = criteria[criterion](talk);
      const rounded = Math.round(found * (1 - VOID_COSTS * voidShare(talk)) * 100);
      return {
        criterion,
        skill: skillOf[criterion],
        weight,
        points: rounded,
        reason,
        evidence,
        better: rounded >= GOOD ? null : better,
      };
    },
  );
  return totalOf(points, hints, BY_RULES);
}

/** The score from its criteria: weighted mean, less what hints cost. */
export function totalOf(points: readonly PracticePoint[], hints: number, engine: Engine): PracticeScore {
  const sum = points.reduce((total, one) => total + one.points * one.weight, 0);
  const skills = [...new Set(points.map(({ skill }) => skill))].map((skill) => {
    const own = points.filter((one) => one.skill === skill);
    const weight = own.reduce((total, one) => total + one.weight, 0);
    return {
      skill,
      points: Math.round(own.reduce((total, one) => total + one.points * one.weight, 0) / weight),
    };
  });
  const total = Math.max(0, Math.round(sum) - Math.min(MOST_FOR_HINTS, hints * POINTS_A_HINT));
  return { total, hints, skills, criteria: [...points], engine };
}
