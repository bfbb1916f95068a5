import { defineService, type Kit, type MigrationSet, type Service } from '@tokenholic/kit';
import type { Llm } from '@workflow/llm-sdk';
import { RUN_QUEUE } from './commands/start-run.ts';
import { runSolution } from './jobs/run-solution.ts';
import type { Sources } from './ports.ts';
import { solutionRoutes } from './routes.ts';
import { refineRoutes } from './routes-refine.ts';
import { sealedRuns, sealedVersions } from './sealed.ts';

export type { Sources };

export const solutionsMigrations: MigrationSet = {
  schema: 'solutions',
  folder: new URL('./migrations/', import.meta.url),
};

export { createSolution } from './commands/create-solution.ts';
export { readPoints, refineSolution } from './commands/refine-solution.ts';
export { readSolution } from './queries/solutions.ts';

/** Proposes what to offer a client, each sentence with its sources, and makes the next version from feedback. */
export function solutionsService(sources: Sources, llm: Llm) {
  return defineService(
    (kit: Kit): Service => ({
      name: 'solutions',
      migrations: solutionsMigrations,
      sealed: [sealedRuns, sealedVersions],
      publishes: ['solution.proposed', 'solution.refined', 'solution.progressed'],
      consumes: {},
      routes: (app, options, done) =>
        solutionRoutes(kit, sources)(app, options, () => refineRoutes(kit, llm)(app, options, done)),
      jobs: { [RUN_QUEUE]: runSolution(kit, sources, llm) },
      tasks: ['solutions.write_answer', 'solutions.read_feedback'],
    }),
  );
}
