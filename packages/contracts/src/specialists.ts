import { z } from 'zod';
import { localizedTextSchema } from './language.ts';

/** What came of asking a specialist. */
export const specialistOutcomeSchema = z.enum(['advised', 'follow_up', 'not_needed']);
export type SpecialistOutcome = z.infer<typeof specialistOutcomeSchema>;

/** How an invitation ended: with an outcome, because its day passed, or taken back. */
export const specialistStatusSchema = z.enum(['open', 'answered', 'expired', 'withdrawn']);
export type SpecialistStatus = z.infer<typeof specialistStatusSchema>;

/** A colleague with a question to answer, who sees the client until it is answered or its day has passed. */
export const specialistRequestSchema = z
  .object({
    id: z.uuid(),
    specialist: z.object({ id: z.uuid(), name: localizedTextSchema }),
    askedBy: z.uuid(),
    question: z.string(),
    /** The last day on which it can be answered. */
    dueOn: z.iso.date(),
    status: specialistStatusSchema,
    outcome: specialistOutcomeSchema.nullable(),
    note: z.string(),
    askedAt: z.iso.datetime(),
    endedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'SpecialistRequest' });
export type SpecialistRequest = z.infer<typeof specialistRequestSchema>;
export const specialistRequestsSchema = z.object({ items: z.array(specialistRequestSchema) });

export const inviteSpecialistSchema = z
  .object({
    /** Chosen by the caller, so that a repeated request invites once. */
    id: z.uuid(),
    specialistId: z.uuid(),
    question: z.string().trim().min(1).max(2_000),
    dueOn: z.iso.date(),
  })
  .meta({ id: 'InviteSpecialist' });
export type InviteSpecialist = z.infer<typeof inviteSpecialistSchema>;

export const answerSpecialistSchema = z
  .object({ outcome: specialistOutcomeSchema, note: z.string().trim().max(5_000) })
  .meta({ id: 'AnswerSpecialist' });
export type AnswerSpecialist = z.infer<typeof answerSpecialistSchema>;
