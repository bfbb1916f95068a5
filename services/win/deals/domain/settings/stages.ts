import type {
  DealSettings,
  DealStage,
  LocalizedText,
  StageMeaning,
  StageNeed,
  StageSetting,
} from '@tokenholic/contracts';
import { STAGE_NAMES } from '../headline.ts';

const DAYS = 14;

const stage = (name: StageMeaning, probability: number, more: Partial<StageSetting> = {}): StageSetting => ({
  ...{ stage: name, used: true, name: STAGE_NAMES[name], meaning: name, probability },
  ...{ rottingDays: DAYS, needs: [], ...more },
});

const spare = (number: 1 | 2 | 3): StageSetting => ({
  ...stage('evaluation', 0.35, { used: false }),
  ...{ stage: `extra_${number}`, name: STAGE_NAMES[`extra_${number}`] },
});

/**
 * What an organisation begins with. The probabilities are planning figures of the product, not a measurement: of ten deals at
 * a stage so many are usually planned to be won.
 */
export const DEFAULT_SETTINGS: DealSettings = {
  stages: [
    ...[stage('lead', 0.1), stage('discovery', 0.2), stage('evaluation', 0.35)],
    ...[stage('proposal', 0.45), stage('negotiation', 0.65)],
    ...[spare(1), spare(2), spare(3)],
  ],
  fields: [],
  revision: 0,
};

/** The way of deals as one organisation has set it. */
export interface StageBook {
  /** Open stages in use, in order. */
  open: readonly StageSetting['stage'][];
  nameOf: (stage: DealStage) => LocalizedText;
  /** What the coach takes a stage for; won and lost mean themselves. */
  meaningOf: (stage: DealStage) => DealStage;
  /** Its place in the order, won behind all, lost before all. */
  placeOf: (stage: DealStage) => number;
  probabilityOf: (stage: DealStage) => number;
  rottingDaysOf: (stage: DealStage) => number;
  needsOf: (stage: DealStage) => readonly StageNeed[];
  isUsed: (stage: DealStage) => boolean;
}

export function stageBook({ stages }: Pick<DealSettings, 'stages'>): StageBook {
  const known = new Map<DealStage, StageSetting>(stages.map((one) => [one.stage, one]));
  const order = new Map<DealStage, number>(stages.map((one, at) => [one.stage, at]));
  return {
    open: stages.filter(({ used }) => used).map((one) => one.stage),
    nameOf: (one) => known.get(one)?.name ?? STAGE_NAMES[one],
    meaningOf: (one) => known.get(one)?.meaning ?? one,
    placeOf: (one) => (one === 'won' ? stages.length : (order.get(one) ?? -1)),
    probabilityOf: (one) => known.get(one)?.probability ?? (one === 'won' ? 1 : 0),
    rottingDaysOf: (one) => known.get(one)?.rottingDays ?? DAYS,
    needsOf: (one) => known.get(one)?.needs ?? [],
    isUsed: (one) => known.get(one)?.used ?? true,
  };
}
