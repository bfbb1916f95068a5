import { createTestKit, type TestKit } from '@tokenholic/kit/testing';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findPatterns } from './commands/find-patterns.ts';
import { harbourline, yunxiu } from './deals.fixtures.ts';
import { dealsMigrations } from './service.ts';
import { deals } from './tables.ts';

const [other, foreign] = ['01970000-0000-7000-8000-00000000000b', '01970000-0000-7000-8000-00000000f001'];
const vendor = '01970000-0000-7000-8000-00000000000a';
const ports = {
  sellers: async () => [
    { sellerId: vendor, clientIds: [yunxiu, harbourline] },
    { sellerId: other, clientIds: [foreign] },
  ],
};
let kit: TestKit;
beforeAll(async () => {
  kit = await createTestKit([dealsMigrations]);
});
afterAll(() => kit.close());

/** So many deals that ended in a month of 2026, as many with each client. */
async function quarter(
  month: number,
  won: number,
  of: number,
  clients = [yunxiu, harbourline],
): Promise<void> {
  const closedAt = new Date(Date.UTC(2026, month, 3));
  for (const [half, client] of clients.entries()) {
    const rows = Array.from({ length: of / clients.length }, (_, at): typeof deals.$inferInsert => ({
      ...{ id: uuidv7(), organizationId: client, title: '商机', ownerId: vendor },
      ...{ stage: at * clients.length + half < won ? 'won' : 'lost', stageSince: closedAt, closedAt },
      ...{ amountMinor: 1_000, currency: 'CNY', amountCny: 10, closeDate: '2026-09-03' },
      ...{ source: '', products: [], competitors: [], searchText: '' },
      ...{ ownerName: { zh: '林佩', en: 'Lin Pei' }, createdAt: new Date(Date.UTC(2026, 0, 1)) },
    }));
    await kit.database.withTenant([client], (tx) => tx.db.insert(deals).values(rows));
  }
}

const told = async () =>
  (
    await kit.database.pool.query<{ organization_id: string; zh: string }>(
      "select organization_id, payload->'headline'->>'zh' as zh from kit.events where type = 'deal.pattern_found' order by seq",
    )
  ).rows;

test('a pattern over all clients is told once, as the vendor’s own, and again only after it was gone', async () => {
  await quarter(1, 60, 100);
  expect(await findPatterns(kit, ports)).toBe(0);
  await quarter(8, 10, 60);
  expect([await findPatterns(kit, ports), await findPatterns(kit, ports)]).toEqual([1, 0]);
  expect(await told()).toEqual([
    { organization_id: vendor, zh: expect.stringContaining('2026 Q3 的赢率比之前低') },
  ]);
  // Other figures of the same pattern are no news.
  await quarter(8, 0, 4);
  expect(await findPatterns(kit, ports)).toBe(0);
  await quarter(8, 60, 60);
  expect(await findPatterns(kit, ports)).toBe(0);
  await quarter(8, 0, 100);
  expect(await findPatterns(kit, ports)).toBe(1);
  expect(await told()).toHaveLength(2);
});

test('what another seller’s clients closed is told that seller and nobody else', async () => {
  const before = (await told()).length;
  await quarter(1, 60, 100, [foreign]);
  await quarter(8, 5, 100, [foreign]);
  expect(await findPatterns(kit, ports)).toBe(1);
  expect((await told()).slice(before).map(({ organization_id }) => organization_id)).toEqual([other]);
});
