import { type Authenticate, defineService, type Kit, type MigrationSet, type Service } from '@tokenholic/kit';
import { type Accounts, type AccountsOptions, createAccounts } from './adapters/accounts/accounts.ts';
import { bearerOf } from './adapters/accounts/bearers.ts';
import { guardDemo, startAccounts } from './adapters/accounts/start.ts';
import { createSmtpTransport } from './adapters/mail/smtp.ts';
import { createPrincipals, type Principals } from './adapters/principals.ts';
import { createClient } from './commands/create-client.ts';
import { decideHandoff, proposeHandoff, tickItem } from './commands/hand-over.ts';
import { prepareDemo } from './commands/prepare-demo.ts';
import { demoPeople } from './domain/demo-people.ts';
import { demoUserId } from './domain/demo-session.ts';
import { permissionMatrix, permissionsOf } from './domain/permissions.ts';
import { findVendor } from './queries/find-vendor.ts';
import { getClient } from './queries/get-client.ts';
import { listAgents, listColleagues } from './queries/get-lifecycle.ts';
import { listOrganizationIds } from './queries/list-organizations.ts';
import { listReaders } from './queries/list-readers.ts';
import { identityRoutes } from './routes.ts';
import { accountRoutes } from './routes-account.ts';
import { auditRoutes } from './routes-audit.ts';
import { entryRoutes } from './routes-entry.ts';
import { keyRoutes } from './routes-keys.ts';
import { lifecycleRoutes } from './routes-lifecycle.ts';
import { memberRoutes } from './routes-members.ts';
import { sealedInvitations, sealedMails, sealedPeople } from './sealed.ts';

export const identityMigrations: MigrationSet = {
  schema: 'identity',
  folder: new URL('./migrations/', import.meta.url),
};

export interface IdentityOptions {
  version: string;
  /** Real accounts; null runs the product without sign-in on sample people. Never both. */
  accounts: Accounts | null;
}

export {
  type Accounts,
  type AccountsOptions,
  createAccounts,
  createClient,
  createSmtpTransport,
  decideHandoff,
  demoPeople,
  findVendor,
  getClient,
  listAgents,
  listColleagues,
  listOrganizationIds,
  listReaders,
  permissionMatrix,
  permissionsOf,
  type Principals,
  proposeHandoff,
  tickItem,
};

/** Sign-in for the front door and the sockets: by session, key or token with accounts, else through the eyes of a demo person. */
export function createAuthenticate(principals: Principals, accounts: Accounts | null): Authenticate {
  return async (request) => {
    if (accounts === null) return principals.find(demoUserId(request.headers.cookie));
    const { authorization } = request.headers;
    // A request that names a key or token stands or falls with it: a cookie beside it does not count.
    if (authorization !== undefined) {
      const bearer = bearerOf(authorization);
      return bearer === null ? null : accounts.bearers.find(bearer);
    }
    const session = await accounts.signedIn.find(request.headers);
    return session === null ? null : principals.find(session.personId);
  };
}

export function identityService({ version, accounts }: IdentityOptions, principals: Principals) {
  return defineService((kit: Kit): Service => {
    let stopAccounts: (() => void) | null = null;
    return {
      name: 'identity',
      migrations: identityMigrations,
      sealed: [sealedInvitations, sealedPeople, sealedMails],
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
        for (const routes of [
          auditRoutes(kit),
          lifecycleRoutes(kit, principals),
          entryRoutes(kit, accounts, principals),
          accountRoutes(kit, accounts, principals),
          memberRoutes(kit, accounts, principals),
          keyRoutes(kit, accounts, principals),
          identityRoutes(kit, principals, version, accounts),
        ])
          routes(app, routeOptions, () => {});
        done();
      },
      jobs: {},
      tasks: [],
      start: async () => {
        if (accounts !== null) stopAccounts = startAccounts(kit, accounts);
        else {
          await guardDemo(kit);
          await prepareDemo(kit);
        }
      },
      stop: async () => stopAccounts?.(),
    };
  });
}

export { createPrincipals };
