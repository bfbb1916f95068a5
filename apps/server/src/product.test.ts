import { expect, test } from 'vitest';
import {
  agent,
  as,
  canary,
  describeProduct,
  harbourline,
  manager,
  supporter,
  yunxiu,
} from './testing/product-house.ts';

describeProduct((house) => {
  test('every list and page of a client that can be read without a further id is read', async () => {
    await house.settledRun(yunxiu);
    const { body } = await house.call<{ paths: Record<string, Record<string, unknown>> }>(
      'GET',
      '/api/openapi.json',
    );
    const urls = Object.entries(body.paths)
      .filter(([, methods]) => 'get' in methods)
      .map(([path]) => path.replace('{clientId}', yunxiu))
      .filter((path) => !path.includes('{'));
    expect(urls.length).toBeGreaterThan(60);
    const failed: unknown[] = [];
    for (const url of urls) {
      const { statusCode } = await house.product.app.inject({ method: 'GET', url, headers: as(manager) });
      if (statusCode >= 500) failed.push([url, statusCode]);
    }
    expect(failed).toEqual([]);
  });

  test('the same client name is asked about before a second one is made', async () => {
    const id = '01970000-0000-7000-8000-00000000c004';
    const taken = await house.call<{ code: string; details: { clientId: string } }>('POST', '/api/clients', {
      ...{ id, name: '云岫 短剧', website: null, research: null },
    });
    expect([taken.status, taken.body.code, taken.body.details.clientId]).toEqual([
      409,
      'identity.client_name_taken',
      yunxiu,
    ]);
  });

  test('asking twice for the same client makes one', async () => {
    const again = await house.create(yunxiu, '云岫短剧', '');
    expect(again.status).toBe(200);
  });

  test('rubbish is refused with a stable code and a message in both languages', async () => {
    const bad = await house.call<{ code: string; message: { zh: string; en: string } }>(
      'POST',
      '/api/clients',
      {
        name: '',
      },
    );
    expect([bad.status, bad.body.code]).toEqual([400, 'kit.invalid_request']);
    expect(bad.body.message.zh).not.toBe('');
    const unknownVersion = await house.call<{ code: string }>(
      'GET',
      `/api/clients/${yunxiu}/map/versions/99`,
    );
    expect([unknownVersion.status, unknownVersion.body.code]).toEqual([404, 'battlemap.version_unknown']);
  });

  /** Every route of the API that names a client, with ids that exist nowhere for the rest. */
  function clientRoutes(): { method: string; url: string }[] {
    const { paths = {} } = house.product.app.swagger() as { paths?: Record<string, Record<string, unknown>> };
    return Object.entries(paths)
      .filter(([path]) => path.includes('{clientId}'))
      .flatMap(([path, methods]) =>
        Object.keys(methods).map((method) => ({ method: method.toUpperCase(), url: path })),
      );
  }

  test("another tenant's id is not found on every route, whatever the role", async () => {
    const routes = clientRoutes();
    expect(routes.length).toBeGreaterThan(15);
    for (const { method, url } of routes) {
      const path = url
        .replace('{clientId}', harbourline)
        .replace('{format}', 'json')
        .replace('{version}', '1')
        .replace(/\{\w+\}/g, yunxiu);
      const response = await house.product.app.inject({
        method: method as 'GET',
        url: path,
        headers: as(agent),
        ...(method === 'GET' ? {} : { payload: {} }),
      });
      expect([`${method} ${url}`, response.statusCode]).toEqual([`${method} ${url}`, 404]);
      expect(response.body).not.toContain(canary);
    }
  });

  test('lists show only what the person is assigned to', async () => {
    for (const url of ['/api/clients', '/api/portfolio', '/api/system/dead-letters']) {
      const response = await house.product.app.inject({ url, headers: as(agent) });
      expect(response.body).not.toContain('Harbourline');
    }
  });

  test('a role that may only look cannot start research or see the system', async () => {
    const start = await house.call<{ code: string }>(
      'POST',
      '/api/clients',
      { id: yunxiu, name: 'x', website: null, research: null },
      as(supporter),
    );
    expect([start.status, start.body.code]).toEqual([403, 'kit.forbidden']);
    expect((await house.call('GET', '/api/system/consumers', undefined, as(supporter))).status).toBe(403);
  });

  test('a request from another site is blocked', async () => {
    const response = await house.call<{ code: string }>(
      'POST',
      '/api/clients',
      {},
      { ...as(manager), origin: 'https://evil.example', host: 'localhost:3000' },
    );
    expect([response.status, response.body.code]).toEqual([403, 'kit.cross_site']);
  });

  test('every table of every service is behind a forced policy', async () => {
    const { rows } = await house.kit.database.pool.query<{
      name: string;
      forced: boolean;
      enabled: boolean;
      policies: number;
      part: boolean;
    }>(
      `select n.nspname || '.' || c.relname as name, c.relforcerowsecurity as forced, c.relrowsecurity as enabled,
            (select count(*)::int from pg_policy p where p.polrelid = c.oid) as policies, c.relispartition as part
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'public', 'pgboss')`,
    );
    const open = rows
      // A part is read through its whole; by itself it lets nobody in but its owner.
      .filter((row) => !(row.enabled && (row.part || (row.forced && row.policies > 0))))
      .map((row) => row.name);
    expect(rows.length).toBeGreaterThan(15);
    // The list of applied migrations holds no tenant's data and no role of the application can read it.
    expect(open).toEqual(['kit.migrations']);
  });

  test('every table belongs to organisations, except those that precede them', async () => {
    const { rows } = await house.kit.database.pool.query<{ name: string }>(
      `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind = 'r' and n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'public', 'pgboss')
         and not exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'organization_id' and a.attnotnull)
       order by 1`,
    );
    const withReason: Record<string, string> = {
      'accounts.attempts': 'counts tries of people who are not signed in, under a hash',
      'accounts.credentials': 'read before it is known who signs in; a role of its own',
      'accounts.departed': 'read before it is known who signs in; a role of its own',
      'accounts.mails': 'mail goes to addresses that may have no organisation yet; a role of its own',
      'accounts.people': 'read before it is known who signs in; a role of its own',
      'accounts.second_factors': 'read before it is known who signs in; a role of its own',
      'accounts.sessions': 'read before it is known who signs in; a role of its own',
      'accounts.signing_keys': 'one set of keys signs for the installation; a role of its own',
      'accounts.verifications': 'read before it is known who signs in; a role of its own',
      'kit.arrivals': 'names a seller while it is carried into this database, for the system role only',
      'kit.consumers': 'one cursor over the log of all organisations, for the system role only',
      'kit.installation_key': 'which version of the installation’s own key seals now',
      'kit.migrations': 'which files were applied to this database',
      'kit.root_keys':
        'the keys that wrap the data keys of organisations, themselves wrapped by a key service',
    };
    expect(rows.map(({ name }) => name)).toEqual(Object.keys(withReason));
  });
});
