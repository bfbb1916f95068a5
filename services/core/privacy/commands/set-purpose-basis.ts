import { type ConsentPolicy, type SetPurposeBasis, setPurposeBasisSchema } from '@tokenholic/contracts';
import type { Kit, Principal } from '@tokenholic/kit';
import { PURPOSES } from '../domain/consent.ts';
import { policyChanged } from '../domain/failures.ts';
import type { PrivacyPorts } from '../ports.ts';
import { policyIn } from '../queries/consent-policy.ts';
import { consentPolicies } from '../tables.ts';

/** Rests a purpose on something else. Every client is told, so that what may no longer be kept goes. */
export async function setPurposeBasis(
  kit: Kit,
  ports: Pick<PrivacyPorts, 'listOrganizations'>,
  principal: Principal,
  command: SetPurposeBasis,
): Promise<ConsentPolicy> {
  const { purpose, basis, because, revision } = setPurposeBasisSchema.parse(command);
  const keeper = principal.homeOrganizationId;
  const { policy, changed } = await kit.database.withTenant([keeper], async (tx) => {
    const before = await policyIn(tx);
    if (before.revision !== revision) throw policyChanged();
    const row = {
      ...{ purposes: { ...before.purposes, [purpose]: { basis, because } }, revision: revision + 1 },
      ...{ changedBy: principal.user.id, changedAt: kit.now() },
    };
    await tx.db
      .insert(consentPolicies)
      .values({ organizationId: keeper, ...row })
      .onConflictDoUpdate({ target: consentPolicies.organizationId, set: row });
    await tx.audit(keeper, {
      ...{ action: 'consent.policy', subject: purpose },
      ...{ before: before.purposes[purpose], after: { basis, because } },
    });
    return { policy: await policyIn(tx), changed: before.purposes[purpose].basis !== basis };
  });
  if (!changed) return policy;
  const headline = {
    zh: `处理依据已变更：${PURPOSES[purpose].zh}`,
    en: `Lawful basis changed: ${PURPOSES[purpose].en}`,
  };
  for (const clientId of await ports.listOrganizations())
    if (clientId !== keeper)
      await kit.database.withTenant([clientId], (tx) =>
        tx.publish(clientId, 'consent.policy_changed', { headline, purpose, basis }),
      );
  return policy;
}
