import { globSync, readFileSync } from 'node:fs';
import { findSellerGroup, findSellerOf, listSellers, pairClientsWithSellers } from '@tokenholic/identity';
import { acrossIndexes, answeredTables } from '@tokenholic/kit';
import { createTestKit, type TestKit } from '@tokenholic/kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newEnvironment } from '../cli/placement-command.ts';
import { migrations } from '../compose.ts';
import { readConfiguration } from '../configuration.ts';
import { faultOfEnds } from './check-ends.ts';
import { LOOKED_UP_ACROSS } from './part-with-seller.ts';

const [seller, other] = ['01970000-0000-7000-8000-0000000000a1', '01970000-0000-7000-8000-0000000000b2'];
const [client, foreign] = ['01970000-0000-7000-8000-0000000000c1', '01970000-0000-7000-8000-0000000000c2'];
const [lin, mia] = ['01970000-0000-7000-8000-0000000000e1', '01970000-0000-7000-8000-0000000000e2'];
const PRIVACY = new URL('../../../../services/core/privacy/', import.meta.url);
let kit: TestKit;

beforeAll(async () => {
  kit = await createTestKit(migrations.slice(1));
  await kit.database.pool.query(`insert into identity.organizations (organization_id, kind, name, name_key, created_by) values
    ('${seller}', 'vendor', 'S', 's', '${lin}'), ('${other}', 'vendor', 'O', 'o', '${mia}'),
    ('${client}', 'client', 'C', 'c', '${lin}'), ('${foreign}', 'client', 'F', 'f', '${mia}')`);
  await kit.database.pool.query(`insert into identity.users (id, organization_id, name_zh, name_en, roles) values
    ('${lin}', '${seller}', 'Lin', 'Lin', '{}'), ('${mia}', '${other}', 'Mia', 'Mia', '{}')`);
  await kit.database.pool.query(`insert into identity.assignments (user_id, organization_id) values
    ('${lin}', '${client}'), ('${mia}', '${foreign}')`);
}, 60_000);
afterAll(() => kit.close());

const groupOf = async (id: string) => {
  const connection = await kit.database.pool.connect();
  return findSellerGroup(connection, id).finally(() => connection.release());
};

test('a seller goes with the clients its people made or look after', async () => {
  expect(await groupOf(seller)).toEqual([seller, client]);
  await expect(groupOf(client)).rejects.toMatchObject({ code: 'identity.not_a_seller' });
});

test('each client has one seller, and the consent policies of a release that knew only one come to it and go with it', async () => {
  const pairs = await pairClientsWithSellers(kit, null);
  expect(pairs).toEqual([
    { clientId: client, sellerId: seller },
    { clientId: foreign, sellerId: other },
  ]);
  expect(await pairClientsWithSellers(kit, other)).toEqual(await pairClientsWithSellers(kit, foreign));
  const { pool } = kit.database;
  await pool.query(`insert into privacy.consent_policies values
    ('${seller}', '{"profiling": "of S"}', 3, '${lin}', now()), ('${other}', '{"profiling": "of O"}', 7, '${mia}', now())`);
  const upgrade = new URL('migrations/0112_policy_of_its_seller.sql', PRIVACY);
  await pool.query(readFileSync(upgrade, 'utf8'));
  const { rows } = await pool.query<{ id: string; revision: number }>(
    'select organization_id as id, revision from privacy.consent_policies order by 1',
  );
  const revisionsOf = (ids: readonly string[]) =>
    rows.filter(({ id }) => ids.includes(id)).map(({ revision }) => revision);
  expect(revisionsOf(await groupOf(seller))).toEqual([3, 3]);
  expect(revisionsOf(await groupOf(other))).toEqual([7, 7]);
  const connection = await pool.connect();
  const answers = await answeredTables(connection).finally(() => connection.release());
  expect(answers).toContainEqual({ name: 'privacy.consent_policies', answer: 'rows' });
});

test('of two sellers each has its own clients, and a client leads to its seller', async () => {
  expect(await listSellers(kit, false)).toEqual([
    { sellerId: seller, clientIds: [client] },
    { sellerId: other, clientIds: [foreign] },
  ]);
  const sellersOf = [seller, other, client, foreign].map((id) => findSellerOf(kit, false, id));
  expect(await Promise.all(sellersOf)).toEqual([seller, other, seller, other]);
});

