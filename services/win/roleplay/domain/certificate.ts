import type { PracticeLevel, PracticeScenario, Thresholds } from '@tokenholic/contracts';
import { practiceScenarioSchema } from '@tokenholic/contracts';

/** Points that every scenario of a level must reach, unless managers set others. */
export const DEFAULT_THRESHOLDS: Thresholds = { easy: 70, medium: 70, hard: 75 };

export interface TalkResult {
  scenario: PracticeScenario;
  level: PracticeLevel;
  /** A manager's correction, else the computed score. */
  total: number;
  handedIn: boolean;
}
export type Best = { scenario: PracticeScenario; level: PracticeLevel; total: number }[];

/** The best result of each scenario and level; of handed-in talks only when asked. */
export function bestOf(talks: readonly TalkResult[], handedInOnly: boolean): Best {
  const best = new Map<string, Best[number]>();
  for (const { scenario, level, total, handedIn } of talks) {
    if (handedInOnly && !handedIn) continue;
    const key = `${scenario}/${level}`;
    if ((best.get(key)?.total ?? -1) < total) best.set(key, { scenario, level, total });
  }
  return [...best.values()];
}

/** The points of a certificate, the mean of its four scenarios; null while one of them falls short. */
export function earns(best: Best, level: PracticeLevel, thresholds: Thresholds): number | null {
  const own = practiceScenarioSchema.options.map(
    (scenario) => best.find((one) => one.scenario === scenario && one.level === level)?.total ?? 0,
  );
  return own.every((total) => total >= thresholds[level])
    ? Math.round(own.reduce((sum, total) => sum + total, 0) / own.length)
    : null;
}
