import { defineService, type Kit, type MigrationSet, type Service } from '@tokenholic/kit';
import type { Llm } from '@workflow/llm-sdk';
import type { AskKnowledge } from './ports.ts';
import { objectionRoutes } from './routes.ts';

export { chosen, classify } from './domain/classify.ts';
export type { AskKnowledge };

export const objectionsMigrations: MigrationSet = {
  schema: 'objections',
  folder: new URL('./migrations/', import.meta.url),
};

/** Answers what clients object, in three tones, with facts that cite where they stand; colleagues share what worked. */
export function objectionsService(ask: AskKnowledge, llm: Llm) {
  return defineService(
    (kit: Kit): Service => ({
      name: 'objections',
      migrations: objectionsMigrations,
      publishes: ['objection.raised', 'objection.answered'],
      consumes: {},
      routes: objectionRoutes(kit, ask, llm),
      jobs: {},
      tasks: ['objections.classify'],
    }),
  );
}
