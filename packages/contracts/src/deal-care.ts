import { z } from 'zod';
import { customValueSchema, OPEN_STAGES } from './deal-settings.ts';
import { dealStageSchema, forecastCallSchema } from './deals.ts';
import { localizedTextSchema } from './language.ts';

/** One change of many deals at once. */
export const bulkChangeSchema = z.discriminatedUnion('what', [
  z.object({ what: z.literal('stage'), to: z.enum(OPEN_STAGES) }),
  z.object({ what: z.literal('owner'), to: z.uuid() }),
  z.object({ what: z.literal('close_date'), to: z.iso.date() }),
  z.object({ what: z.literal('source'), to: z.string().trim().max(60) }),
  z.object({ what: z.literal('add_product'), to: z.string().trim().min(1).max(60) }),
  z.object({ what: z.literal('add_competitor'), to: z.string().trim().min(1).max(60) }),
  z.object({ what: z.literal('forecast'), to: forecastCallSchema }),
  z.object({ what: z.literal('custom'), key: z.string().max(40), to: customValueSchema.nullable() }),
]);
export type BulkChange = z.infer<typeof bulkChangeSchema>;

export const bulkEditSchema = z
  .object({ id: z.uuid(), dealIds: z.array(z.uuid()).min(1).max(200), change: bulkChangeSchema })
  .meta({ id: 'BulkEdit' });
export type BulkEdit = z.infer<typeof bulkEditSchema>;

/** What became of it; `id` takes it back. */
export const careReportSchema = z
  .object({
    id: z.uuid(),
    changed: z.number().int(),
    left: z.array(z.object({ title: z.string(), why: localizedTextSchema })),
  })
  .meta({ id: 'CareReport' });
export type CareReport = z.infer<typeof careReportSchema>;

const sideSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  about: localizedTextSchema,
  /** How much hangs on it: the side that has more is proposed to stay. */
  weight: z.number().int(),
});

/** Two records that are probably one. */
export const duplicateSchema = z
  .object({
    kind: z.enum(['deal', 'contact', 'account']),
    clientName: z.string(),
    keep: sideSchema,
    drop: sideSchema,
    score: z.number(),
    why: localizedTextSchema,
  })
  .meta({ id: 'Duplicate' });
export type Duplicate = z.infer<typeof duplicateSchema>;

export const mergeSchema = z
  .object({
    id: z.uuid(),
    /** Two clients are two tenants: they are shown, not merged here. */
    kind: z.enum(['deal', 'contact']),
    keep: z.uuid(),
    drop: z.uuid(),
  })
  .meta({ id: 'Merge' });
export type Merge = z.infer<typeof mergeSchema>;

/** Something done that can be taken back. */
export const careStepSchema = z
  .object({
    id: z.uuid(),
    kind: z.enum(['bulk', 'merge_deal', 'merge_contact']),
    text: localizedTextSchema,
    by: localizedTextSchema,
    at: z.iso.datetime(),
    undone: z.boolean(),
  })
  .meta({ id: 'CareStep' });
export type CareStep = z.infer<typeof careStepSchema>;

export const similarDealSchema = z
  .object({
    id: z.uuid(),
    title: z.string(),
    clientName: z.string(),
    stage: dealStageSchema,
    amountCny: z.number(),
    days: z.number(),
    reason: z.string().nullable(),
    buyerReason: z.string().nullable(),
    /** Of 1. */
    score: z.number(),
    why: z.array(localizedTextSchema),
  })
  .meta({ id: 'SimilarDeal' });
export type SimilarDeal = z.infer<typeof similarDealSchema>;
