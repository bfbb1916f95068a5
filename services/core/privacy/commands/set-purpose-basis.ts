import { type ConsentPolicy, type SetPurposeBasis, setPurposeBasisSchema } from '@tokenholic/contracts';
import type { Kit, Principal } from '@tokenholic/kit';
import { eq } from 'drizzle-orm';
import { policyChanged } from '../domain/failures.ts';
import { policyIn } from '../queries/consent-policy.ts';
import { consentPolicies } from '../tables.ts';
import { POLICY_QUEUE } from './bring-policies.ts';

/** Rests a purpose on something else. Every client of the seller gets it, so that what may no longer be kept goes. */
export async function setPurposeBasis(
  kit: Kit,
  principal: Principal,
  command: SetPurposeBasis,
): Promise<ConsentPolicy> {
  const { purpose, basis, because, revision } = setPurposeBasisSchema.parse(command);
  const keeper = principal.homeOrganizationId;
  return kit.database.withTenant([keeper], async (tx) => {
    const before = await policyIn(tx, keeper);
    if (before.revision !== revision) throw policyChanged();
    const row = {
      ...{ purposes: { ...before.purposes, [purpose]: { basis, because } }, revision: revision + 1 },
      ...{ changedBy: principal.user.id, changedAt: kit.now() },
    };
    const written = await tx.db
      .insert(consentPolicies)
      .values({ organizationId: keeper, ...row })
      .onConflictDoUpdate({
        ...{ target: consentPolicies.organizationId, set: row },
        // Somebody else may have written since it was read.
        setWhere: eq(consentPolicies.revision, revision),
      })
      .returning();
    if (written.length === 0) throw policyChanged();
    await tx.audit(keeper, {
      ...{ action: 'consent.policy', subject: purpose },
      ...{ before: before.purposes[purpose], after: { basis, because } },
    });
    await tx.requestJob(keeper, POLICY_QUEUE, {});
    return policyIn(tx, keeper);
  });
}
