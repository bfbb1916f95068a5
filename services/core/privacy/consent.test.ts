import { createTestKit, type TestKit } from '@tokenholic/kit/testing';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openTables } from './adapters/gate.ts';
import { applyRetention, retainDaily } from './commands/apply-retention.ts';
import { bringPolicies } from './commands/bring-policies.ts';
import { recordConsent } from './commands/record-consent.ts';
import { setPurposeBasis } from './commands/set-purpose-basis.ts';
import { readPolicy } from './queries/consent-policy.ts';
import { exportConsents } from './queries/export-consents.ts';
import { listRetention } from './queries/list-retention.ts';
import { checkConsent, historyOf, listConsents } from './queries/read-consents.ts';
import { standOfContacts } from './queries/stand-of-contacts.ts';
import { type PrivacyPorts, privacyMigrations } from './service.ts';

const client = '01970000-0000-7000-8000-00000000c001';
const other = '01970000-0000-7000-8000-00000000c002';
const vendor = '01970000-0000-7000-8000-00000000000a';
const userId = '01970000-0000-7000-8000-0000000000d1';
const principal = {
  user: { id: userId, name: { zh: '林佩', en: 'Lin Pei' }, roles: [], permissions: [] },
  homeOrganizationId: vendor,
  organizationIds: [vendor, client],
};
const ports: PrivacyPorts = {
  passExport: async () => {},
  findVendor: async () => vendor,
  sellerOf: async () => vendor,
  forget: () => {},
  sealedTables: () => [],
  rotateOwnKey: async () => 0,
  storesBeside: [],
  documents: null,
  contactsAt: async () => [],
  clientsWithSellers: async () => [client, other].map((clientId) => ({ clientId, sellerId: vendor })),
  listOrganizations: async () => [vendor, client, other],
};

let kit: TestKit;
const real = () => new Date();
beforeAll(async () => {
  kit = await createTestKit([privacyMigrations]);
  await openTables(kit.database);
});
afterEach(() => {
  kit.now = real;
});
afterAll(() => kit.close());

let count = 0;
const nextId = () => `01970000-0000-7000-8000-${(++count).toString().padStart(12, '0')}`;
const say = (decision: 'given' | 'withdrawn', more: object = {}) =>
  recordConsent(kit, ports, principal, client, {
    ...{ id: nextId(), address: 'Su@Yunxiu.example', purpose: 'marketing_email', decision },
    ...{ source: 'form', proof: '官网表单 2026-11 第 14 条', ...more },
  });
const check = (address = 'su@yunxiu.example', organizationId = client) =>
  checkConsent(kit, organizationId, address, 'marketing_email');

test('silence is no consent; what is given counts until it is taken back, and given again counts again', async () => {
  expect(await check()).toEqual({ allowed: false, because: 'never_asked', since: null });
  await say('given');
  expect(await check()).toMatchObject({ allowed: true, because: 'given' });
  expect(await check('su@yunxiu.example', other)).toMatchObject({ allowed: false });
  await say('withdrawn', { source: 'email', proof: '回信要求退订' });
  expect(await check()).toMatchObject({ allowed: false, because: 'withdrawn' });
  await say('given', { source: 'call', proof: '11 月 20 日通话，本人同意' });
  expect((await check()).allowed).toBe(true);
  const history = await historyOf(kit, client, 'SU@yunxiu.example');
  expect(history.map(({ decision, counts, superseded }) => [decision, counts, superseded])).toEqual([
    ['given', true, false],
    ['withdrawn', false, true],
    ['given', false, true],
  ]);
});

test('a withdrawal that is entered late still counts by the day on which it was said', async () => {
  await say('given', { address: '+86 139-0000-0001', decidedOn: '2026-03-01' });
  await say('withdrawn', { address: '+8613900000001', decidedOn: '2026-02-01' });
  expect((await check('+8613900000001')).allowed).toBe(true);
  await say('withdrawn', { address: '+8613900000001', decidedOn: '2026-04-01' });
  expect(await check('+8613900000001')).toMatchObject({ allowed: false, because: 'withdrawn' });
});

test('consent for a time ends with its last day', async () => {
  await say('given', { address: 'mei@yunxiu.example', decidedOn: '2026-01-01', expiresOn: '2026-06-30' });
  kit.now = () => new Date('2026-06-30T22:00:00Z');
  expect((await check('mei@yunxiu.example')).allowed).toBe(true);
  kit.now = () => new Date('2026-07-01T00:00:00Z');
  expect(await check('mei@yunxiu.example')).toMatchObject({ allowed: false, because: 'expired' });
});

