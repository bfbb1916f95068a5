import type { Kit, TenantTransaction } from '@tokenholic/kit';
import { eq, inArray } from 'drizzle-orm';
import { BEGINNING, PURPOSES, purposesIn } from '../domain/consent.ts';
import type { PrivacyPorts } from '../ports.ts';
import { consentPolicies } from '../tables.ts';

/** Brings an organisation the policy that holds for it, or what it decided to its clients. */
export const POLICY_QUEUE = 'privacy.policy';
/** Clients looked at in one transaction. */
const AT_ONCE = 500;

type Ports = Pick<PrivacyPorts, 'clientsWithSellers'>;
type Policy = typeof consentPolicies.$inferSelect;

/**
 * Gives clients their seller's policy where they do not have it yet, and tells them where a purpose rests on something else
 * now. About one seller or client, or about all when it is null. What is right already is left alone, so that it can be done
 * again at any time.
 */
export async function bringPolicies(kit: Kit, ports: Ports, about: string | null): Promise<void> {
  const clientsOf = new Map<string, string[]>();
  for (const { clientId, sellerId } of await ports.clientsWithSellers(about))
    clientsOf.set(sellerId, [...(clientsOf.get(sellerId) ?? []), clientId]);
  for (const [sellerId, clientIds] of clientsOf) {
    const [policy] = await kit.database.withTenant([sellerId], (tx) => rowsOf(tx, [sellerId]));
    if (policy === undefined) continue;
    for (let start = 0; start < clientIds.length; start += AT_ONCE) {
      const some = clientIds.slice(start, start + AT_ONCE);
      const copies = await kit.database.withTenant(some, (tx) => rowsOf(tx, some));
      const done = new Set(
        copies.filter((copy) => isCopy(copy, policy)).map(({ organizationId }) => organizationId),
      );
      for (const clientId of some) if (!done.has(clientId)) await bringPolicy(kit, sellerId, clientId);
    }
  }
}

/** The seller's row is held meanwhile, so that an older policy never takes the place of a newer one. */
async function bringPolicy(kit: Kit, sellerId: string, clientId: string): Promise<void> {
  await kit.database.withTenant([sellerId, clientId], async (tx) => {
    const [policy] = await tx.db
      .select()
      .from(consentPolicies)
      .where(eq(consentPolicies.organizationId, sellerId))
      .for('share');
    const [copy] = await rowsOf(tx, [clientId]);
    if (policy === undefined || (copy !== undefined && isCopy(copy, policy))) return;
    const { purposes, revision, changedBy, changedAt } = policy;
    const row = { purposes, revision, changedBy, changedAt };
    await tx.db
      .insert(consentPolicies)
      .values({ organizationId: clientId, ...row })
      .onConflictDoUpdate({ target: consentPolicies.organizationId, set: row });
    const [before, after] = [
      { ...BEGINNING, ...copy?.purposes },
      { ...BEGINNING, ...purposes },
    ];
    for (const purpose of purposesIn(after)) {
      const { basis } = after[purpose];
      if (basis === before[purpose].basis) continue;
      const headline = {
        zh: `处理依据已变更：${PURPOSES[purpose].zh}`,
        en: `Lawful basis changed: ${PURPOSES[purpose].en}`,
      };
      await tx.publish(clientId, 'consent.policy_changed', { headline, purpose, basis });
    }
  });
}

const rowsOf = ({ db }: Pick<TenantTransaction, 'db'>, organizationIds: string[]): Promise<Policy[]> =>
  db.select().from(consentPolicies).where(inArray(consentPolicies.organizationId, organizationIds));

const isCopy = (copy: Policy, policy: Policy): boolean =>
  copy.revision === policy.revision &&
  copy.changedBy === policy.changedBy &&
  copy.changedAt.getTime() === policy.changedAt.getTime();
