import { createTestKit, type TestKit } from '@tokenholic/kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readAudit, verifyAudit } from './queries/read-audit.ts';

const yunxiu = '01970000-0000-7000-8000-00000000c001';
const harbourline = '01970000-0000-7000-8000-00000000c002';
let kit: TestKit;

beforeAll(async () => {
  kit = await createTestKit();
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
