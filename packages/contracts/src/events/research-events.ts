import { z } from 'zod';
import { profileStatementSchema } from '../profile.ts';
import {
  agentNameSchema,
  findingSchema,
  runStatusSchema,
  sourceReportSchema,
  stageSchema,
} from '../research.ts';
import { engineSchema } from '../taxonomy.ts';

/** Topic `research_events`: what is learnt about a client. Published by map/research. */
export const researchEvents = {
  'research.started': {
    1: z.object({ runId: z.uuid(), clientName: z.string() }),
  },
  /** Progress for people who watch; carries the whole state so that missing one is harmless. */
  'research.progressed': {
    1: z.object({
      runId: z.uuid(),
      status: runStatusSchema,
      agent: agentNameSchema,
      stages: z.array(stageSchema),
      sources: z.array(sourceReportSchema),
      pages: z.number().int(),
      findings: z.number().int(),
    }),
  },
  /** Everything the battle map needs: findings with their quotes. Empty findings are a result too. */
  'research.completed': {
    1: z.object({
      runId: z.uuid(),
      clientName: z.string(),
      industryId: z.string().nullable(),
      employees: z.number().nullable(),
      findings: z.array(findingSchema),
      pages: z.number().int(),
      engine: engineSchema,
      /** What the pages say of the company itself; events from before profiles have none. */
      profile: z.array(profileStatementSchema).optional(),
    }),
  },
  /** People judged findings: what stands now, for the map to be drawn anew. */
  'findings.reviewed': {
    1: z.object({
      reviewId: z.uuid(),
      clientName: z.string(),
      industryId: z.string().nullable(),
      employees: z.number().nullable(),
      findings: z.array(findingSchema),
      reviewed: z.number().int(),
      pages: z.number().int(),
      engine: engineSchema,
    }),
  },
  'research.ended': {
    1: z.object({
      runId: z.uuid(),
      status: z.enum(['failed', 'cancelled', 'interrupted']),
      code: z.string().nullable(),
    }),
  },
} as const;
