import { createTestKit, type TestKit } from '@tokenholic/kit/testing';
import { contactPlaces, registry } from '@tokenholic/privacy';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrations } from './compose.ts';

let kit: TestKit;
beforeAll(async () => {
  kit = await createTestKit(migrations.slice(1));
}, 60_000);
afterAll(() => kit.close());

test('every table has an entry in the registry, and every entry a table', async () => {
  const { rows } = await kit.database.pool.query<{ name: string }>(
    `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'public', 'pgboss')`,
  );
  expect(rows.map(({ name }) => name).sort()).toEqual(Object.keys(registry).sort());
});

test('every table of organisations says how a contact is found in it', () => {
  const tables = Object.entries(registry).flatMap(([name, { scope }]) =>
    scope === 'organization' ? name : [],
  );
  expect(Object.keys(contactPlaces).sort()).toEqual(tables.sort());
});

/** What stays of organisations that are no longer here: their ids, and what became of them. */
const NOTES_OF_THE_GONE = new Set(['privacy.receipts', 'kit.departures']);

test('an entry’s columns are there, and a table that names organisations is not said to be nobody’s', async () => {
  const { rows } = await kit.database.pool.query<{ name: string; columns: string[] }>(
    `select table_schema || '.' || table_name as name, array_agg(column_name::text) as columns
     from information_schema.columns group by 1`,
  );
  const columns = new Map(rows.map((row) => [row.name, row.columns]));
  for (const [name, entry] of Object.entries(registry)) {
    const there = columns.get(name) ?? [];
    if (entry.scope === 'none') {
      const ofOrganizations = there.includes('organization_id');
      expect({ name, ofOrganizations }).toEqual({ name, ofOrganizations: NOTES_OF_THE_GONE.has(name) });
      continue;
    }
    const named = [
      ...entry.hidden,
      ...(entry.scope === 'organization'
        ? ['organization_id', ...entry.mentions, ...(entry.personColumn === null ? [] : [entry.personColumn])]
        : []),
    ];
    expect([name, named.filter((column) => !there.includes(column))]).toEqual([name, []]);
  }
});
