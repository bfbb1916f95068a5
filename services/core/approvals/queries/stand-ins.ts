import type { Absence } from '@tokenholic/contracts';
import type { Kit, Principal, TenantTransaction } from '@tokenholic/kit';
import { and, asc, gt, lte } from 'drizzle-orm';
import type { StandIn } from '../domain/who-may.ts';
import { sealedAbsences } from '../sealed.ts';
import { absences } from '../tables.ts';

export function toAbsence(row: typeof absences.$inferSelect): Absence {
  return {
    id: row.id,
    person: { id: row.userId, name: row.userName },
    standIn: { id: row.standInId, name: row.standInName },
    from: row.fromAt.toISOString(),
    until: row.untilAt.toISOString(),
  };
}

/** Who stands in for whom now. */
export async function standInsNow(tx: TenantTransaction, now: Date): Promise<StandIn[]> {
  const rows = await tx.db
    .select()
    .from(absences)
    .where(and(lte(absences.fromAt, now), gt(absences.untilAt, now)));
  return (await tx.open(sealedAbsences, rows)).map(toAbsence);
}

/** Absences that last or lie ahead, of everybody. */
export async function listAbsences(kit: Kit, { homeOrganizationId: home }: Principal): Promise<Absence[]> {
  return kit.database.withTenant([home], async (tx) => {
    const ahead = gt(absences.untilAt, kit.now());
    const rows = await tx.db.select().from(absences).where(ahead).orderBy(asc(absences.fromAt));
    return (await tx.open(sealedAbsences, rows)).map(toAbsence);
  });
}
