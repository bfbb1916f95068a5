import type { Metric, MetricKind, MetricValue } from '@tokenholic/contracts';
import { studentInterval, wilson } from './intervals.ts';

/** One thing a person did that counts for a metric; a share counts 1 for yes and 0 for no. */
export interface Fact {
  userId: string;
  metric: Metric;
  value: number;
  at: Date;
}

export const KINDS: Readonly<Record<Metric, MetricKind>> = {
  maps_drawn: 'count',
  findings_judged: 'sum',
  tasks_in_time: 'share',
  first_answer_hours: 'mean',
  deals_won_cny: 'sum',
  practice_score: 'mean',
  handoffs_kept: 'share',
};

export const METRICS: readonly Metric[] = [
  ...(['maps_drawn', 'findings_judged', 'tasks_in_time', 'first_answer_hours'] as const),
  ...(['deals_won_cny', 'practice_score', 'handoffs_kept'] as const),
];

/** Lower is better: the target is a ceiling. */
export const isCeiling = (metric: Metric): boolean => metric === 'first_answer_hours';

/** Fewer records give no interval. */
const FEWEST = 3;

/** A metric of the given facts, which are all of one person and one period. */
export function measure(metric: Metric, facts: readonly Pick<Fact, 'metric' | 'value'>[]): MetricValue {
  const values = facts.filter((fact) => fact.metric === metric).map(({ value }) => value);
  const records = values.length;
  const sum = values.reduce((total, value) => total + value, 0);
  const kind = KINDS[metric];
  const none = { low: null, high: null };
  if (kind === 'count') return { metric, value: records, records, ...none };
  if (kind === 'sum') return { metric, value: sum, records, ...none };
  if (records === 0) return { metric, value: null, records, ...none };
  const value = sum / records;
  if (records < FEWEST) return { metric, value, records, ...none };
  return { metric, value, records, ...(kind === 'share' ? wilson(sum, records) : studentInterval(values)) };
}

/** People it takes before an average of the team is shown: below, one could tell who did what. */
export const TEAM_NEEDS = 5;

/** The mean of the people's own values; null when too few stand behind it. */
export function teamAverage(metric: Metric, perPerson: readonly MetricValue[]) {
  const values = perPerson.flatMap((one) =>
    one.metric === metric && one.value !== null && (one.records > 0 || isGrowing(metric)) ? [one.value] : [],
  );
  const people = values.length;
  const enough = people >= TEAM_NEEDS;
  return { metric, people, average: enough ? values.reduce((sum, one) => sum + one, 0) / people : null };
}

/** Nothing done is a value too: none. */
const isGrowing = (metric: Metric) => KINDS[metric] === 'count' || KINDS[metric] === 'sum';
