import { defineService, type Kit, type MigrationSet, type Service } from '@tokenholic/kit';
import { roleplayRoutes } from './routes.ts';

export const roleplayMigrations: MigrationSet = {
  schema: 'roleplay',
  folder: new URL('./migrations/', import.meta.url),
};

/** Practice talks with a customer played by rules, coached and scored. */
export const roleplayService = defineService(
  (kit: Kit): Service => ({
    name: 'roleplay',
    migrations: roleplayMigrations,
    publishes: ['practice.started', 'practice.scored'],
    consumes: {},
    routes: roleplayRoutes(kit),
    jobs: {},
    tasks: [],
  }),
);
