import { z } from 'zod';
import { mapEditSchema, totalsSchema } from '../battlemap.ts';
import { localizedTextSchema } from '../language.ts';

/** Topic `battlemap_events`: the map of a client. Published by map/battlemap. */
export const battlemapEvents = {
  'map.drawn': {
    1: z.object({
      runId: z.uuid().nullable(),
      version: z.number().int(),
      revision: z.number().int(),
      clientName: z.string(),
      basis: z.enum(['evidence', 'industry_benchmark']),
      useCases: z.number().int(),
      totals: totalsSchema,
      headline: localizedTextSchema,
      /** What changed since the version before; absent for the first, and in events from before digests. */
      changes: z
        .object({ from: z.number().int(), moved: z.number().int(), text: localizedTextSchema })
        .optional(),
    }),
  },
  'map.shared': {
    1: z.object({ linkId: z.uuid(), by: z.string(), days: z.number().int() }),
  },
  'map.share_opened': {
    1: z.object({ linkId: z.uuid(), views: z.number().int() }),
  },
  'map.edited': {
    1: z.object({
      version: z.number().int(),
      revision: z.number().int(),
      edit: mapEditSchema,
      by: z.string(),
      totals: totalsSchema,
    }),
  },
} as const;
