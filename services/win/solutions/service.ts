import { defineService, type Kit, type MigrationSet, type Service } from '@tokenholic/kit';
import type { Llm } from '@workflow/llm-sdk';
import { WRITE_QUEUE, writeAnswer } from './jobs/write-answer.ts';
import type { Sources } from './ports.ts';
import { solutionRoutes } from './routes.ts';
import { refineRoutes } from './routes-refine.ts';

export type { Sources };

export const solutionsMigrations: MigrationSet = {
  schema: 'solutions',
  folder: new URL('./migrations/', import.meta.url),
};

/** Proposes what to offer a client, each sentence with its sources, and makes the next version from feedback. */
export function solutionsService(sources: Sources, llm: Llm) {
  return defineService(
    (kit: Kit): Service => ({
      name: 'solutions',
      migrations: solutionsMigrations,
      publishes: ['solution.proposed', 'solution.refined'],
      consumes: {},
      routes: (app, options, done) =>
        solutionRoutes(kit, sources, llm)(app, options, () =>
          refineRoutes(kit, sources, llm)(app, options, done),
        ),
      jobs: { [WRITE_QUEUE]: writeAnswer(kit, sources, llm) },
      tasks: ['solutions.write_answer', 'solutions.read_feedback'],
    }),
  );
}
