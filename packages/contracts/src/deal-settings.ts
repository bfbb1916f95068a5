import { z } from 'zod';

/** Open stages: five that every organisation begins with, three to take into use. */
export const OPEN_STAGES = [
  ...(['lead', 'discovery', 'evaluation', 'proposal', 'negotiation'] as const),
  ...(['extra_1', 'extra_2', 'extra_3'] as const),
] as const;
/** What a stage can stand for; the coach asks different things at each. */
export const STAGE_MEANINGS = ['lead', 'discovery', 'evaluation', 'proposal', 'negotiation'] as const;
export const stageMeaningSchema = z.enum(STAGE_MEANINGS);
export type StageMeaning = z.infer<typeof stageMeaningSchema>;

const shortName = z.object({
  zh: z.string().trim().min(1).max(24),
  en: z.string().trim().min(1).max(32),
});
const fieldKeySchema = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/);

/** What can be asked of a deal before it comes to a stage; `custom:KEY` is a field of the organisation's own. */
export const stageNeedSchema = z.union([
  z.enum(['amount', 'source', 'products', 'competitors', 'contacts', 'economic_buyer', 'next_step']),
  z.templateLiteral(['custom:', fieldKeySchema]),
]);
export type StageNeed = z.infer<typeof stageNeedSchema>;

export const stageSettingSchema = z.object({
  stage: z.enum(OPEN_STAGES),
  /** Off: no deal comes to it any more; those that stand there stay and are still shown. */
  used: z.boolean(),
  name: shortName,
  meaning: stageMeaningSchema,
  /** Planned while the organisation has too few closed deals of its own to learn from. */
  probability: z.number().min(0).max(1),
  /** Days without a word after which a deal at this stage counts as stalled. */
  rottingDays: z.number().int().min(1).max(365),
  needs: z.array(stageNeedSchema).max(20),
});
export type StageSetting = z.infer<typeof stageSettingSchema>;

export const customFieldSchema = z.object({
  /** Never changes: values, saved views and files name it. */
  key: fieldKeySchema,
  of: z.enum(['deal', 'contact']),
  name: shortName,
  type: z.enum(['text', 'number', 'date', 'yes_no', 'choice', 'choices', 'link']),
  /** For choices. One that is taken out stays on the records that have it. */
  options: z.array(z.string().trim().min(1).max(60)).max(50),
  required: z.boolean(),
  /** Shown as a column of the table. */
  inTable: z.boolean(),
  /** Taken out of forms; what was filled in is kept and comes back with it. */
  retired: z.boolean(),
});
export type CustomField = z.infer<typeof customFieldSchema>;

export const customValueSchema = z.union([
  z.string().max(2_000),
  z.number(),
  z.boolean(),
  z.array(z.string().max(60)).max(50),
]);
export type CustomValue = z.infer<typeof customValueSchema>;
export const customValuesSchema = z.record(fieldKeySchema, customValueSchema);
export type CustomValues = z.infer<typeof customValuesSchema>;

export const dealSettingsSchema = z
  .object({
    /** All open stages in the order of the pipeline. */
    stages: z.array(stageSettingSchema).length(OPEN_STAGES.length),
    fields: z.array(customFieldSchema).max(60),
    /** Counts edits; an edit names the one it was made on. */
    revision: z.number().int(),
  })
  .meta({ id: 'DealSettings' });
export type DealSettings = z.infer<typeof dealSettingsSchema>;

/** A filter under a name, one's own or shared; it keeps what is asked, never what was found. */
export const dealViewSchema = z
  .object({
    id: z.uuid(),
    name: z.string().trim().min(1).max(60),
    /** The address of the page, read again by the page. */
    search: z.record(z.string().max(20), z.string().max(200)),
    shared: z.boolean(),
    mine: z.boolean(),
    by: z.object({ zh: z.string(), en: z.string() }),
  })
  .meta({ id: 'DealView' });
export type DealView = z.infer<typeof dealViewSchema>;
export const saveDealViewSchema = dealViewSchema.omit({ mine: true, by: true });
export type SaveDealView = z.infer<typeof saveDealViewSchema>;
