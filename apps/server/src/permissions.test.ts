import { type Permission, permissionSchema, type Role, roleSchema } from '@tokenholic/contracts';
import { createAppearance } from '@tokenholic/copilot';
import { createPrincipals, permissionMatrix, permissionsOf } from '@tokenholic/identity';
import {
  createHttpServer,
  eventRoutes,
  type HttpServer,
  type Principal,
  type SealedTable,
} from '@tokenholic/kit';
import { createTestKit, type TestKit } from '@tokenholic/kit/testing';
import { createAgents } from '@tokenholic/research';
import { createConnections } from '@tokenholic/settings';
import { createLlm } from '@workflow/llm-sdk';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { readConfiguration } from './configuration.ts';
import { exportMap } from './export-map.ts';
import { createServices, migrations } from './services.ts';

// Every route that is registered, tried as every role: of another organisation, and of the same one against the matrix.

const home = '01970000-0000-7000-8000-00000000000a';
const own = '01970000-0000-7000-8000-00000000c001';
const foreign = '01970000-0000-7000-8000-00000000c002';

interface Route {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  url: string;
  permission: Permission | null;
}

let kit: TestKit;
let app: HttpServer;
const routes: Route[] = [];
/** Meant for everybody: named on the page, so that a new one does not slip in. */
const open: Pick<Route, 'method' | 'url'>[] = [];

/** What cannot be undone: the password is asked for again. */
const again: string[] = [];

/** Tables with sealed columns. */
const sealed: SealedTable[] = [];

const METHODS: readonly Route['method'][] = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];
const REACHED = 299;

const principalFor = (role: Role): Principal => ({
  user: {
    id: '01970000-0000-7000-8000-0000000000d1',
    name: { zh: '某人', en: 'Somebody' },
    roles: [role],
    permissions: permissionsOf([role]),
  },
  homeOrganizationId: home,
  organizationIds: [home, own],
});

beforeAll(async () => {
  kit = await createTestKit(migrations.slice(1));
  app = await createHttpServer({
    kit,
    version: '0',
    authenticate: async ({ headers }) => {
      const role = roleSchema.safeParse(headers['x-role']);
      return role.success ? principalFor(role.data) : null;
    },
  });
  app.addHook('onRoute', ({ method, url, config }) => {
    for (const one of METHODS) {
      if (!url.startsWith('/api/') || ![method].flat().includes(one)) continue;
      if (config?.reauthenticate === true) again.push(`${one} ${url}`);
      if (config?.public === true) open.push({ method: one, url });
      else routes.push({ method: one, url, permission: config?.permission ?? null });
    }
  });
  // Behind the gate nothing runs: only who gets that far is of interest.
  app.addHook('onRequest', async (_request, reply) => reply.status(REACHED).send());
  const llm = createLlm({ connections: () => [] });
  const none = async () => null;
  const services = createServices({
    kit,
    configuration: readConfiguration({ TOKENHOLIC_LOG_LEVEL: 'silent' }, kit.folder),
    principals: createPrincipals(kit),
    accounts: null,
    samples: { arriving: false },
    appearance: createAppearance(kit),
    parts: {
      agents: createAgents(
        { allowedPrivateHosts: [], searchKey: none, browserKey: none, githubToken: null },
        llm,
      ),
      exporter: exportMap,
      connections: createConnections(kit, {}),
      llm,
      readPage: () => Promise.reject(new Error('no web in tests')),
    },
  });
  await app.register(eventRoutes(kit, []));
  for (const service of services) await app.register(service.routes);
  sealed.push(...services.flatMap((service) => service.sealed ?? []));
  await app.ready();
});
afterAll(async () => {
  await app.close();
  await kit.close();
});

async function statusOf({ method, url }: Route, clientId: string, role: Role | null): Promise<number> {
  const path = url.replace(':clientId', clientId).replace(/:\w+/g, own);
  const response = await app.inject({ method, url: path, headers: role === null ? {} : { 'x-role': role } });
  return response.statusCode;
}

