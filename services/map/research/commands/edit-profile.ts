import type { EditProfile } from '@tokenholic/contracts';
import type { Kit, Principal } from '@tokenholic/kit';
import { and, eq } from 'drizzle-orm';
import { sealedProfileEdits } from '../sealed.ts';
import { profileEdits } from '../tables.ts';

/** Writes over a statement, strikes it out, restores it, or adds one of a person's own. */
export async function editProfile(
  kit: Kit,
  principal: Principal,
  clientId: string,
  { key, aspect, text, restore }: EditProfile,
): Promise<void> {
  await kit.database.withTenant([clientId], async (tx) => {
    const here = and(eq(profileEdits.organizationId, clientId), eq(profileEdits.key, key));
    if (restore) {
      await tx.db.delete(profileEdits).where(here);
    } else {
      const by = { editedBy: principal.user.name.zh, editedAt: kit.now() };
      const edit = await tx.seal(sealedProfileEdits, clientId, { aspect, text, ...by });
      await tx.db
        .insert(profileEdits)
        .values({ ...edit, organizationId: clientId, key })
        .onConflictDoUpdate({ target: [profileEdits.organizationId, profileEdits.key], set: edit });
    }
    await tx.audit(clientId, {
      action: restore ? 'profile.restore' : 'profile.edit',
      subject: key,
      after: { aspect, text },
    });
  });
}
