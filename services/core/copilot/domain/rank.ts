import type { LocalizedText } from '@tokenholic/contracts';
import { type Features, predict, type Weights } from './learner.ts';

export interface RankedTask {
  rule: string;
  impact: number;
  dueAt: Date | null;
  createdAt: Date;
  health: number;
}

/** What everybody's ranking starts with, before a decision was seen. */
export const PRIOR: Weights = {
  one: -0.8,
  urgency: 1.8,
  overdue: 1,
  impact: 1.5,
  risk: 0.8,
  escalation: 1.5,
};

const HOUR = 3_600_000;

/** What the ranking knows of a task, each about 0 to 1. */
export function featuresOf(task: RankedTask, now: Date): Features {
  const hoursLeft = task.dueAt === null ? null : (task.dueAt.getTime() - now.getTime()) / HOUR;
  return {
    one: 1,
    // 1 when due now, 0.5 a working day before.
    urgency: hoursLeft === null ? 0.1 : 1 / (1 + Math.max(0, hoursLeft) / 8),
    overdue: hoursLeft !== null && hoursLeft < 0 ? 1 : 0,
    // ¥10,000 a year gives 0, ¥100 million gives 1.
    impact: Math.min(1, Math.max(0, (Math.log10(Math.max(1, task.impact)) - 4) / 4)),
    risk: Math.max(0, (60 - task.health) / 60),
    escalation: task.rule === 'escalation' ? 1 : 0,
    [`rule:${task.rule}`]: 1,
  };
}

/** Chance that this person takes the task on now. */
export function scoreOf(weights: Weights, features: Features): number {
  return predict({ ...PRIOR, ...weights }, features);
}

const GROUNDS: Record<string, LocalizedText> = {
  urgency: { zh: '时限临近', en: 'Due soon' },
  overdue: { zh: '已过时限', en: 'Overdue' },
  impact: { zh: '金额高', en: 'Much at stake' },
  risk: { zh: '客户健康分低', en: 'Client health is low' },
  escalation: { zh: '已升级', en: 'Escalated' },
  rule: { zh: '您通常会处理这类任务', en: 'You usually take on this kind' },
};

const AGAINST: LocalizedText = { zh: '您常忽略这类任务', en: 'You often dismiss this kind' };
const WORTH_SAYING = 0.25;

/** The strongest grounds of a score, at most two, in words. */
export function groundsOf(weights: Weights, features: Features): LocalizedText[] {
  const all = { ...PRIOR, ...weights };
  const parts = Object.entries(features)
    .filter(([name]) => name !== 'one')
    .map(([name, value]) => ({ name: name.split(':')[0] ?? name, part: (all[name] ?? 0) * value }));
  const dismissed = parts.find(({ name, part }) => name === 'rule' && part < -WORTH_SAYING);
  const grounds = parts
    .filter(({ part }) => part > WORTH_SAYING)
    .sort((a, b) => b.part - a.part)
    .flatMap(({ name }) => GROUNDS[name] ?? [])
    .slice(0, 2);
  return dismissed === undefined ? grounds : [...grounds.slice(0, 1), AGAINST];
}

/** What a decision says about a task, as the learner's target; null teaches nothing. */
export const TARGETS = { accept: 1, finish: 1, modify: 0.85, defer: 0.35, dismiss: 0, reopen: null } as const;
