import { z } from 'zod';
import { localizedTextSchema } from './language.ts';

/** The three agents behind a version, in their order. */
export const solutionAgentSchema = z.enum(['query', 'retrieval', 'synthesis']);
export type SolutionAgent = z.infer<typeof solutionAgentSchema>;

export const solutionStageSchema = z.object({
  agent: solutionAgentSchema,
  status: z.enum(['waiting', 'working', 'done', 'failed']),
  done: z.number().int(),
  total: z.number().int(),
  /** What it does at the moment, or what came of it. */
  activity: localizedTextSchema.nullable(),
});
export type SolutionStage = z.infer<typeof solutionStageSchema>;

export const solutionRunStatusSchema = z.enum(['queued', 'working', 'completed', 'failed', 'cancelled']);
export type SolutionRunStatus = z.infer<typeof solutionRunStatusSchema>;

export const solutionRunSchema = z
  .object({
    id: z.uuid(),
    solutionId: z.uuid(),
    /** The first version of a solution, or the next one from feedback. */
    kind: z.enum(['propose', 'refine']),
    status: solutionRunStatusSchema,
    stages: z.array(solutionStageSchema),
    /** The version it made; set before the run ends when a model still writes its summary. */
    version: z.number().int().nullable(),
    error: z.object({ code: z.string(), message: localizedTextSchema }).nullable(),
    startedAt: z.iso.datetime(),
    finishedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'SolutionRun' });
export type SolutionRun = z.infer<typeof solutionRunSchema>;
