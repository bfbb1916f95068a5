import { z } from 'zod';
import { localizedTextSchema } from '../language.ts';
import { solutionRunStatusSchema, solutionStageSchema } from '../solution-runs.ts';

const solution = {
  solutionId: z.uuid(),
  version: z.number().int(),
  title: localizedTextSchema,
  savingCny: z.number().nullable(),
};

/** Topic `solution_events`: what we propose. Published by win/solutions. */
export const solutionEvents = {
  'solution.proposed': { 1: z.object({ ...solution, products: z.array(z.string()) }) },
  /** Progress for people who watch; carries the whole state so that missing one is harmless. */
  'solution.progressed': {
    1: z.object({
      runId: z.uuid(),
      solutionId: z.uuid(),
      status: solutionRunStatusSchema,
      stages: z.array(solutionStageSchema),
      version: z.number().int().nullable(),
    }),
  },
  'solution.refined': { 1: z.object({ ...solution, points: z.number().int() }) },
} as const;
