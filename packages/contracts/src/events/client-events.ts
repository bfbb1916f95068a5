import { z } from 'zod';
import { clientSchema, researchInputSchema } from '../identity.ts';

/** Topic `client_events`: the life of a client as an organisation. Published by core/identity. */
export const clientEvents = {
  'client.created': {
    1: z.object({ client: clientSchema, research: researchInputSchema.nullable() }),
  },
  'client.renamed': {
    1: z.object({ client: clientSchema, previousName: z.string() }),
  },
} as const;
