import { z } from 'zod';

/** Topic `requirement_events`: what a client is asked to confirm. Published by map/requirements. */
export const requirementEvents = {
  'requirements.sent': {
    1: z.object({ draftId: z.uuid(), by: z.string(), days: z.number().int(), items: z.number().int() }),
  },
  'requirements.opened': { 1: z.object({ draftId: z.uuid(), views: z.number().int() }) },
  'requirements.returned': {
    1: z.object({
      ...{ draftId: z.uuid(), by: z.string() },
      ...{ right: z.number().int(), changed: z.number().int(), wrong: z.number().int() },
      ...{ answered: z.number().int(), added: z.number().int() },
    }),
  },
} as const;
