import { z } from 'zod';

export const researchIntervalSchema = z.enum(['day', 'week', 'month']);
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