test('every route names a permission, or is meant for everybody', () => {
  expect(routes.length).toBeGreaterThan(50);
  expect(routes.filter(({ permission }) => permission === null)).toEqual([]);
});

test('what cannot be undone asks for the password again', () => {
  expect(again.sort()).toEqual([
    'POST /api/clients/:clientId/contacts/:contactId/privacy/erasure',
    'POST /api/clients/:clientId/privacy/erasure',
    'POST /api/organization/erasure',
    'POST /api/people/:personId/erasure',
    'POST /api/privacy/keys/rotations',
    'POST /api/signing-keys/rotations',
    'PUT /api/members/:userId/roles',
    'PUT /api/members/policy',
  ]);
  const erasing = routes
    .filter(({ url }) => /erasure|rotations/.test(url))
    .map(({ method, url }) => `${method} ${url}`);
  expect(erasing.filter((route) => !again.includes(route))).toEqual([]);
});

test('whoever seals a column may seal it anew: keys change, and what was in plain before is sealed', async () => {
  const columns = sealed
    .filter(({ own }) => !own)
    .flatMap((table) =>
      table.columns.flatMap(({ column, index }) =>
        [column, ...(index === null ? [] : [index.column])].map((name) => ({ table: table.name, name })),
      ),
    );
  expect(columns.length).toBeGreaterThan(20);
  const { rows } = await kit.database.pool.query(
    `select c."table", c.name from jsonb_to_recordset($1) as c ("table" text, name text)
     where not has_column_privilege('app_user', c."table", c.name, 'update')`,
    [JSON.stringify(columns)],
  );
  expect(rows).toEqual([]);
});

test('nobody who is not signed in gets past the door', async () => {
  for (const route of routes) expect([route, await statusOf(route, own, null)]).toEqual([route, 401]);
});

test.each(roleSchema.options)('%s: a client of somebody else is not found on any route', async (role) => {
  const ofClients = routes.filter(({ url }) => url.includes(':clientId'));
  expect(ofClients.length).toBeGreaterThan(30);
  for (const route of ofClients) expect([route, await statusOf(route, foreign, role)]).toEqual([route, 404]);
});

test.each(
  roleSchema.options,
)('%s: what the matrix does not give is forbidden, what it gives is not', async (role) => {
  const given = permissionsOf([role]);
  for (const route of routes) {
    const expected = route.permission !== null && given.includes(route.permission) ? REACHED : 403;
    expect([route, await statusOf(route, own, role)]).toEqual([route, expected]);
  }
});

test('the page about permissions says what the code says', async () => {
  await expect(page()).toMatchFileSnapshot('../../../docs/permissions.md');
});

function page(): string {
  const permissions = permissionSchema.options;
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const matrix = roleSchema.options.map((role) =>
    row([role, ...permissions.map((permission) => (permissionMatrix[role].includes(permission) ? '✓' : ''))]),
  );
  const doors = permissions.map((permission) => {
    const behind = routes
      .filter((route) => route.permission === permission)
      .map(({ method, url }) => `- \`${method} ${url}\``)
      .sort();
    return `### ${permission}\n\n${behind.length === 0 ? 'No route yet.' : behind.join('\n')}\n`;
  });
  return `${[
    '# Who may do what',
    '',
    'Printed from the code by `npx vitest run apps/server/src/permissions.test.ts -u`; the same test tries every route below as',
    'every role, in the same organisation against this matrix and in another one, where everything is not found.',
    '',
    row(['role', ...permissions]),
    row(['---', ...permissions.map(() => ':-:')]),
    ...matrix,
    '',
    '## Routes for everybody',
    '',
    ...open.map(({ method, url }) => `- \`${method} ${url}\``),
    '',
    '## Routes by permission',
    '',
    doors.join('\n'),
  ].join('\n')}`;
}
