import { defineService, type Kit, type MigrationSet, type Service } from '@tokenholic/kit';
import { importDeals } from './jobs/import-deals.ts';
import { onClient } from './reactions/on-client.ts';
import { dealRoutes } from './routes.ts';
import { coachRoutes } from './routes-coach.ts';
import { contactRoutes } from './routes-contacts.ts';
import { importRoutes } from './routes-import.ts';

export { changeDeal } from './commands/change-deal.ts';
export { createDeal } from './commands/create-deal.ts';
export { logActivity } from './commands/log-activity.ts';
export { moveDeal } from './commands/move-deal.ts';
export { planStep } from './commands/plan-step.ts';
export { addContact } from './commands/save-contact.ts';
export { setRole } from './commands/set-role.ts';
export { hasDeal } from './queries/deal-access.ts';

export const dealsMigrations: MigrationSet = {
  schema: 'deals',
  folder: new URL('./migrations/', import.meta.url),
};

/** Deals of a client, the people who decide on them, what was said and what comes next. */
export const dealsService = defineService(
  (kit: Kit): Service => ({
    name: 'deals',
    migrations: dealsMigrations,
    publishes: [
      ...(['deal.created', 'deal.changed', 'deal.stage_changed', 'deal.won', 'deal.lost'] as const),
      ...(['contact.saved', 'contact.removed', 'contact.role_changed', 'activity.logged'] as const),
      ...([
        'deal.task_added',
        'deal.task_done',
        'deal.advice_decided',
        'deal.imported',
        'deal.import_undone',
      ] as const),
    ],
    consumes: { 'client.created': onClient, 'client.renamed': onClient },
    routes: (app, options, done) => {
      dealRoutes(kit)(app, options, () =>
        contactRoutes(kit)(app, options, () =>
          coachRoutes(kit)(app, options, () => importRoutes(kit)(app, options, done)),
        ),
      );
    },
    jobs: { 'deals.import': (data, context) => importDeals(kit, data, context) },
    tasks: [],
  }),
);
