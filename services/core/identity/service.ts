import { type Authenticate, defineService, type Kit, type MigrationSet, type Service } from '@tokenholic/kit';
import { createPrincipals, type Principals } from './adapters/principals.ts';
import { createClient } from './commands/create-client.ts';
import { decideHandoff, proposeHandoff, tickItem } from './commands/hand-over.ts';
import { prepareDemo } from './commands/prepare-demo.ts';
import { demoPeople } from './domain/demo-people.ts';
import { demoUserId } from './domain/demo-session.ts';
import { permissionMatrix, permissionsOf } from './domain/permissions.ts';
import { identityRoutes } from './routes.ts';
import { auditRoutes } from './routes-audit.ts';
import { lifecycleRoutes } from './routes-lifecycle.ts';

export const identityMigrations: MigrationSet = {
  schema: 'identity',
  folder: new URL('./migrations/', import.meta.url),
};

export interface IdentityOptions {
  /** Runs the product without sign-in on sample people. */
  demo: boolean;
  version: string;
}

export {
  createClient,
  decideHandoff,
  demoPeople,
  permissionMatrix,
  permissionsOf,
  type Principals,
  proposeHandoff,
  tickItem,
};

/** Sign-in for the front door and the sockets. Without demo mode nobody is signed in yet: accounts are a later capability. */
export function createAuthenticate(principals: Principals, demo: boolean): Authenticate {
  return async (request) => (demo ? principals.find(demoUserId(request.headers.cookie)) : null);
}

export function identityService(options: IdentityOptions, principals: Principals) {
  return defineService(
    (kit: Kit): Service => ({
      name: 'identity',
      migrations: identityMigrations,
      publishes: [
        'client.created',
        'client.renamed',
        'client.assigned',
        'client.unassigned',
        'client.handoff_proposed',
        'client.handoff_returned',
        'client.stage_changed',
      ],
      consumes: {},
      routes: (app, routeOptions, done) => {
        auditRoutes(kit)(app, routeOptions, () =>
          lifecycleRoutes(kit, principals)(app, routeOptions, () =>
            identityRoutes(kit, principals, options.version, options.demo)(app, routeOptions, done),
          ),
        );
      },
      jobs: {},
      tasks: [],
      start: () => (options.demo ? prepareDemo(kit) : Promise.resolve()),
    }),
  );
}

export { createPrincipals };
