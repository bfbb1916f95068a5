import type { Kit, Principal } from '@tokenholic/kit';
import { and, eq } from 'drizzle-orm';
import { notAnAgent } from '../domain/failures.ts';
import { sealedUsers } from '../sealed.ts';
import { assignments, users } from '../tables.ts';

/** Gives a client to a colleague, or takes it away. Doing it twice changes nothing. */
export async function assignAgent(
  kit: Kit,
  principal: Principal,
  clientId: string,
  userId: string,
  assigned: boolean,
): Promise<void> {
  const home = principal.homeOrganizationId;
  await kit.database.withTenant([clientId, home], async (tx) => {
    const known = await tx.db
      .select()
      .from(users)
      .where(and(eq(users.id, userId), eq(users.organizationId, home)));
    const [agent] = await tx.open(sealedUsers, known);
    if (agent === undefined) throw notAnAgent();
    const row = { userId, organizationId: clientId };
    const changed = assigned
      ? await tx.db.insert(assignments).values(row).onConflictDoNothing().returning()
      : await tx.db
          .delete(assignments)
          .where(and(eq(assignments.userId, userId), eq(assignments.organizationId, clientId)))
          .returning();
    if (changed.length === 0) return;
    const name = { zh: agent.nameZh, en: agent.nameEn };
    await tx.publish(clientId, assigned ? 'client.assigned' : 'client.unassigned', { userId, name });
    await tx.audit(clientId, { action: assigned ? 'client.assign' : 'client.unassign', subject: userId });
  });
}
