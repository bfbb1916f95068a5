import { z } from 'zod';
import { localizedTextSchema } from './language.ts';

/** Closed list of what can go wrong, seen from the caller. Each transport maps it exhaustively. */
export const errorKindSchema = z.enum([
  'not_found',
  'invalid',
  'conflict',
  'gone',
  'precondition_failed',
  'forbidden',
  'unauthenticated',
  'too_large',
  'limited',
  'unavailable',
  'internal',
]);
export type ErrorKind = z.infer<typeof errorKindSchema>;

/** RFC 9457 problem details. `code` is stable and owned by one service; `message` is for the user. */
export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    code: z.string(),
    kind: errorKindSchema,
    detail: z.string(),
    message: localizedTextSchema,
    traceId: z.string().optional(),
    details: z.record(z.string(), z.unknown()).optional(),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof problemSchema>;
