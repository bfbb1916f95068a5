import { z } from 'zod';
import { eventEnvelopeSchema } from './events/registry.ts';

/** Browser → server on `/ws`. A room is a client's id; `after` resumes from the last position seen. */
export const realtimeRequestSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('join'), room: z.uuid(), after: z.string().nullable() }),
  z.object({ type: z.literal('leave'), room: z.uuid() }),
  z.object({ type: z.literal('ping') }),
]);
export type RealtimeRequest = z.infer<typeof realtimeRequestSchema>;

/** Server → browser. */
export const realtimeMessageSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('joined'), room: z.uuid(), position: z.string().nullable() }),
  z.object({ type: z.literal('event'), event: eventEnvelopeSchema }),
  z.object({ type: z.literal('refused'), room: z.uuid() }),
  z.object({ type: z.literal('pong') }),
]);
export type RealtimeMessage = z.infer<typeof realtimeMessageSchema>;
