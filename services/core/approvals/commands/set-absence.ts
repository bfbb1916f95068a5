import type { SetAbsence } from '@tokenholic/contracts';
import type { Kit, Principal } from '@tokenholic/kit';
import { and, eq } from 'drizzle-orm';
import { refused } from '../domain/failures.ts';
import type { ApprovalPorts } from '../ports.ts';
import { sealedAbsences } from '../sealed.ts';
import { absences } from '../tables.ts';

/** Says who decides for the person between two moments. */
export async function setAbsence(
  kit: Kit,
  ports: ApprovalPorts,
  { user, homeOrganizationId: home }: Principal,
  { id, standInId, from, until }: SetAbsence,
): Promise<void> {
  const standIn = (await ports.people(home)).find((one) => one.id === standInId);
  const fromAt = new Date(from);
  const untilAt = new Date(until);
  if (standIn === undefined || standIn.id === user.id || untilAt <= fromAt || untilAt <= kit.now())
    throw refused('absence_wrong');
  await kit.database.withTenant([home], async (tx) => {
    const row = {
      ...{ id, organizationId: home, userId: user.id, userName: user.name },
      ...{ standInId, standInName: standIn.name, fromAt, untilAt },
    };
    const sealed = await tx.seal(sealedAbsences, home, row);
    const made = await tx.db.insert(absences).values(sealed).onConflictDoNothing().returning();
    if (made.length > 0)
      await tx.audit(home, {
        action: 'approval.absence',
        subject: user.id,
        after: { standInId, from, until },
      });
  });
}

/** The person is back, or never left. */
export async function endAbsence(
  kit: Kit,
  { user, homeOrganizationId: home }: Principal,
  id: string,
): Promise<void> {
  await kit.database.withTenant([home], async (tx) => {
    const gone = await tx.db
      .delete(absences)
      .where(and(eq(absences.id, id), eq(absences.userId, user.id)))
      .returning();
    if (gone.length > 0) await tx.audit(home, { action: 'approval.absence_ended', subject: user.id });
  });
}