test('nobody goes while somebody outside sees one of them: it is said who', async () => {
  await kit.database.pool.query(
    'insert into identity.assignments (user_id, organization_id) values ($1, $2)',
    [mia, client],
  );
  const strangers = [{ person: mia, organization: client }];
  await expect(groupOf(seller)).rejects.toMatchObject({
    ...{ code: 'identity.not_apart', details: { strangers } },
  });
  await kit.database.pool.query(
    'delete from identity.assignments where user_id = $1 and organization_id = $2',
    [mia, client],
  );
});

test('a client that one of them makes while the group is asked for makes nobody a stranger', async () => {
  const connection = await kit.database.pool.connect();
  const made = '01970000-0000-7000-8000-0000000000c3';
  const meanwhile = {
    query: async (text: string, values: unknown[]) => {
      const answer = await connection.query(text, values);
      await connection.query(`insert into identity.organizations (organization_id, kind, name, name_key, created_by)
        values ('${made}', 'client', 'N', 'n', '${lin}') on conflict do nothing`);
      await connection.query(
        `insert into identity.assignments (user_id, organization_id) values ('${lin}', '${made}') on conflict do nothing`,
      );
      return answer;
    },
  } as Pick<typeof connection, 'query'>;
  const [before, after] = [
    await findSellerGroup(meanwhile, seller).catch((error: unknown) => error),
    await findSellerGroup(connection, seller),
  ];
  await connection.query(`delete from identity.assignments where organization_id = '${made}';
    delete from identity.organizations where organization_id = '${made}'`);
  connection.release();
  expect([before, after]).toEqual([
    [seller, client],
    [seller, client, made],
  ]);
});

test('every table has an answer to how it goes along; one that nobody thought of has none', async () => {
  const unanswered = async () => {
    const connection = await kit.database.pool.connect();
    const tables = await answeredTables(connection).finally(() => connection.release());
    expect(tables.length).toBeGreaterThan(100);
    return tables.filter(({ answer }) => answer === null).map(({ name }) => name);
  };
  expect(await unanswered()).toEqual([]);
  await kit.database.pool.query('create table identity.forgotten (id uuid primary key)');
  expect(await unanswered()).toEqual(['identity.forgotten']);
  await kit.database.pool.query('drop table identity.forgotten');
});

test('every column that is keyed by the installation is keyed anew in the other one', () => {
  const root = new URL('../../../../', import.meta.url).pathname;
  const files = globSync('{services/*/*,packages/*}/**/*.ts', { cwd: root }).filter(
    (path) => !path.includes('node_modules') && !path.endsWith('.test.ts'),
  );
  const across = files.flatMap(
    (path) => readFileSync(`${root}${path}`, 'utf8').match(/lookUpBy: '\w+', across: true/g) ?? [],
  );
  expect(Object.values(acrossIndexes(LOOKED_UP_ACROSS)).flat()).toHaveLength(across.length);
});

const key = (byte: number) => Buffer.alloc(32, byte).toString('base64');
const here = { DATABASE_URL: 'postgres://db/here', TOKENHOLIC_DATA: '/here', TOKENHOLIC_SECRET_KEY: key(1) };
const options = { database: 'postgres://db/there', data: '/there', url: 'https://own.example' };
const faultWith = (environment: Record<string, string>, more: Partial<typeof options> = {}) =>
  faultOfEnds(
    readConfiguration(environment, '/'),
    readConfiguration(newEnvironment({ ...options, ...more }, environment), '/'),
  )?.en;

test('the new installation must have a database, a key and files of its own', () => {
  expect(faultWith({ ...here, NEW_TOKENHOLIC_SECRET_KEY: key(2) })).toBeUndefined();
  expect(faultWith({ ...here, NEW_TOKENHOLIC_SECRET_KEY: key(1) })).toMatch(/key of its own/);
  expect(faultWith({ ...here, NEW_TOKENHOLIC_SECRET_KEY: key(2) }, { database: here.DATABASE_URL })).toMatch(
    /database of its own/,
  );
  expect(faultWith({ ...here, NEW_TOKENHOLIC_SECRET_KEY: key(2) }, { data: '/here' })).toMatch(
    /files of its own/,
  );
  expect(faultWith({ TOKENHOLIC_DATA: '/here' })).toMatch(/DATABASE_URL/);
});

test('what lies in servers beside PostgreSQL keeps a seller here, and it is said what to do', () => {
  const besides = { TOKENHOLIC_QDRANT_URL: 'http://vectors.example', NEW_TOKENHOLIC_SECRET_KEY: key(2) };
  expect(faultWith({ ...here, ...besides })).toMatch(/TOKENHOLIC_QDRANT_URL/);
});
