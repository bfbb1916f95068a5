import { defineService, type Kit, type MigrationSet, type Service } from '@tokenholic/kit';
import type { Llm } from '@workflow/llm-sdk';
import type { PerformancePorts } from './ports.ts';
import { noteDeeds } from './reactions/note-deeds.ts';
import { performanceRoutes } from './routes.ts';
import { sealedAnswers, sealedObjectives } from './sealed.ts';

export { setObjective } from './commands/set-objective.ts';
export type { PerformancePorts } from './ports.ts';

export const performanceMigrations: MigrationSet = {
  schema: 'performance',
  folder: new URL('./migrations/', import.meta.url),
};

/** What people reach, measured from events, with objectives and a coach that counts before it speaks. */
export function performanceService(ports: PerformancePorts, llm: Llm) {
  return defineService(
    (kit: Kit): Service => ({
      name: 'performance',
      migrations: performanceMigrations,
      sealed: [sealedAnswers, sealedObjectives],
      publishes: [],
      consumes: noteDeeds,
      routes: performanceRoutes(kit, ports, llm),
      jobs: {},
      tasks: ['performance.word_coaching'],
    }),
  );
}
