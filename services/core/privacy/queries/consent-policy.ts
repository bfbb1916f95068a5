import type { ConsentPolicy } from '@tokenholic/contracts';
import type { Kit, TenantTransaction } from '@tokenholic/kit';
import { desc } from 'drizzle-orm';
import { BEGINNING } from '../domain/consent.ts';
import { consentPolicies } from '../tables.ts';

/**
 * On what each purpose rests, as the seller of this installation says it; readable in every organisation's transaction. The
 * seller of the demo has the lowest id of all and counts only where there is no other.
 */
export async function policyIn({ db }: Pick<TenantTransaction, 'db'>): Promise<ConsentPolicy> {
  const [row] = await db
    .select()
    .from(consentPolicies)
    .orderBy(desc(consentPolicies.organizationId))
    .limit(1);
  return {
    purposes: { ...BEGINNING, ...row?.purposes },
    revision: row?.revision ?? 0,
    changedAt: row?.changedAt.toISOString() ?? null,
  };
}

export const readPolicy = (kit: Kit, keeper: string): Promise<ConsentPolicy> =>
  kit.database.withTenant([keeper], policyIn);
