import { z } from 'zod';

/** How long rows of a table are kept, and what a run found. */
export const retentionLineSchema = z.object({
  table: z.string(),
  days: z.number().int(),
  /** Why so long, in both languages. */
  why: z.object({ zh: z.string(), en: z.string() }),
  /** Rows past their time: taken away by a run, or only counted by a dry one. */
  rows: z.number().int(),
});
export const retentionRunSchema = z
  .object({
    id: z.uuid(),
    startedAt: z.iso.datetime(),
    /** Null: by the clock. */
    startedBy: z.uuid().nullable(),
    dry: z.boolean(),
    results: z.array(retentionLineSchema),
  })
  .meta({ id: 'RetentionRun' });
export type RetentionRun = z.infer<typeof retentionRunSchema>;
export const retentionRunsSchema = z.object({ items: z.array(retentionRunSchema) });
