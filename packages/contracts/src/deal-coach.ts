import { z } from 'zod';
import { dealStageSchema } from './deals.ts';
import { localizedTextSchema } from './language.ts';
import { confidenceSchema, engineSchema } from './taxonomy.ts';

/** Where a probability comes from. */
export const estimateBasisSchema = z.enum([
  /** Learnt from closed deals, and better than the base rate on later ones. */
  'model',
  /** Enough closed deals, but nothing in them foretells the end: the share that was won. */
  'base_rate',
  /** Too few closed deals: a planning figure by stage that comes with the product. */
  'prior',
]);
export type EstimateBasis = z.infer<typeof estimateBasisSchema>;

export const winEstimateSchema = z.object({
  probability: z.number(),
  /** 95 % for model and base rate; a range of planning for the prior. */
  low: z.number(),
  high: z.number(),
  basis: estimateBasisSchema,
  closedDeals: z.number().int(),
  neededDeals: z.number().int(),
});
export type WinEstimate = z.infer<typeof winEstimateSchema>;

export const riskKindSchema = z.enum([
  ...(['stalled', 'no_next_step', 'overdue', 'pushed', 'single_threaded'] as const),
  ...(['no_economic_buyer', 'no_champion', 'no_criteria', 'no_paper_process'] as const),
  ...(['competitor', 'blocker', 'one_sided', 'no_metrics'] as const),
]);
export type RiskKind = z.infer<typeof riskKindSchema>;

/** A fact of the deal's record that something rests on, with the words that were said where there are any. */
export const coachEvidenceSchema = z.object({
  text: localizedTextSchema,
  activityId: z.uuid().nullable(),
  quote: z.string().nullable(),
});
export type CoachEvidence = z.infer<typeof coachEvidenceSchema>;

export const dealRiskSchema = z.object({
  kind: riskKindSchema,
  level: z.enum(['high', 'medium', 'low']),
  /** Which letter of MEDDICC it leaves open. */
  meddicc: z.string().nullable(),
  text: localizedTextSchema,
  evidence: z.array(coachEvidenceSchema),
});
export type DealRisk = z.infer<typeof dealRiskSchema>;

export const adviceKindSchema = z.enum([
  ...([
    'revive',
    'agree_step',
    'reset_date',
    'widen',
    'reach_buyer',
    'grow_champion',
    'agree_criteria',
  ] as const),
  ...([
    'map_paper',
    'answer_competitor',
    'win_blocker',
    'get_answer',
    'quantify',
    'close_plan',
    'reference',
  ] as const),
]);
export type AdviceKind = z.infer<typeof adviceKindSchema>;

export const dealAdviceSchema = z.object({
  kind: adviceKindSchema,
  title: localizedTextSchema,
  reason: localizedTextSchema,
  evidence: z.array(coachEvidenceSchema),
  confidence: confidenceSchema,
  effect: z.object({
    /** Of probability, by the model; null where there is no model to ask. */
    points: z.number().nullable(),
    text: localizedTextSchema,
  }),
  dueOn: z.iso.date(),
});
export type DealAdvice = z.infer<typeof dealAdviceSchema>;

export const adviceDecisionSchema = z.object({
  decision: z.enum(['done', 'dismissed', 'snoozed', 'reopened']),
  reason: z.string().trim().max(500),
  /** For snoozed: comes back on this day. */
  until: z.iso.date().nullable(),
});
export type AdviceDecision = z.infer<typeof adviceDecisionSchema>;

export const adviceHistorySchema = adviceDecisionSchema.extend({
  id: z.uuid(),
  kind: adviceKindSchema,
  by: localizedTextSchema,
  at: z.iso.datetime(),
});
export type AdviceHistory = z.infer<typeof adviceHistorySchema>;

export const meddiccLineSchema = z.object({
  /** Metrics, economic buyer, decision criteria, decision process, paper process, identified pain, champion, competition. */
  letter: z.enum(['M', 'E', 'Dc', 'Dp', 'P', 'I', 'C', 'Co']),
  known: z.boolean(),
  evidence: z.array(coachEvidenceSchema),
});
export type MeddiccLine = z.infer<typeof meddiccLineSchema>;

export const dealCoachSchema = z
  .object({
    estimate: winEstimateSchema,
    drivers: z.array(z.object({ text: localizedTextSchema, points: z.number() })),
    risks: z.array(dealRiskSchema),
    meddicc: z.array(meddiccLineSchema),
    advice: z.array(dealAdviceSchema),
    history: z.array(adviceHistorySchema),
    engine: engineSchema,
  })
  .meta({ id: 'DealCoach' });
export type DealCoach = z.infer<typeof dealCoachSchema>;

const forecastLineSchema = z.object({
  deals: z.number().int(),
  amountCny: z.number(),
  /** Each amount times its probability, with the range that 80 of 100 such sets of deals would end in. */
  expectedCny: z.number(),
  lowCny: z.number(),
  highCny: z.number(),
  /** What owners commit to; what they reach for on top of it. */
  commitCny: z.number(),
  bestCaseCny: z.number(),
});

export const dealForecastSchema = z
  .object({
    basis: estimateBasisSchema,
    total: forecastLineSchema,
    months: z.array(forecastLineSchema.extend({ month: z.string() })),
    owners: z.array(forecastLineSchema.extend({ owner: localizedTextSchema })),
    stages: z.array(forecastLineSchema.extend({ stage: dealStageSchema })),
    quality: z
      .object({
        deals: z.number().int(),
        won: z.number().int(),
        auc: z.number(),
        brier: z.number(),
        baseBrier: z.number(),
        bins: z.array(z.object({ said: z.number(), happened: z.number(), deals: z.number().int() })),
      })
      .nullable(),
    /** Deals that their owners leave out; they are in none of the sums. */
    omitted: z.number().int(),
    closedDeals: z.number().int(),
    neededDeals: z.number().int(),
    effectiveness: z.array(
      z.object({
        kind: adviceKindSchema,
        done: z.object({ deals: z.number().int(), won: z.number().int() }),
        dismissed: z.object({ deals: z.number().int(), won: z.number().int() }),
      }),
    ),
  })
  .meta({ id: 'DealForecast' });
export type DealForecast = z.infer<typeof dealForecastSchema>;
