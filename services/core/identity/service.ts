import {
  type Authenticate,
  type Confirmed,
  type createDepartures,
  defineService,
  type Kit,
  type MigrationSet,
  organizationDeparted,
  type Service,
} from '@tokenholic/kit';
import { type Accounts, type AccountsOptions, createAccounts } from './adapters/accounts/accounts.ts';
import { bearerOf } from './adapters/accounts/bearers.ts';
import { rangeService, shippedList } from './adapters/accounts/breached-passwords.ts';
import { ACCOUNTS_SECRET, installationSecret } from './adapters/accounts/installation-secret.ts';
import { rotateOwnKey } from './adapters/accounts/rotate-own-key.ts';
import { guardDemo, startAccounts } from './adapters/accounts/start.ts';
import { createSmtpTransport } from './adapters/mail/smtp.ts';
import { createPrincipals, type Principals } from './adapters/principals.ts';
import { carryPeople, type Sealing } from './commands/account/carry-people.ts';
import { createClient } from './commands/create-client.ts';
import { decideHandoff, type PassIncomplete, proposeHandoff, tickItem } from './commands/hand-over.ts';
import { prepareDemo } from './commands/prepare-demo.ts';
import { returnSpecialists } from './commands/return-specialists.ts';
import { answerSpecialist, expireSpecialists, inviteSpecialist } from './commands/specialists.ts';
import { secondStepNeeded } from './domain/account-failures.ts';
import { demoPeople } from './domain/demo-people.ts';
import { demoUserId, type SampleArrival } from './domain/demo-session.ts';
import { permissionMatrix, permissionsOf } from './domain/permissions.ts';
import { findSellerGroup } from './queries/find-seller-group.ts';
import { findSellerOf, findVendor, listSellers, listVendors } from './queries/find-vendor.ts';
import { createGetClient } from './queries/get-client.ts';
import { listAgents, listColleagues, listNames } from './queries/get-lifecycle.ts';
import { listClients } from './queries/list-clients.ts';
import { listOrganizationIds } from './queries/list-organizations.ts';
import { listReaders } from './queries/list-readers.ts';
import { nameClients } from './queries/name-clients.ts';
import { pairClientsWithSellers } from './queries/pair-clients.ts';
import { identityRoutes } from './routes.ts';
import { accountRoutes } from './routes-account.ts';
import { auditRoutes } from './routes-audit.ts';
import { entryRoutes } from './routes-entry.ts';
import { keyRoutes } from './routes-keys.ts';
import { lifecycleRoutes } from './routes-lifecycle.ts';
import { memberRoutes } from './routes-members.ts';
import { specialistRoutes } from './routes-specialists.ts';
import {
  sealedInvitations,
  sealedMails,
  sealedPeople,
  sealedSessions,
  sealedSpecialistRequests,
  sealedUsers,
} from './sealed.ts';

export const identityMigrations: MigrationSet = {
  schema: 'identity',
  folder: new URL('./migrations/', import.meta.url),
};

export interface IdentityOptions {
  version: string;
  /** Real accounts; null runs the product without sign-in on sample people. Never both. */
  accounts: Accounts | null;
  samples: SampleArrival;
  /** Who has to agree to a hand-off with items missing; absent: it is never accepted. */
  passIncomplete?: PassIncomplete;
}

export {
  type PassIncomplete,
  type SampleArrival,
  type Accounts,
  type AccountsOptions,
  ACCOUNTS_SECRET,
  carryPeople,
  createAccounts,
  createClient,
  createSmtpTransport,
  decideHandoff,
  demoPeople,
  findSellerGroup,
  findSellerOf,
  findVendor,
  listSellers,
  listVendors,
  nameClients,
  installationSecret,
  type Sealing,
  createGetClient,
  listAgents,
  listColleagues,
  listClients,
  listNames,
  listOrganizationIds,
  listReaders,
  pairClientsWithSellers,
  permissionMatrix,
  permissionsOf,
  type Principals,
  answerSpecialist,
  expireSpecialists,
  inviteSpecialist,
  proposeHandoff,
  rangeService,
  rotateOwnKey,
  shippedList,
  tickItem,
};

