import type { PersonaTraitKey } from '@tokenholic/contracts';
import { compute, linesOf } from '@tokenholic/personas';
import { type Labelled, labelledHistory, type Planted } from './generate.ts';

// Precision and recall per trait on generated histories with planted traits, beside the commonest value guessed for everybody,
// and a table that says how often a confidence was right. Even seeds may be looked at when rules and constants are mended, odd
// ones are held out. Sizes go from too few activities to say anything to half a year's daily work.

const say = (line: string) => process.stdout.write(`${line}\n`);
const SIZES = [6, 12, 25, 60, 120];
const EACH = 16;
const half = process.argv[2] === 'tune' ? 0 : 1;
const people: (Labelled & { size: number })[] = SIZES.flatMap((size) =>
  Array.from({ length: EACH }, (_, index) => ({
    size,
    ...labelledHistory(1_000 * size + 2 * index + half, size),
  })),
);

const ONE = [
  'channel',
  'length',
  'formality',
  'proof',
  'language',
  'decision_style',
  'risk',
  'buying_role',
  'answer_time',
  'trend',
] as const;
const MANY = ['priority', 'pain', 'likely_objection', 'active_days'] as const;

interface Said {
  key: PersonaTraitKey;
  size: number;
  score: number;
  right: boolean;
}

/** The planted hour lies in the window that was said, or an hour beside it. */
function isHour(value: string, hour: number): boolean {
  const [from = 0, to = 0] = value.split('-').map(Number);
  const width = (to - from + 24) % 24;
  return (hour - from + 1 + 24) % 24 <= width + 2;
}

const said: Said[] = [];
const wrong = new Map<string, number>();
const wanted = new Map<string, number>();
const found = new Map<string, number>();
const seconds: number[] = [];
for (const { planted, history, size } of people) {
  const began = process.cpuUsage();
  const lines = linesOf(compute(history).traits, []);
  seconds.push(process.cpuUsage(began).user / 1e6);
  const traits = (key: PersonaTraitKey) => lines.find((line) => line.key === key)?.traits ?? [];
  const note = (key: PersonaTraitKey, value: string, score: number, right: boolean) => {
    said.push({ key, size, score, right });
    if (right) found.set(key, (found.get(key) ?? 0) + 1);
    else {
      const text = `${planted.language} ${key} ${value}, planted ${planted[key as keyof Planted]}`;
      wrong.set(text, (wrong.get(text) ?? 0) + 1);
    }
  };
  for (const key of ONE) {
    wanted.set(key, (wanted.get(key) ?? 0) + 1);
    for (const { value, confidence } of traits(key))
      note(key, value, confidence.score, value === planted[key]);
  }
  for (const key of MANY) {
    wanted.set(key, (wanted.get(key) ?? 0) + planted[key].length);
    for (const { value, confidence } of traits(key))
      note(key, value, confidence.score, (planted[key] as readonly string[]).includes(value));
  }
  wanted.set('active_hours', (wanted.get('active_hours') ?? 0) + 1);
  for (const { value, confidence } of traits('active_hours'))
    note('active_hours', value, confidence.score, isHour(value, planted.active_hours));
}

function commonest(key: (typeof ONE)[number]): number {
  const counts = new Map<string, number>();
  for (const { planted } of people) counts.set(planted[key], (counts.get(planted[key]) ?? 0) + 1);
  return Math.max(...counts.values()) / people.length;
}

const zh = people.filter(({ planted }) => planted.language === 'zh').length;
say(
  `${people.length} histories (${zh} zh, ${people.length - zh} en), ${half === 0 ? 'tuning' : 'held-out'} half\n`,
);
say('trait               said  right  precision  recall  commonest value');
for (const key of [...ONE, ...MANY, 'active_hours'] as const) {
  const mine = said.filter((one) => one.key === key);
  const right = mine.filter((one) => one.right).length;
  const base = (ONE as readonly string[]).includes(key)
    ? commonest(key as (typeof ONE)[number]).toFixed(2)
    : '–';
  const precision = mine.length === 0 ? '–' : (right / mine.length).toFixed(3);
  const recall = ((found.get(key) ?? 0) / (wanted.get(key) ?? 1)).toFixed(3);
  say(
    `${key.padEnd(18)} ${String(mine.length).padStart(5)} ${String(right).padStart(6)} ${precision.padStart(10)} ${recall.padStart(7)} ${base.padStart(16)}`,
  );
}
say('\nconfidence    said  right  share right');
for (const [from, to] of [
  [0.7, 0.75],
  [0.75, 0.8],
  [0.8, 0.85],
  [0.85, 0.9],
  [0.9, 1.01],
] as const) {
  const mine = said.filter(({ score }) => score >= from && score < to);
  const right = mine.filter((one) => one.right).length;
  say(
    `${from.toFixed(2)}–${Math.min(1, to).toFixed(2)}  ${String(mine.length).padStart(8)} ${String(right).padStart(6)} ${mine.length === 0 ? '–' : (right / mine.length).toFixed(3)}`,
  );
}
const right = said.filter((one) => one.right).length;
const meanScore = said.reduce((sum, { score }) => sum + score, 0) / said.length;
const brier = said.reduce((sum, one) => sum + (one.score - Number(one.right)) ** 2, 0) / said.length;
say(
  `\nall: said ${said.length}, right ${(right / said.length).toFixed(3)}, mean confidence ${meanScore.toFixed(3)}, Brier ${brier.toFixed(3)}`,
);
say('\nby size of the history: traits said a person, share right');
for (const size of SIZES) {
  const mine = said.filter((one) => one.size === size);
  const rate = mine.filter((one) => one.right).length / Math.max(1, mine.length);
  const activities = people
    .filter((one) => one.size === size)
    .map(({ history }) => history.interactions.length);
  const mean = activities.reduce((sum, count) => sum + count, 0) / activities.length;
  say(`${mean.toFixed(0).padStart(4)} activities: ${(mine.length / EACH).toFixed(1)}, ${rate.toFixed(3)}`);
}
if (process.argv[3] === 'wrong')
  for (const [text, times] of [...wrong].sort((first, second) => second[1] - first[1]).slice(0, 40))
    say(`${times} ${text}`);
