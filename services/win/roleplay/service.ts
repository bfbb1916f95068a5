import { defineService, type Kit, type MigrationSet, type Service } from '@tokenholic/kit';
import { judgeSession } from './jobs/judge-session.ts';
import { JUDGE_QUEUE } from './jobs/queue.ts';
import type { PracticeSources } from './ports.ts';
import { onObjectionRaised } from './reactions/on-objection-raised.ts';
import { type PracticeParts, roleplayRoutes } from './routes.ts';
import { teamRoutes } from './routes-team.ts';
import { sealedOfRoleplay } from './sealed.ts';

export { holdSession } from './commands/hold-session.ts';
export type { PracticeSources };

export const roleplayMigrations: MigrationSet = {
  schema: 'roleplay',
  folder: new URL('./migrations/', import.meta.url),
};

/** Practice talks with a customer who remembers, coached and scored; what a team makes of them. */
export function roleplayService(parts: PracticeParts) {
  return defineService(
    (kit: Kit): Service => ({
      name: 'roleplay',
      migrations: roleplayMigrations,
      sealed: sealedOfRoleplay,
      publishes: [
        ...(['practice.started', 'practice.scored', 'practice.handed_in', 'practice.corrected'] as const),
        ...(['practice.assigned', 'practice.assignment_done', 'practice.certified'] as const),
      ],
      consumes: { 'objection.raised': onObjectionRaised },
      routes: (app, options, done) =>
        roleplayRoutes(kit, parts)(app, options, () => teamRoutes(kit, parts.sources)(app, options, done)),
      jobs: { [JUDGE_QUEUE]: judgeSession(kit, parts.llm) },
      tasks: ['roleplay.play_customer', 'roleplay.judge_talk'],
    }),
  );
}
