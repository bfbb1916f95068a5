import { defineService, type Kit, type MigrationSet, type Service } from '@tokenholic/kit';
import { onResearch } from './reactions/on-research.ts';
import { requirementsRoutes } from './routes.ts';
import { sealedDrafts } from './sealed.ts';

export const requirementsMigrations: MigrationSet = {
  schema: 'requirements',
  folder: new URL('./migrations/', import.meta.url),
};

/** What a client needs: drafted from research, confirmed and corrected by the client through a link. */
export const requirementsService = defineService(
  (kit: Kit): Service => ({
    name: 'requirements',
    migrations: requirementsMigrations,
    sealed: [sealedDrafts],
    publishes: ['requirements.sent', 'requirements.opened', 'requirements.returned'],
    consumes: onResearch,
    routes: requirementsRoutes(kit),
    jobs: {},
    tasks: [],
  }),
);
