import { z } from 'zod';
import { eventEnvelopeSchema } from './events/registry.ts';
import { localizedTextSchema } from './language.ts';

/**
 * Browser → server on `/ws`. A room is a client's id; `after` resumes from the last position seen. `look` says which client
 * is on the screen, again every 20 seconds as long as it is; null: none any more.
 */
export const realtimeRequestSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('join'), room: z.uuid(), after: z.string().nullable() }),
  z.object({ type: z.literal('leave'), room: z.uuid() }),
  z.object({ type: z.literal('look'), room: z.uuid().nullable() }),
  z.object({ type: z.literal('ping') }),
]);
export type RealtimeRequest = z.infer<typeof realtimeRequestSchema>;

/** Somebody who has a client on the screen right now. */
export const onlookerSchema = z.object({ userId: z.uuid(), name: localizedTextSchema });
export type Onlooker = z.infer<typeof onlookerSchema>;

/** Server → browser. `presence` comes whenever who looks at a client changes, with everybody who does. */
export const realtimeMessageSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('joined'), room: z.uuid(), position: z.string().nullable() }),
  z.object({ type: z.literal('event'), event: eventEnvelopeSchema }),
  z.object({ type: z.literal('presence'), room: z.uuid(), people: z.array(onlookerSchema) }),
  z.object({ type: z.literal('refused'), room: z.uuid() }),
  z.object({ type: z.literal('pong') }),
]);
export type RealtimeMessage = z.infer<typeof realtimeMessageSchema>;
