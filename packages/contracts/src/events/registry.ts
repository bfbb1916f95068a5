import { z } from 'zod';
import { approvalEvents } from './approval-events.ts';
import { battlemapEvents } from './battlemap-events.ts';
import { budgetEvents } from './budget-events.ts';
import { clientEvents } from './client-events.ts';
import { copilotEvents } from './copilot-events.ts';
import { dealEvents } from './deal-events.ts';
import { enablementEvents } from './enablement-events.ts';
import { knowledgeEvents } from './knowledge-events.ts';
import { objectionEvents } from './objection-events.ts';
import { personaEvents } from './persona-events.ts';
import { requirementEvents } from './requirement-events.ts';
import { researchEvents } from './research-events.ts';
import { solutionEvents } from './solution-events.ts';

/** Every topic, event type and schema version there is. A new version is added beside the old one, never in its place. */
export const eventRegistry = {
  client_events: clientEvents,
  research_events: researchEvents,
  battlemap_events: battlemapEvents,
  copilot_events: copilotEvents,
  enablement_events: enablementEvents,
  requirement_events: requirementEvents,
  objection_events: objectionEvents,
  deal_events: dealEvents,
  persona_events: personaEvents,
  knowledge_events: knowledgeEvents,
  solution_events: solutionEvents,
  budget_events: budgetEvents,
  approval_events: approvalEvents,
} as const;

type Registry = typeof eventRegistry;
export type Topic = keyof Registry;
export type EventType<T extends Topic = Topic> = T extends Topic ? keyof Registry[T] & string : never;

type AllEvents = Registry[Topic] extends infer U ? (U extends unknown ? U : never) : never;
type SchemaOf<N extends EventType> = AllEvents extends infer U
  ? U extends Record<N, { 1: infer S }>
    ? S
    : never
  : never;

/** Payload of an event type in its latest version. */
export type EventPayload<N extends EventType> = SchemaOf<N> extends z.ZodType<infer P> ? P : never;

/** The envelope as it stands in the log and as consumers and browsers get it. */
export const eventEnvelopeSchema = z.object({
  id: z.uuid(),
  /** Opaque, increasing per log: resume point for consumers and browsers. */
  position: z.string(),
  topic: z.enum(Object.keys(eventRegistry) as [Topic, ...Topic[]]),
  type: z.string(),
  version: z.number().int().positive(),
  organizationId: z.uuid(),
  occurredAt: z.iso.datetime(),
  actor: z.string(),
  traceId: z.string(),
  payload: z.unknown(),
  /** What of the payload is personal, sealed; absent once it is opened, and where nothing is. */
  personal: z.string().optional(),
});
export type EventEnvelope = z.infer<typeof eventEnvelopeSchema>;

export type TypedEvent<N extends EventType> = Omit<EventEnvelope, 'type' | 'payload'> & {
  type: N;
  payload: EventPayload<N>;
};
