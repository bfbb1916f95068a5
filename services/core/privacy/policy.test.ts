import { createTestKit, type TestKit } from '@tokenholic/kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bringPolicies, POLICY_QUEUE } from './commands/bring-policies.ts';
import { setPurposeBasis } from './commands/set-purpose-basis.ts';
import { readPolicy } from './queries/consent-policy.ts';
import { standOfContacts } from './queries/stand-of-contacts.ts';
import { privacyMigrations } from './service.ts';

// Two sellers in one installation. The ids of the second are the higher ones.
const [north, south] = ['01970000-0000-7000-8000-0000000000a1', '01970000-0000-7000-8000-0000000000a2'];
const [ofNorth, ofSouth] = ['01970000-0000-7000-8000-0000000000c1', '01970000-0000-7000-8000-0000000000c2'];
const made = '01970000-0000-7000-8000-0000000000c3';
const sellerOf = new Map([
  [ofNorth, north],
  [ofSouth, south],
]);
const ports = {
  clientsWithSellers: async (about: string | null) =>
    [...sellerOf]
      .map(([clientId, sellerId]) => ({ clientId, sellerId }))
      .filter(({ clientId, sellerId }) => about === null || about === clientId || about === sellerId),
};

let kit: TestKit;
beforeAll(async () => {
  kit = await createTestKit([privacyMigrations]);
});
afterAll(() => kit.close());

const decide = (home: string, basis: 'ask_first' | 'legitimate_interest', revision: number) =>
  setPurposeBasis(
    kit,
    {
      ...{ homeOrganizationId: home, organizationIds: [home] },
      user: {
        ...{ id: home, name: { zh: '林佩', en: 'Lin Pei' }, roles: [], permissions: [] },
      },
    },
    {
      ...{ purpose: 'profiling', basis, revision },
      because: basis === 'ask_first' ? '' : 'Business exchanges only, may object at any time',
    },
  );
const basisOf = async (organizationId: string) =>
  (await readPolicy(kit, organizationId)).purposes.profiling.basis;
const mayProfile = (clientId: string) =>
  kit.database.withTenant([clientId], async (tx) => {
    const her = { contactId: 'she', addresses: ['su@yunxiu.example'] };
    const stands = await standOfContacts(tx, clientId, [her], 'profiling', kit.now());
    return stands.get('she')?.allowed;
  });
const told = async (): Promise<string[]> => {
  const { rows } = await kit.database.pool.query<{ told: string }>(
    `select organization_id || ' ' || (payload->>'basis') as told from kit.events
     where type = 'consent.policy_changed' order by seq`,
  );
  return rows.map((row) => row.told);
};
const requested = async (): Promise<string[]> => {
  const { rows } = await kit.database.pool.query<{ id: string }>(
    'select organization_id as id from kit.job_requests where queue = $1 order by requested_at',
    [POLICY_QUEUE],
  );
  return rows.map(({ id }) => id);
};

test('what one seller decides holds for its own clients and for nobody else’s', async () => {
  await decide(north, 'legitimate_interest', 0);
  expect(await requested()).toEqual([north]);
  await bringPolicies(kit, ports, north);
  expect([await mayProfile(ofNorth), await mayProfile(ofSouth)]).toEqual([true, false]);
  expect(await told()).toEqual([`${ofNorth} legitimate_interest`]);
  await decide(south, 'ask_first', 0);
  await bringPolicies(kit, ports, south);
  expect([await mayProfile(ofNorth), await mayProfile(ofSouth)]).toEqual([true, false]);
  expect(await basisOf(south)).toBe('ask_first');
  // Nothing changed for the clients of the second: asking first is what everybody begins with.
  expect(await told()).toEqual([`${ofNorth} legitimate_interest`]);
});

test('a seller cannot read what another decided, nor what that one’s clients have of it', async () => {
  const { rows } = await kit.database.pool.query('select from privacy.consent_policies');
  expect(rows).toHaveLength(4);
  const seen = await kit.database.withTenant([south], ({ db }) =>
    db.execute<{ id: string }>('select organization_id as id from privacy.consent_policies'),
  );
  expect(seen.rows).toEqual([{ id: south }]);
});

test('a client that is made later gets its seller’s policy, once', async () => {
  sellerOf.set(made, north);
  expect(await mayProfile(made)).toBe(false);
  await bringPolicies(kit, ports, made);
  expect(await mayProfile(made)).toBe(true);
  await bringPolicies(kit, ports, made);
  await bringPolicies(kit, ports, null);
  expect(await told()).toEqual([`${ofNorth} legitimate_interest`, `${made} legitimate_interest`]);
});

test('a decision on a policy that somebody changed meanwhile is refused and reaches nobody', async () => {
  const [first, second] = await Promise.allSettled([
    decide(north, 'ask_first', 1),
    decide(north, 'ask_first', 1),
  ]);
  expect([first.status, second.status].sort()).toEqual(['fulfilled', 'rejected']);
  expect((await readPolicy(kit, north)).revision).toBe(2);
  await bringPolicies(kit, ports, null);
  expect([await mayProfile(ofNorth), await mayProfile(made)]).toEqual([false, false]);
  expect((await told()).slice(2)).toEqual([`${ofNorth} ask_first`, `${made} ask_first`]);
});
