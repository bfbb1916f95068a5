import { z } from 'zod';
import { dealFilterSchema, dealStageSchema, outcomeReasonSchema } from './deals.ts';
import { localizedTextSchema } from './language.ts';
import { engineSchema } from './taxonomy.ts';

/** Which closed deals are looked at. */
export const analysisFilterSchema = dealFilterSchema
  .pick({ search: true, client: true, owner: true, product: true, competitor: true, source: true })
  .extend({ period: z.enum(['quarter', 'half', 'year']).optional() });
export type AnalysisFilter = z.infer<typeof analysisFilterSchema>;

const shareSchema = z.object({ deals: z.number().int(), won: z.number().int() });
const intervalSchema = z.object({ value: z.number(), low: z.number(), high: z.number() });
const exampleSchema = z.object({ id: z.uuid(), title: z.string(), won: z.boolean() });

export const winFactorSchema = z.object({
  /** Stable within one answer; what the narrative points to. */
  key: z.string(),
  text: localizedTextSchema,
  with: shareSchema,
  without: shareSchema,
  /** Win rate with it less win rate without it, with a 95 % interval. */
  difference: intervalSchema,
  /** Odds ratio with all other factors held, with a 95 % interval; null where there are too few deals for that. */
  oddsRatio: intervalSchema.nullable(),
  /** Clear: still there when it is allowed for that many factors were looked at. */
  clear: z.boolean(),
  /** Fewer than 10 deals on one side. */
  small: z.boolean(),
  examples: z.array(exampleSchema),
});
export type WinFactor = z.infer<typeof winFactorSchema>;

export const stageSurvivalSchema = z.object({
  stage: dealStageSchema,
  entered: z.number().int(),
  /** Went on to a later stage or were won. */
  advanced: z.number().int(),
  lost: z.number().int(),
  stillThere: z.number().int(),
  /** Of days until half have left it, deals still there allowed for; null when half have not left yet. */
  medianDays: z.number().nullable(),
});
export type StageSurvival = z.infer<typeof stageSurvivalSchema>;

export const winLossSchema = z
  .object({
    deals: z.number().int(),
    won: z.number().int(),
    winRate: intervalSchema,
    /** Fewer than 30 closed deals: everything below is an impression, not a finding. */
    small: z.boolean(),
    medianDays: z.object({ won: z.number().nullable(), lost: z.number().nullable() }),
    factors: z.array(winFactorSchema),
    stages: z.array(stageSurvivalSchema),
    cohorts: z.array(shareSchema.extend({ quarter: z.string(), low: z.number(), high: z.number() })),
    /** Win rates of other cohorts. */
    groups: z.array(
      z.object({
        by: z.enum(['product', 'competitor', 'source', 'owner', 'size']),
        items: z.array(shareSchema.extend({ name: localizedTextSchema, low: z.number(), high: z.number() })),
      }),
    ),
    reasons: z.object({
      closed: z.array(
        z.object({ reason: outcomeReasonSchema, won: z.number().int(), lost: z.number().int() }),
      ),
      asked: z.number().int(),
      agreed: z.number().int(),
      pairs: z.array(
        z.object({
          ours: outcomeReasonSchema,
          buyers: outcomeReasonSchema,
          deals: z.number().int(),
          examples: z.array(exampleSchema),
        }),
      ),
    }),
    narrative: z.array(z.object({ text: localizedTextSchema, cites: z.array(z.string()) })),
    alerts: z.array(z.object({ text: localizedTextSchema, cites: z.array(z.string()) })),
    engine: engineSchema,
  })
  .meta({ id: 'WinLoss' });
export type WinLoss = z.infer<typeof winLossSchema>;
