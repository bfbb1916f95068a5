import type { TenantTransaction } from '@tokenholic/kit';
import { profiles } from '../tables.ts';

type Profile = Omit<typeof profiles.$inferInsert, 'organizationId'>;

/** The newest reading of a company replaces the one before; what people wrote over it stands apart and stays. */
export async function keepProfile(tx: TenantTransaction, clientId: string, profile: Profile): Promise<void> {
  await tx.db
    .insert(profiles)
    .values({ ...profile, organizationId: clientId })
    .onConflictDoUpdate({ target: profiles.organizationId, set: profile });
}
