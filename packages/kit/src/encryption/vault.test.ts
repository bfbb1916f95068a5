import { randomBytes } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { pgSchema, text, uuid } from 'drizzle-orm/pg-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestKit, type TestKit } from '../testing/index.ts';
import { createLocalKeyManagement } from './key-management.ts';
import { resealOrganization } from './reseal.ts';
import {
  dropOldDataKeys,
  rewrapDataKeys,
  rotateDataKey,
  rotateRootKey,
  surveyKeys,
  sweepOrganization,
} from './rotate.ts';
import { sealedColumns } from './sealed-columns.ts';
import { createVault, type Vault } from './vault.ts';

const yunxiu = '01970000-0000-7000-8000-0000000000a1';
const harbourline = '01970000-0000-7000-8000-0000000000b2';

const cards = pgSchema('trial').table('cards', {
  id: uuid('id').primaryKey(),
  organizationId: uuid('organization_id').notNull(),
  name: text('name').notNull(),
  email: text('email').notNull(),
  emailIndex: text('email_index'),
  phone: text('phone'),
});
const sealed = sealedColumns(cards, { email: { lookUpBy: 'emailIndex' }, phone: {} });

let kit: TestKit;
const id = (number: number) => `01970000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;

beforeAll(async () => {
  kit = await createTestKit();
  await kit.database.pool.query(`create schema trial;
    create table trial.cards (id uuid primary key, organization_id uuid not null, name text not null, email text not null, email_index text, phone text);
    select kit.protect_table('trial.cards')`);
});
afterAll(() => kit.close());

const resealing = (vault: Vault = kit.vault) => ({ database: kit.database, vault, tables: [sealed] });

async function write(
  number: number,
  organizationId: string,
  email: string,
  phone: string | null,
  vault = kit.vault,
) {
  await kit.database.withTenant([organizationId], async (tx) => {
    const row = { id: id(number), organizationId, name: `Card ${number}`, email, phone };
    const values = await vault.seal(tx, sealed, organizationId, row);
    await tx.db.insert(cards).values(values).onConflictDoUpdate({ target: cards.id, set: values });
  });
}
const read = (organizationId: string, vault = kit.vault) =>
  kit.database.withTenant([organizationId], async (tx) =>
    vault.open(
      tx,
      sealed,
      await tx.db.select().from(cards).where(eq(cards.organizationId, organizationId)).orderBy(cards.id),
    ),
  );
const raw = async () => JSON.stringify((await kit.database.pool.query('select * from trial.cards')).rows);

test('the columns are named as the database names them', () => {
  expect(sealed).toEqual({
    name: 'trial.cards',
    ...{ own: false, remembered: false },
    key: ['id'],
    columns: [
      {
        ...{ property: 'email', column: 'email', kind: 'text' },
        index: { property: 'emailIndex', column: 'email_index', across: false },
      },
      { property: 'phone', column: 'phone', kind: 'text', index: null },
    ],
  });
});

test('personal data lies sealed and is read in plain text; what is empty stays so', async () => {
  await write(1, yunxiu, 'su@yunxiu.example', '139 0000 0001');
  await write(2, yunxiu, '', null);
  expect(await raw()).not.toMatch(/su@yunxiu|139 0000/);
  expect(await read(yunxiu)).toMatchObject([
    { email: 'su@yunxiu.example', phone: '139 0000 0001', name: 'Card 1' },
    { email: '', phone: null },
  ]);
});

test('a text is found by its whole, whatever its case, in its own organisation only', async () => {
  await write(3, harbourline, 'su@yunxiu.example', null);
  const find = (organizationId: string, text: string) =>
    kit.database.withTenant([organizationId], async (tx) => {
      const wanted = await kit.vault.lookUp(tx, sealed, 'email', organizationId, text);
      return (await tx.db.select().from(cards).where(eq(cards.emailIndex, wanted))).map((row) => row.id);
    });
  expect(await find(yunxiu, ' SU@Yunxiu.example')).toEqual([id(1)]);
  expect(await find(harbourline, 'su@yunxiu.example')).toEqual([id(3)]);
  expect(await find(yunxiu, 'su@yunxiu')).toEqual([]);
});

test('what a process remembers to have opened is opened anew once it was changed, and unknown where it was moved to', async () => {
  const often = sealedColumns(cards, { email: {}, phone: {} }, { remembered: true });
  const open = async (organizationId: string, email: string) => {
    const rows = [{ id: id(9), organizationId, email, phone: null }];
    return (await kit.database.withTenant([organizationId], (tx) => tx.open(often, rows)))[0]?.email;
  };
  const sealAnew = (text: string) =>
    kit.database.withTenant([yunxiu], async (tx) => (await tx.seal(often, yunxiu, { email: text })).email);
  const first = await sealAnew('su@yunxiu.example');
  expect([await open(yunxiu, first), await open(yunxiu, first)]).toEqual([
    ...['su@yunxiu.example', 'su@yunxiu.example'],
  ]);
  expect(await open(yunxiu, await sealAnew('lu@yunxiu.example'))).toBe('lu@yunxiu.example');
  await expect(open(harbourline, first)).rejects.toThrow();
});

test('a value that is moved to another column or organisation does not open', async () => {
  const { rows } = await kit.database.pool.query(`select * from trial.cards where id = '${id(1)}'`);
  const move = (change: string) => kit.database.pool.query(`update trial.cards set ${change}`);
  await move(`phone = '${rows[0].email}' where id = '${id(2)}'`);
  await expect(read(yunxiu)).rejects.toThrow();
  await move(`phone = null where id = '${id(2)}'`);
  await move(`email = '${rows[0].email}' where id = '${id(3)}'`);
  await expect(read(harbourline)).rejects.toThrow();
  await kit.database.pool.query(`delete from trial.cards where id = '${id(3)}'`);
});

test('rows from before are read as they are, and sealed in the background with their index', async () => {
  await kit.database.pool.query(
    `insert into trial.cards select ('01970000-0000-7000-8000-00000001' || lpad(n::text, 4, '0'))::uuid, '${harbourline}', 'Old', 'old' || n || '@harbour.example', null, '+44 20 ' || n from generate_series(1, 250) n`,
  );
  expect((await read(harbourline)).length).toBe(250);
  expect(await sweepOrganization(resealing(), harbourline)).toBe(250);
  expect(await raw()).not.toMatch(/@harbour|\+44 20/);
  expect((await read(harbourline)).map(({ email }) => email)).toContain('old250@harbour.example');
  const swept = (await surveyKeys(resealing())).find((one) => one.organizationId === harbourline);
  expect(swept).toMatchObject({ isSwept: true, versions: 1 });
  const withMore = { ...resealing(), tables: [sealedColumns(cards, { email: {}, phone: {}, name: {} })] };
  expect((await surveyKeys(withMore)).find((one) => one.organizationId === harbourline)?.isSwept).toBe(false);
});

test('keys are changed under readers and writers of two processes, and nothing is ever unreadable', async () => {
  // A second process with a memory of its own that hears of nothing.
  const keepers = [createLocalKeyManagement('test', randomBytes(32))];
  const deaf = createVault({ ...kit, keepers });
  const root = kit.vault.roots.newest();
  deaf.roots.find = (version) => (version === root.version ? root.key : kit.vault.roots.find(version));
  deaf.roots.newest = () => kit.vault.roots.newest();
  let running = true;
  let reads = 0;
  let writes = 0;
  const reader = async (vault: Vault) => {
    while (running) {
      const rows = await read(harbourline, vault);
      expect(rows.every(({ email }) => email.endsWith('@harbour.example'))).toBe(true);
      reads += 1;
    }
  };
  const writer = async (vault: Vault, from: number) => {
    while (running) {
      await write(from + (writes % 20), harbourline, `new${writes}@harbour.example`, String(writes), vault);
      writes += 1;
    }
  };
  const load = [reader(kit.vault), reader(deaf), writer(kit.vault, 5_000), writer(deaf, 6_000)];
  for (let round = 0; round < 3; round += 1) {
    await rotateDataKey(resealing(), harbourline);
    await rotateRootKey(resealing());
  }
  running = false;
  await Promise.all(load);
  expect([reads > 3, writes > 3]).toEqual([true, true]);
  // The deaf one may have gone on with a key that is old by now: it is kept until nothing is sealed with it.
  await dropOldDataKeys(resealing(), harbourline);
  const survey = (await surveyKeys(resealing())).find((one) => one.organizationId === harbourline);
  expect(survey?.versions).toBe(1);
  expect(await kit.vault.roots.dropUnused()).toBe(3);
  for (const { email } of await read(harbourline)) expect(email).toMatch(/@harbour\.example$/);
}, 30_000);

test('a key that a transaction made counts only when the transaction is committed', async () => {
  const late = '01970000-0000-7000-8000-0000000000c3';
  const rolledBack = kit.database.withTenant([late], async (tx) => {
    await kit.vault.seal(tx, sealed, late, { email: 'x@late.example' });
    throw new Error('rolled back');
  });
  await expect(rolledBack).rejects.toThrow('rolled back');
  await write(7_001, late, 'y@late.example', null);
  kit.vault.forget();
  expect(await read(late)).toMatchObject([{ email: 'y@late.example' }]);
});

test('without its keys, what is left of an organisation cannot be read by anybody', async () => {
  await kit.database.pool.query(`delete from kit.data_keys where organization_id = '${yunxiu}'`);
  kit.vault.forget(yunxiu);
  await expect(read(yunxiu)).rejects.toThrow(/is gone/);
  expect((await read(harbourline)).length).toBeGreaterThan(200);
});

test('keys wrapped by one keeper move to another that the configuration names first', async () => {
  const held = createLocalKeyManagement('file', randomBytes(32));
  const own = await createTestKit();
  await own.database.pool.query('delete from kit.data_keys; delete from kit.root_keys');
  await createVault({ ...own, keepers: [held] }).ready();
  const next = createLocalKeyManagement('environment', randomBytes(32));
  const moved = createVault({ ...own, keepers: [next, held] });
  await moved.ready();
  await rewrapDataKeys({ database: own.database, vault: moved });
  await moved.roots.dropUnused();
  const alone = createVault({ ...own, keepers: [next] });
  await alone.ready();
  expect(alone.roots.newest().version).toBe(2);
  await expect(createVault({ ...own, keepers: [held] }).ready()).rejects.toThrow(/environment/);
  await own.close();
});

test('nobody but the organisation sees its keys, and a tenant sees no root key', async () => {
  const foreign = await kit.database.withTenant([yunxiu], (tx) =>
    tx.db.execute(sql`select * from kit.data_keys where organization_id = ${harbourline}`),
  );
  expect(foreign.rows).toEqual([]);
  const roots = kit.database.withTenant([yunxiu], (tx) => tx.db.execute(sql`select * from kit.root_keys`));
  await expect(roots).rejects.toThrow();
  expect(await resealOrganization(resealing(), harbourline)).toBe(0);
});
