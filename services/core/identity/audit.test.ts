import { createTestKit, type TestKit } from '@tokenholic/kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { exportAudit } from './queries/export-audit.ts';
import { auditChoices, readAudit } from './queries/read-audit.ts';
import { verifyAudit, verifyEveryAudit } from './queries/verify-audit.ts';
import { identityMigrations } from './service.ts';

const yunxiu = '01970000-0000-7000-8000-00000000c001';
const harbourline = '01970000-0000-7000-8000-00000000c002';
let kit: TestKit;

beforeAll(async () => {
  kit = await createTestKit([identityMigrations]);
  for (let round = 1; round <= 6; round += 1)
    for (const id of [yunxiu, harbourline])
      await kit.database.withTenant([id], (tx) =>
        tx.audit(id, {
          action: 'client.update',
          subject: id,
          before: { round: round - 1 },
          after: { round },
        }),
      );
});
afterAll(() => kit.close());

test('each organisation has a chain of its own that holds', async () => {
  const [one, other] = [await verifyAudit(kit, yunxiu), await verifyAudit(kit, harbourline)];
  expect([one.entries, one.brokenAt, other.entries, other.brokenAt]).toEqual([6, null, 6, null]);
  expect(one.seal).not.toBe(other.seal);
});

test('entries written at once by two people still make one chain', async () => {
  await Promise.all(
    Array.from({ length: 8 }, (_, index) =>
      kit.database.withTenant([harbourline], (tx) =>
        tx.audit(harbourline, { action: 'client.assign', subject: String(index) }),
      ),
    ),
  );
  expect(await verifyAudit(kit, harbourline)).toMatchObject({ entries: 14, brokenAt: null });
});

test('the search finds what an entry says, newest first, page by page', async () => {
  const first = await readAudit(kit, yunxiu, { search: '', limit: 4 });
  const second = await readAudit(kit, yunxiu, { search: '', limit: 4, cursor: first.nextCursor ?? '' });
  expect([...first.items, ...second.items].map(({ place }) => place)).toEqual([6, 5, 4, 3, 2, 1]);
  const found = await readAudit(kit, yunxiu, { search: '"Round": 6', limit: 10 });
  expect(found.items.map(({ place }) => place)).toEqual([6]);
});

test('the application can neither change nor remove an entry', async () => {
  for (const statement of ["update kit.audit_entries set actor = 'nobody'", 'delete from kit.audit_entries'])
    await expect(kit.database.withTenant([yunxiu], (tx) => tx.db.execute(statement))).rejects.toThrow();
});

test('a trail can be narrowed to a person, a kind of action and days', async () => {
  const few = { search: '', actor: '', action: '', from: '', to: '', limit: 50 };
  const count = async (filter: object) =>
    (await readAudit(kit, harbourline, { ...few, ...filter })).items.length;
  const today = new Date().toISOString().slice(0, 10);
  expect(await count({ action: 'client.' })).toBe(14);
  expect(await count({ action: 'client.assign' })).toBe(8);
  expect(await count({ actor: 'nobody' })).toBe(0);
  expect(await count({ from: today, to: today })).toBe(14);
  expect(await count({ to: '2020-01-01' })).toBe(0);
  const choices = await auditChoices(kit, harbourline, yunxiu);
  expect(choices.actions).toEqual(['client.assign', 'client.update']);
  expect(choices.actors).toEqual([{ id: 'system', name: null }]);
});

test('a trail leaves as CSV and as JSON, whole, and a formula in it stays text', async () => {
  await kit.database.withTenant([yunxiu], (tx) =>
    tx.audit(yunxiu, { action: 'note.add', subject: '=HYPERLINK("x")', reason: 'said, "so"' }),
  );
  const all = { search: '', actor: '', action: '', from: '', to: '' };
  const text = async (format: 'csv' | 'json') =>
    (await exportAudit(kit, yunxiu, yunxiu, { ...all, format }).toArray()).join('');
  const lines = (await text('csv')).trim().split('\r\n');
  expect(lines).toHaveLength(8);
  expect(lines[1]).toContain(`"'=HYPERLINK(""x"")"`);
  const parsed = JSON.parse(await text('json'));
  expect(parsed.entries).toHaveLength(7);
  expect(parsed.chain).toMatchObject({ entries: 7, brokenAt: null });
});

test('what was cut off at the end is missed by whoever noted the report before', async () => {
  const cut = '01970000-0000-7000-8000-00000000c003';
  await kit.database.pool.query(
    `insert into identity.organizations (organization_id, kind, name, name_key, created_by) values ('${cut}', 'client', 'Cut', 'cut', '${cut}')`,
  );
  for (let round = 0; round < 3; round += 1)
    await kit.database.withTenant([cut], (tx) =>
      tx.audit(cut, { action: 'note.add', subject: String(round) }),
    );
  const report = await verifyEveryAudit(kit, { noted: [] });
  expect(report.organizations).toMatchObject([{ organizationId: cut, entries: 3, differsFromNoted: false }]);
  expect(
    (await verifyEveryAudit(kit, { noted: report.organizations })).organizations[0]?.differsFromNoted,
  ).toBe(false);
  await kit.database.pool.query('delete from kit.audit_entries where organization_id = $1 and place = 3', [
    cut,
  ]);
  const after = await verifyEveryAudit(kit, { noted: report.organizations });
  expect(after.organizations).toMatchObject([{ entries: 2, brokenAt: null, differsFromNoted: true }]);
});

test('an entry changed or taken out behind the application shows at its place', async () => {
  await kit.database.pool.query(
    `update kit.audit_entries set after = '{"round": 400}' where organization_id = $1 and place = 4`,
    [yunxiu],
  );
  expect((await verifyAudit(kit, yunxiu)).brokenAt).toBe(4);
  await kit.database.pool.query('delete from kit.audit_entries where organization_id = $1 and place = 3', [
    harbourline,
  ]);
  expect((await verifyAudit(kit, harbourline)).brokenAt).toBe(3);
});
