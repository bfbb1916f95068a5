import type { SignInPolicy } from '@tokenholic/contracts';
import type { Kit, Principal } from '@tokenholic/kit';
import { eq } from 'drizzle-orm';
import { organizations } from '../../tables.ts';

/** Decides for an organisation whether its administrators need a second step to sign in. */
export async function setSignInPolicy(
  kit: Kit,
  { homeOrganizationId: home }: Principal,
  { administratorsNeedSecondStep }: SignInPolicy,
): Promise<void> {
  await kit.database.withTenant([home], async (tx) => {
    const [before] = await tx.db
      .select({ administratorsNeedSecondStep: organizations.administratorsNeedSecondStep })
      .from(organizations)
      .where(eq(organizations.organizationId, home))
      .for('update');
    await tx.db
      .update(organizations)
      .set({ administratorsNeedSecondStep })
      .where(eq(organizations.organizationId, home));
    await tx.audit(home, {
      ...{ action: 'organization.sign_in_policy', subject: home },
      ...{ before, after: { administratorsNeedSecondStep } },
    });
  });
}
