import { z } from 'zod';
import { localizedTextSchema } from '../language.ts';
import { personaTraitKeySchema } from '../personas.ts';

/**
 * Topic `persona_events`: how to deal with a person at a client. Published by win/personas. They hold no quotes, and are taken
 * out of the log when the person is forgotten: a consumer forgets with `persona.removed`.
 */
export const personaEvents = {
  'persona.updated': {
    1: z.object({
      headline: localizedTextSchema,
      contactId: z.uuid(),
      version: z.number().int(),
      timeZone: z.string(),
      /** What is sure enough to be said, edits over what was worked out. */
      traits: z.array(
        z.object({
          key: personaTraitKeySchema,
          value: z.string(),
          label: localizedTextSchema,
          /** 1 for what a person of ours says. */
          confidence: z.number(),
          edited: z.boolean(),
        }),
      ),
    }),
  },
  'persona.removed': {
    1: z.object({
      headline: localizedTextSchema,
      contactId: z.uuid(),
      reason: z.enum(['contact_removed', 'switched_off']),
    }),
  },
} as const;
