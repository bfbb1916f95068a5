import { expect, test } from 'vitest';
import { learn, type Weights } from './learner.ts';
import { featuresOf, groundsOf, PRIOR, type RankedTask, scoreOf } from './rank.ts';

const now = new Date('2026-11-20T02:00:00Z');

/** A repeatable series in [0, 1). */
function series(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const RULES = ['follow_up_map', 'ask_for_material', 'rerun_research', 'start_research'];

function someTask(random: () => number): RankedTask {
  return {
    rule: RULES[Math.floor(random() * RULES.length)] ?? 'manual',
    impact: 10 ** (3 + random() * 5),
    dueAt: new Date(now.getTime() + (random() * 72 - 12) * 3_600_000),
    createdAt: now,
    health: Math.round(random() * 100),
  };
}

/** This person never starts research, and always follows up on a map. */
const wanted = ({ rule }: RankedTask, random: () => number) =>
  random() < ({ follow_up_map: 0.95, ask_for_material: 0.7, rerun_research: 0.4 }[rule] ?? 0.05);

/** Share of a day's top five of thirty that the person takes on, over many days. */
function takenOn(weights: Weights, seed: number): number {
  const random = series(seed);
  let taken = 0;
  const days = 200;
  for (let day = 0; day < days; day += 1) {
    const ranked = Array.from({ length: 30 }, () => someTask(random))
      .map((task) => ({ task, score: scoreOf(weights, featuresOf(task, now)) }))
      .sort((a, b) => b.score - a.score);
    taken += ranked.slice(0, 5).filter(({ task }) => wanted(task, random)).length;
  }
  return taken / (days * 5);
}

test('after 120 decisions the five tasks at the top are the ones this person takes on', () => {
  const random = series(7);
  let weights: Weights = PRIOR;
  for (let seen = 0; seen < 120; seen += 1) {
    const task = someTask(random);
    weights = learn(weights, PRIOR, featuresOf(task, now), wanted(task, random) ? 1 : 0, seen);
  }
  const before = takenOn(PRIOR, 99);
  const after = takenOn(weights, 99);
  expect(before).toBeLessThan(0.65);
  expect(after).toBeGreaterThan(0.8);
});

test('a kind of task that is dismissed again and again sinks, and the list says why', () => {
  const task: RankedTask = { rule: 'ask_for_material', impact: 0, dueAt: null, createdAt: now, health: 60 };
  const features = featuresOf(task, now);
  let weights: Weights = PRIOR;
  for (let seen = 0; seen < 12; seen += 1) weights = learn(weights, PRIOR, features, 0, seen);
  expect(scoreOf(weights, features)).toBeLessThan(scoreOf(PRIOR, features) / 2);
  expect(groundsOf(weights, features).map(({ en }) => en)).toContain('You often dismiss this kind');
});

test('before any decision, what is overdue and worth much comes first', () => {
  const overdue = featuresOf(
    {
      rule: 'follow_up_map',
      impact: 3e7,
      dueAt: new Date(now.getTime() - 3_600_000),
      createdAt: now,
      health: 30,
    },
    now,
  );
  const idle = featuresOf({ rule: 'manual', impact: 0, dueAt: null, createdAt: now, health: 90 }, now);
  expect(scoreOf({}, overdue)).toBeGreaterThan(scoreOf({}, idle));
  expect(groundsOf({}, overdue).map(({ en }) => en)).toEqual(['Due soon', 'Much at stake']);
});
