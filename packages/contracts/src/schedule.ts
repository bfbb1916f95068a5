import { z } from 'zod';
import { sourceKindSchema } from './research.ts';

/** `stale`: whenever the first source has gone stale. */
export const researchIntervalSchema = z.enum(['day', 'week', 'month', 'stale']);
export type ResearchInterval = z.infer<typeof researchIntervalSchema>;

export const researchScheduleSchema = z
  .object({
    /** Null: research is done when somebody asks for it. */
    every: researchIntervalSchema.nullable(),
    nextAt: z.iso.datetime().nullable(),
    setBy: z.string().nullable(),
  })
  .meta({ id: 'ResearchSchedule' });
export type ResearchSchedule = z.infer<typeof researchScheduleSchema>;

/** How old what was read from a kind of source is, and when it stops being good. */
export const sourceFreshnessSchema = z
  .object({
    kind: sourceKindSchema,
    pages: z.number().int().nonnegative(),
    readAt: z.iso.datetime(),
    /** Newest date that a page bears; null when none bears one. */
    newestDate: z.string().nullable(),
    freshDays: z.number().int().positive(),
    staleAt: z.iso.datetime(),
    isStale: z.boolean(),
    /** False for what only a person can renew: notes, files, the shipped library. */
    isRenewable: z.boolean(),
  })
  .meta({ id: 'SourceFreshness' });
export type SourceFreshness = z.infer<typeof sourceFreshnessSchema>;
