import type { ConsentPolicy } from '@tokenholic/contracts';
import type { Kit, TenantTransaction } from '@tokenholic/kit';
import { eq } from 'drizzle-orm';
import { BEGINNING } from '../domain/consent.ts';
import { consentPolicies } from '../tables.ts';

/** On what each purpose rests for an organisation: a seller's own decision, and at its clients the copy of it. */
export async function policyIn(
  { db }: Pick<TenantTransaction, 'db'>,
  organizationId: string,
): Promise<ConsentPolicy> {
  const [row] = await db
    .select()
    .from(consentPolicies)
    .where(eq(consentPolicies.organizationId, organizationId));
  return {
    purposes: { ...BEGINNING, ...row?.purposes },
    revision: row?.revision ?? 0,
    changedAt: row?.changedAt.toISOString() ?? null,
  };
}

export const readPolicy = (kit: Kit, organizationId: string): Promise<ConsentPolicy> =>
  kit.database.withTenant([organizationId], (tx) => policyIn(tx, organizationId));