/** Sign-in for the front door and the sockets: by session, key or token with accounts, else through the eyes of a demo person. Who lives in another installation now is told so. */
export function createAuthenticate(
  principals: Principals,
  accounts: Accounts | null,
  now: () => number = () => Date.now(),
  departures: Departures | null = null,
): Authenticate {
  const authenticate = authenticateHere(principals, accounts, now);
  return async (request) => {
    const principal = await authenticate(request);
    if (principal === null) await accounts?.departed.refuseBearer(request.headers);
    const address = principal === null ? null : await departures?.addressOf(principal.homeOrganizationId);
    if (address != null) throw organizationDeparted(address);
    return principal;
  };
}

type Departures = ReturnType<typeof createDepartures>;

function authenticateHere(
  principals: Principals,
  accounts: Accounts | null,
  now: () => number,
): Authenticate {
  return async (request) => {
    if (accounts === null) return principals.find(demoUserId(request.headers.cookie));
    const { authorization } = request.headers;
    // A request that names a key or token stands or falls with it: a cookie beside it does not count.
    if (authorization !== undefined) {
      const bearer = bearerOf(authorization);
      return bearer === null ? null : accounts.bearers.find(bearer);
    }
    const session = await accounts.signedIn.find(request.headers);
    const principal = session === null ? null : await principals.find(session.personId);
    const due = principal?.secondStepDue;
    if (principal === null || due === undefined || session?.twoFactor === true || due > new Date(now()))
      return principal;
    return { ...principal, withheld: secondStepNeeded };
  };
}

/** Whether who asks gave the password a moment ago. Keys and tokens never did; in demo mode there is none to give. */
export function createConfirmed(accounts: Accounts | null): Confirmed {
  return async ({ headers }) => {
    if (accounts === null) return true;
    return headers.authorization === undefined && accounts.signedIn.isConfirmed(headers);
  };
}

export function identityService(
  { version, accounts, samples, passIncomplete }: IdentityOptions,
  principals: Principals,
) {
  return defineService((kit: Kit): Service => {
    let stopAccounts: (() => void) | null = null;
    let stopSpecialists: (() => void) | null = null;
    return {
      name: 'identity',
      migrations: identityMigrations,
      sealed: [
        ...[sealedUsers, sealedInvitations, sealedSpecialistRequests],
        ...[sealedPeople, sealedMails, sealedSessions],
      ],
      publishes: [
        'client.created',
        'client.renamed',
        'client.assigned',
        'client.unassigned',
        'client.handoff_proposed',
        'client.handoff_returned',
        'client.stage_changed',
        'client.specialist_invited',
        'client.specialist_returned',
      ],
      consumes: {},
      routes: (app, routeOptions, done) => {
        for (const routes of [
          auditRoutes(kit),
          lifecycleRoutes(kit, principals, passIncomplete ?? null),
          specialistRoutes(kit, principals),
          entryRoutes(kit, accounts, principals),
          accountRoutes(kit, accounts, principals),
          memberRoutes(kit, accounts, principals),
          keyRoutes(kit, accounts, principals),
          identityRoutes(kit, principals, version, accounts, samples),
        ])
          routes(app, routeOptions, () => {});
        done();
      },
      jobs: {},
      tasks: [],
      start: async () => {
        stopSpecialists = returnSpecialists(kit, principals);
        if (accounts !== null) stopAccounts = startAccounts(kit, accounts);
        else {
          await guardDemo(kit);
          await prepareDemo(kit);
        }
      },
      stop: async () => {
        stopSpecialists?.();
        stopAccounts?.();
      },
    };
  });
}

export { createPrincipals };
