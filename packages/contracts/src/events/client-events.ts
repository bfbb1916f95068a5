import { z } from 'zod';
import { consentPurposeSchema, lawfulBasisSchema } from '../consent.ts';
import { clientSchema, researchInputSchema } from '../identity.ts';
import { localizedTextSchema } from '../language.ts';
import { lifecycleStageSchema } from '../lifecycle.ts';
import { specialistOutcomeSchema, specialistStatusSchema } from '../specialists.ts';

const consentDecided = z.object({
  headline: localizedTextSchema,
  purpose: consentPurposeSchema,
  contactIds: z.array(z.uuid()),
});

/** Topic `client_events`: the life of a client as an organisation. Published by core/identity; consent by core/privacy. */
export const clientEvents = {
  'client.created': {
    1: z.object({ client: clientSchema, research: researchInputSchema.nullable() }),
  },
  'client.renamed': {
    1: z.object({ client: clientSchema, previousName: z.string() }),
  },
  'client.assigned': {
    1: z.object({ userId: z.uuid(), name: localizedTextSchema }),
  },
  'client.unassigned': {
    1: z.object({ userId: z.uuid(), name: localizedTextSchema }),
  },
  'client.handoff_proposed': {
    1: z.object({
      handoffId: z.uuid(),
      from: lifecycleStageSchema,
      to: lifecycleStageSchema,
      note: z.string(),
    }),
  },
  'client.handoff_returned': {
    1: z.object({ handoffId: z.uuid(), to: lifecycleStageSchema, reason: z.string() }),
  },
  /** A colleague is asked a question and sees the client until it is answered or its day has passed. */
  'client.specialist_invited': {
    1: z.object({
      ...{ requestId: z.uuid(), userId: z.uuid(), name: localizedTextSchema },
      ...{ question: z.string(), dueOn: z.iso.date() },
    }),
  },
  /** The invitation is over; who saw the client through it alone sees it no longer. */
  'client.specialist_returned': {
    1: z.object({
      ...{ requestId: z.uuid(), userId: z.uuid(), name: localizedTextSchema },
      status: specialistStatusSchema.exclude(['open']),
      outcome: specialistOutcomeSchema.nullable(),
      note: z.string(),
    }),
  },
  /** Contacts agreed to a purpose or took it back, by an address of theirs. The address is in no event. */
  'consent.given': { 1: consentDecided },
  'consent.withdrawn': { 1: consentDecided },
  /** The seller rests a purpose on something else, for people who have not decided. */
  'consent.policy_changed': {
    1: z.object({ headline: localizedTextSchema, purpose: consentPurposeSchema, basis: lawfulBasisSchema }),
  },
  /** A hand-off was accepted. */
  'client.stage_changed': {
    1: z.object({ handoffId: z.uuid(), from: lifecycleStageSchema, to: lifecycleStageSchema }),
  },
} as const;
