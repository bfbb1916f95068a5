import { z } from 'zod';
import { localizedTextSchema } from '../language.ts';

const solution = {
  solutionId: z.uuid(),
  version: z.number().int(),
  title: localizedTextSchema,
  savingCny: z.number().nullable(),
};

/** Topic `solution_events`: what we propose. Published by win/solutions. */
export const solutionEvents = {
  'solution.proposed': { 1: z.object({ ...solution, products: z.array(z.string()) }) },
  'solution.refined': { 1: z.object({ ...solution, points: z.number().int() }) },
} as const;
