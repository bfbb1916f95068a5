import { learn, type Weights } from '../../services/core/copilot/domain/learner.ts';
import {
  featuresOf,
  PRIOR,
  type RankedTask,
  scoreOf,
  TARGETS,
} from '../../services/core/copilot/domain/rank.ts';

// Does feedback change the ranking for the better? Simulated people, each with a taste of their own that the ranking cannot
// see, answer what stands at the top of their list; the learner's order is compared with orders that do not learn, on the
// same days, the same tasks and the same luck. A simulation: it shows that the learner finds a taste that is there and at
// what pace, not what real people like. Half of the people change their taste after half of the days.

const PEOPLE = 200;
const DAYS = 60;
const TASKS_A_DAY = 20;
const SHOWN = 5;
const RULES = [
  'follow_up_map',
  'ask_for_material',
  'rerun_research',
  'start_research',
  'answer_handoff',
  'manual',
];
const NOW = new Date('2026-11-20T02:00:00Z');
const HOUR = 3_600_000;

/** A repeatable series in (0, 1). */
function series(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state + 0.5) / 2 ** 32;
  };
}

interface Taste {
  rules: ReadonlyMap<string, number>;
  urgency: number;
  impact: number;
}

function someTaste(random: () => number): Taste {
  return {
    rules: new Map(RULES.map((rule) => [rule, (random() - 0.5) * 6])),
    urgency: random() * 2,
    impact: random() * 2,
  };
}

function someTask(random: () => number): RankedTask {
  return {
    rule: RULES[Math.floor(random() * RULES.length)] ?? 'manual',
    impact: 10 ** (3 + random() * 5),
    dueAt: new Date(NOW.getTime() + (random() * 72 - 12) * HOUR),
    createdAt: NOW,
    health: Math.round(random() * 100),
  };
}

/** How much this person wants to do a task: the chance in (0, 1) that they take it on. */
function wish({ rules, urgency, impact }: Taste, task: RankedTask): number {
  const features = featuresOf(task, NOW);
  const sum =
    -1 + (rules.get(task.rule) ?? 0) + urgency * (features.urgency ?? 0) + impact * (features.impact ?? 0);
  return 1 / (1 + Math.exp(-sum));
}

/** Normalised discounted gain of the shown tasks, the gain being how much they are wanted. */
function ndcg(shown: readonly number[], best: readonly number[]): number {
  const dcg = (gains: readonly number[]) =>
    gains.reduce((sum, gain, place) => sum + gain / Math.log2(place + 2), 0);
  return dcg(shown) / dcg(best);
}

const ORDERS = ['learner', 'fixed order', 'due first', 'by chance'] as const;
type Order = (typeof ORDERS)[number];
interface Day {
  ndcg: number;
  regret: number;
}

let decisions = 0;
let learning = 0;

function live(seed: number): Record<Order, Day[]> {
  const random = series(seed);
  const tastes = [someTaste(random), someTaste(random)] as const;
  const changes = seed % 2 === 1;
  let weights: Weights = PRIOR;
  let seen = 0;
  const days: Record<Order, Day[]> = { learner: [], 'fixed order': [], 'due first': [], 'by chance': [] };
  for (let day = 0; day < DAYS; day += 1) {
    const taste = changes && day >= DAYS / 2 ? tastes[1] : tastes[0];
    const tasks = Array.from({ length: TASKS_A_DAY }, () => {
      const task = someTask(random);
      return { task, wish: wish(taste, task), luck: random() };
    });
    const best = tasks.map((one) => one.wish).sort((a, b) => b - a);
    const by: Record<Order, (one: (typeof tasks)[number]) => number> = {
      learner: ({ task }) => scoreOf(weights, featuresOf(task, NOW)),
      'fixed order': ({ task }) => scoreOf({}, featuresOf(task, NOW)),
      'due first': ({ task }) => -(task.dueAt?.getTime() ?? 0),
      'by chance': ({ luck }) => (luck * 7_919) % 1,
    };
    for (const order of ORDERS) {
      const shown = [...tasks].sort((a, b) => by[order](b) - by[order](a)).slice(0, SHOWN);
      const gains = shown.map((one) => one.wish);
      const sum = (values: readonly number[]) => values.reduce((total, one) => total + one, 0);
      days[order].push({
        ndcg: ndcg(gains, best.slice(0, SHOWN)),
        regret: sum(best.slice(0, SHOWN)) - sum(gains),
      });
      if (order !== 'learner') continue;
      const started = process.cpuUsage();
      for (const { task, wish: wanted, luck } of shown) {
        // Who does not take a task on puts it off or dismisses it, by the same luck.
        const target =
          luck < wanted ? TARGETS.accept : luck < (1 + wanted) / 2 ? TARGETS.defer : TARGETS.dismiss;
        weights = learn({ ...PRIOR, ...weights }, PRIOR, featuresOf(task, NOW), target, seen);
        seen += 1;
      }
      const { user, system } = process.cpuUsage(started);
      learning += user + system;
      decisions += shown.length;
    }
  }
  return days;
}

const lives = Array.from({ length: PEOPLE }, (_, person) => live(person + 1));

/** Mean over people with its 95 % interval (normal, people are independent). */
function mean(values: readonly number[]): { mean: number; half: number } {
  const middle = values.reduce((sum, one) => sum + one, 0) / values.length;
  const variance = values.reduce((sum, one) => sum + (one - middle) ** 2, 0) / (values.length - 1);
  return { mean: middle, half: 1.96 * Math.sqrt(variance / values.length) };
}

const over = (order: Order, from: number, to: number, what: keyof Day, people = lives) =>
  mean(
    people.map((days) => {
      const slice = days[order].slice(from, to);
      return slice.reduce((sum, day) => sum + day[what], 0) / slice.length;
    }),
  );
const said = ({ mean: middle, half }: { mean: number; half: number }) =>
  `${middle.toFixed(3)} ± ${half.toFixed(3)}`;

process.stdout.write(
  `ranking: ${PEOPLE} simulated people, ${DAYS} days, ${TASKS_A_DAY} tasks a day of which ${SHOWN} are shown and answered\n`,
);
for (const order of ORDERS)
  process.stdout.write(
    `  ${order.padEnd(12)} NDCG@5 day 1: ${said(over(order, 0, 1, 'ndcg'))}, days 6-10: ${said(over(order, 5, 10, 'ndcg'))}, days 21-30: ${said(over(order, 20, 30, 'ndcg'))}; regret a day, days 21-30: ${said(over(order, 20, 30, 'regret'))}\n`,
  );
const changed = lives.filter((_, person) => (person + 1) % 2 === 1);
for (const [name, from, to] of [
  ['the day of the change', 30, 31],
  ['days 31-40', 30, 40],
  ['days 51-60', 50, 60],
] as const)
  process.stdout.write(
    `  taste changed, ${name}: learner ${said(over('learner', from, to, 'ndcg', changed))}, fixed order ${said(over('fixed order', from, to, 'ndcg', changed))}\n`,
  );
const better = lives.filter(
  (days) =>
    days.learner.slice(20, 30).reduce((sum, day) => sum + day.regret, 0) <
    days['fixed order'].slice(20, 30).reduce((sum, day) => sum + day.regret, 0),
).length;
process.stdout.write(
  `  less regret than the fixed order in days 21-30 for ${better} of ${PEOPLE} people; ${(learning / decisions).toFixed(1)} µs of processor a decision\n`,
);
