import type { Kit, Principal } from '@tokenholic/kit';
import { eq } from 'drizzle-orm';
import { advanceVisit, type Visits } from '../domain/visit.ts';
import { openedClients, people } from '../tables.ts';

/** Notes that a person is here, and says since when they were away before. */
export async function visit(kit: Kit, principal: Principal): Promise<Visits> {
  const now = kit.now();
  const { homeOrganizationId: organizationId } = principal;
  return kit.database.withTenant([organizationId], async (tx) => {
    const [known] = await tx.db
      .select()
      .from(people)
      .where(eq(people.userId, principal.user.id))
      .for('update');
    const visits = advanceVisit(known ?? null, now);
    const made = await tx.db
      .insert(people)
      .values({ userId: principal.user.id, organizationId, ...visits, noticesReadTo: visits.awaySince })
      .onConflictDoNothing()
      .returning({ userId: people.userId });
    if (made.length === 0)
      await tx.db
        .update(people)
        .set({ ...visits })
        .where(eq(people.userId, principal.user.id));
    return visits;
  });
}

/** A person looked at a client: nothing there is unread any more. */
export async function openClient(kit: Kit, principal: Principal, clientId: string): Promise<void> {
  const row = { userId: principal.user.id, organizationId: clientId, openedAt: kit.now() };
  await kit.database.withTenant([clientId], (tx) =>
    tx.db
      .insert(openedClients)
      .values(row)
      .onConflictDoUpdate({
        target: [openedClients.userId, openedClients.organizationId],
        set: { openedAt: row.openedAt },
      }),
  );
}
