import { z } from 'zod';
import { localizedTextSchema } from './language.ts';

/** Where a client stands with us. The order is the usual way. */
export const lifecycleStageSchema = z.enum(['sales', 'onboarding', 'support', 'success']);
export type LifecycleStage = z.infer<typeof lifecycleStageSchema>;

/** A colleague who can be given clients. */
export const agentSchema = z
  .object({ id: z.uuid(), name: localizedTextSchema, roles: z.array(z.string()) })
  .meta({ id: 'Agent' });
export type Agent = z.infer<typeof agentSchema>;

export const handoffStatusSchema = z.enum(['proposed', 'accepted', 'returned']);

export const handoffSchema = z
  .object({
    id: z.uuid(),
    from: lifecycleStageSchema,
    to: lifecycleStageSchema,
    status: handoffStatusSchema,
    /** Every item must be ticked before the next team can accept. */
    checklist: z.array(z.object({ key: z.string(), label: localizedTextSchema, done: z.boolean() })),
    note: z.string(),
    proposedBy: z.uuid(),
    proposedAt: z.iso.datetime(),
    decidedAt: z.iso.datetime().nullable(),
    /** Why it was returned. */
    reason: z.string().nullable(),
  })
  .meta({ id: 'Handoff' });
export type Handoff = z.infer<typeof handoffSchema>;

export const lifecycleSchema = z
  .object({
    clientId: z.uuid(),
    stage: lifecycleStageSchema,
    since: z.iso.datetime(),
    /** Where it can go from here. */
    next: z.array(lifecycleStageSchema),
    team: z.array(agentSchema),
    /** The one that waits for an answer. */
    open: handoffSchema.nullable(),
    /** Answered ones, newest first. */
    past: z.array(handoffSchema),
  })
  .meta({ id: 'Lifecycle' });
export type Lifecycle = z.infer<typeof lifecycleSchema>;

export const proposeHandoffSchema = z.object({
  /** Chosen by the caller, so that a repeated request makes one hand-off. */
  id: z.uuid(),
  to: lifecycleStageSchema,
  note: z.string().trim().max(5_000),
});
export type ProposeHandoff = z.infer<typeof proposeHandoffSchema>;

export const decideHandoffSchema = z.discriminatedUnion('decision', [
  /** `withMissing`: with items of the checklist not done, which a policy may let pass with somebody's yes only. */
  z.object({ decision: z.literal('accept'), withMissing: z.boolean().optional() }),
  z.object({ decision: z.literal('return'), reason: z.string().trim().min(1).max(1_000) }),
]);
export type DecideHandoff = z.infer<typeof decideHandoffSchema>;