test('a person with two addresses is refused by one no, allowed by one yes, and else by what the purpose rests on', async () => {
  const contactId = nextId();
  const stand = async () => {
    const stands = await kit.database.withTenant([client], (tx) =>
      standOfContacts(
        tx,
        client,
        [{ contactId, addresses: ['He@yunxiu.example', '139 0000 0002'] }],
        'profiling',
        kit.now(),
      ),
    );
    return stands.get(contactId);
  };
  const rest = async (basis: 'ask_first' | 'legitimate_interest', revision: number) => {
    const policy = await setPurposeBasis(kit, principal, {
      ...{ purpose: 'profiling', basis, revision },
      because: basis === 'ask_first' ? '' : 'Business exchanges only, may object at any time',
    });
    await bringPolicies(kit, ports, vendor);
    return policy;
  };
  expect((await readPolicy(kit, vendor)).purposes.profiling.basis).toBe('ask_first');
  expect(await stand()).toMatchObject({ allowed: false, because: 'never_asked' });
  expect((await rest('legitimate_interest', 0)).revision).toBe(1);
  expect(await stand()).toMatchObject({ allowed: true, because: 'legitimate_interest' });
  // Who asks about one address is told the same.
  expect(await checkConsent(kit, client, 'he@yunxiu.example', 'profiling')).toEqual(await stand());
  await say('given', { address: 'he@yunxiu.example', purpose: 'profiling' });
  expect(await stand()).toMatchObject({ allowed: true, because: 'given' });
  await say('withdrawn', { address: '13900000002', purpose: 'profiling' });
  expect(await stand()).toMatchObject({ allowed: false, because: 'withdrawn' });
  await expect(rest('ask_first', 0)).rejects.toThrow('privacy.policy_changed');
  await expect(
    setPurposeBasis(kit, principal, {
      ...{ purpose: 'recording', basis: 'legitimate_interest', because: '', revision: 1 },
    }),
  ).rejects.toThrow();
  const { rows } = await kit.database.pool.query(
    "select organization_id from kit.events where type = 'consent.policy_changed' order by 1",
  );
  expect(rows.map((row) => row.organization_id)).toEqual([client, other]);
});

test('whose decision it is stands in the event by id, and no address does', async () => {
  const contactId = nextId();
  const known = { contactsAt: async () => [contactId] };
  await recordConsent(kit, known, principal, client, {
    ...{ id: nextId(), address: 'wei@yunxiu.example', purpose: 'recording', decision: 'withdrawn' },
    ...{ source: 'call', proof: '11 月 21 日通话' },
  });
  const { rows } = await kit.database.pool.query(
    "select payload, personal from kit.events where type = 'consent.withdrawn' and payload->'contactIds' ? $1",
    [contactId],
  );
  expect(rows).toMatchObject([{ payload: { purpose: 'recording', contactIds: [contactId] } }]);
  expect(JSON.stringify(rows)).not.toContain('yunxiu');
});

test('consent without proof is refused, an id is taken once, and the second try changes nothing', async () => {
  await expect(say('given', { proof: ' ' })).rejects.toThrow();
  const before = (await listConsents(kit, client, { limit: 50, history: true })).items.length;
  const id = nextId();
  await say('given', { id, address: 'a@yunxiu.example' });
  await say('withdrawn', { id, address: 'a@yunxiu.example' });
  expect((await check('a@yunxiu.example')).allowed).toBe(true);
  expect((await listConsents(kit, client, { limit: 50, history: true })).items).toHaveLength(before + 1);
});

test('the list shows what stands, page by page; addresses and proof lie sealed; the export holds everything', async () => {
  const first = await listConsents(kit, client, { limit: 2, history: false });
  const next = first.nextCursor ?? '';
  const second = await listConsents(kit, client, { limit: 2, history: false, cursor: next });
  const addresses = [...first.items, ...second.items].map(({ address }) => address);
  expect(addresses).toHaveLength(4);
  expect(new Set(addresses).size).toBe(4);
  const { rows } = await kit.database.pool.query('select * from privacy.consents');
  expect(JSON.stringify(rows)).not.toMatch(/yunxiu|139000|退订/);
  const lines = (await exportConsents(kit, client).toArray()).join('').trim().split('\r\n');
  expect(lines).toHaveLength(rows.length + 1);
  expect(lines.join()).toContain('回信要求退订');
});

test('a trial run counts what a run then takes away, for every organisation, and both are reported', async () => {
  const old = (organizationId: string, days: number) =>
    kit.database.pool.query(
      `insert into privacy.retention_runs values (gen_random_uuid(), '${organizationId}', now() - interval '${days} days', null, true, '[]')`,
    );
  for (const id of [vendor, client, other]) {
    await old(id, 731);
    await old(id, 729);
  }
  const run = (dry: boolean) => applyRetention(kit, ports, { keeper: vendor, startedBy: userId, dry });
  const rowsOf = ({ results }: Awaited<ReturnType<typeof run>>) =>
    results.find(({ table }) => table === 'privacy.retention_runs')?.rows;
  expect(rowsOf(await run(true))).toBe(3);
  expect(rowsOf(await run(true))).toBe(3);
  expect(rowsOf(await run(false))).toBe(3);
  expect(rowsOf(await run(true))).toBe(0);
  const { rows } = await kit.database.pool.query(
    "select count(*)::int as count from privacy.retention_runs where started_at < now() - interval '100 days'",
  );
  expect(rows[0].count).toBe(3);
  const reports = await listRetention(kit, vendor);
  expect(reports.filter(({ dry }) => !dry)).toHaveLength(1);
  await retainDaily(kit, ports);
  expect((await listRetention(kit, vendor)).filter(({ dry }) => !dry)).toHaveLength(1);
  kit.now = () => new Date(Date.now() + 25 * 3_600_000);
  await retainDaily(kit, ports);
  expect((await listRetention(kit, vendor)).filter(({ dry }) => !dry)[0]?.startedBy).toBeNull();
});
