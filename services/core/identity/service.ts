import { type Authenticate, defineService, type Kit, type MigrationSet, type Service } from '@tokenholic/kit';
import { createPrincipals, type Principals } from './adapters/principals.ts';
import { createClient } from './commands/create-client.ts';
import { prepareDemo } from './commands/prepare-demo.ts';
import { demoPeople } from './domain/demo-people.ts';
import { demoUserId } from './domain/demo-session.ts';
import { identityRoutes } from './routes.ts';

export const identityMigrations: MigrationSet = {
  schema: 'identity',
  folder: new URL('./migrations/', import.meta.url),
};

export interface IdentityOptions {
  /** Runs the product without sign-in on sample people. */
  demo: boolean;
  version: string;
}

export { createClient, demoPeople, type Principals };

/** Sign-in for the front door and the sockets. Without demo mode nobody is signed in yet: accounts are a later capability. */
export function createAuthenticate(principals: Principals, demo: boolean): Authenticate {
  return async (request) => (demo ? principals.find(demoUserId(request.headers.cookie)) : null);
}

export function identityService(options: IdentityOptions, principals: Principals) {
  return defineService(
    (kit: Kit): Service => ({
      name: 'identity',
      migrations: identityMigrations,
      publishes: ['client.created', 'client.renamed'],
      consumes: {},
      routes: identityRoutes(kit, principals, options.version, options.demo),
      jobs: {},
      tasks: [],
      start: () => (options.demo ? prepareDemo(kit) : Promise.resolve()),
    }),
  );
}

export { createPrincipals };
