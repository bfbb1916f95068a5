import { defineService, type Kit, type MigrationSet, type Service } from '@tokenholic/kit';
import type { AskKnowledge, ObjectionParts } from './ports.ts';
import { onApproval } from './reactions/on-approval.ts';
import { objectionRoutes } from './routes.ts';
import { sealedLibrary, sealedObjections } from './sealed.ts';

export { chosen, classify } from './domain/classify.ts';
export { MEANING_EMBEDDER, type Meaning } from './domain/meaning-model.ts';
export type { AskKnowledge };

export const objectionsMigrations: MigrationSet = {
  schema: 'objections',
  folder: new URL('./migrations/', import.meta.url),
};

/** Answers what clients object, in three tones, with facts that cite where they stand; colleagues share what worked. */
export function objectionsService(parts: ObjectionParts) {
  return defineService(
    (kit: Kit): Service => ({
      name: 'objections',
      migrations: objectionsMigrations,
      sealed: [sealedObjections, sealedLibrary],
      publishes: [
        ...(['objection.raised', 'objection.answered'] as const),
        ...(['objection.reply_proposed', 'objection.reply_decided'] as const),
      ],
      consumes: { 'approval.decided': onApproval },
      routes: objectionRoutes(kit, parts),
      jobs: {},
      tasks: ['objections.classify'],
    }),
  );
}
