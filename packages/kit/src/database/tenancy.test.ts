import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestKit, type TestKit } from '../testing/index.ts';

const yunxiu = '01970000-0000-7000-8000-0000000000a1';
const harbourline = '01970000-0000-7000-8000-0000000000b2';
let kit: TestKit;

beforeAll(async () => {
  kit = await createTestKit();
  for (const id of [yunxiu, harbourline]) {
    await kit.database.withTenant([id], (tx) =>
      tx.audit(id, { action: 'client.create', subject: `canary-${id}` }),
    );
  }
});
afterAll(() => kit.close());

const subjects = (ids: string[]) =>
  kit.database.withTenant(ids, async (tx) => {
    const result = await tx.db.execute<{ subject: string }>(
      sql`select subject from kit.audit_entries order by subject`,
    );
    return result.rows.map((row) => row.subject);
  });

test('a tenant transaction sees the rows of its organisations and no others', async () => {
  expect(await subjects([yunxiu])).toEqual([`canary-${yunxiu}`]);
  expect(await subjects([yunxiu, harbourline])).toHaveLength(2);
  expect(await subjects([])).toEqual([]);
});

test('a row for another organisation is refused, and the whole transaction with it', async () => {
  const work = kit.database.withTenant([yunxiu], async (tx) => {
    await tx.audit(yunxiu, { action: 'note.add', subject: 'lost-with-the-rest' });
    await tx.audit(harbourline, { action: 'note.add', subject: 'foreign' });
  });
  await expect(work).rejects.toThrow(/row-level security/);
  expect(await subjects([yunxiu, harbourline])).toHaveLength(2);
});

test('text in place of an organisation id never reaches the database', async () => {
  await expect(kit.database.withTenant(["x}'; reset role; --"], async () => null)).rejects.toThrow(
    /Not an organisation id/,
  );
});

test('the role and the organisations end with the transaction', async () => {
  await subjects([yunxiu]);
  const { rows } = await kit.database.pool.query(
    "select current_user as role, current_setting('app.organization_ids', true) as ids",
  );
  expect(rows[0].role).not.toBe('app_user');
  expect(rows[0].ids ?? '').toBe('');
});

test('the log can be appended to but not rewritten by a tenant', async () => {
  await kit.database.withTenant([yunxiu], (tx) =>
    tx.publish(yunxiu, 'research.ended', { runId: yunxiu, status: 'cancelled', code: null }),
  );
  const rewrite = kit.database.withTenant([yunxiu], (tx) => tx.db.execute(sql`delete from kit.events`));
  await expect(rewrite).rejects.toThrow();
});
