import type { PracticeLevel } from '@tokenholic/contracts';
import type { Kit, TenantTransaction } from '@tokenholic/kit';
import { and, eq, isNull } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { bestOf, earns } from '../domain/certificate.ts';
import { effectiveTalks, thresholdsOf } from '../queries/progress.ts';
import { sealedCertificates } from '../sealed.ts';
import { assignments, certificates, overrides, type SessionRow } from '../tables.ts';

/** What a finished, judged or corrected talk leads to: an assignment done, a certificate earned. Doing it again changes nothing. */
export async function settle(kit: Kit, tx: TenantTransaction, row: SessionRow): Promise<void> {
  const [override] = await tx.db.select().from(overrides).where(eq(overrides.sessionId, row.id));
  const total = override?.total ?? row.total ?? 0;
  if (row.assignmentId !== null) await settleAssignment(kit, tx, row, row.assignmentId, total);
  if (row.handedInAt !== null) await certify(kit, tx, row, row.level);
}

async function settleAssignment(kit: Kit, tx: TenantTransaction, row: SessionRow, id: string, total: number) {
  const [assignment] = await tx.db
    .select()
    .from(assignments)
    .where(and(eq(assignments.id, id), isNull(assignments.doneAt)))
    .for('update');
  if (assignment === undefined || total < assignment.least) return;
  await tx.db.update(assignments).set({ sessionId: row.id, doneAt: kit.now() }).where(eq(assignments.id, id));
  const { scenario, level, userId, seller: person } = row;
  await tx.publish(row.organizationId, 'practice.assignment_done', {
    ...{ assignmentId: id, userId, person, sessionId: row.id, scenario, level, total },
  });
}

async function certify(kit: Kit, tx: TenantTransaction, row: SessionRow, level: PracticeLevel) {
  const { organizationId, userId, seller: person } = row;
  const best = bestOf(await effectiveTalks(tx, { organizationId, userId }), true);
  const points = earns(best, level, await thresholdsOf(tx, organizationId));
  if (points === null) return;
  const id = uuidv7();
  const certificate = { id, organizationId, userId, person, level, points, issuedAt: kit.now() };
  const made = await tx.db
    .insert(certificates)
    .values(await tx.seal(sealedCertificates, organizationId, certificate))
    .onConflictDoNothing()
    .returning({ id: certificates.id });
  if (made.length > 0)
    await tx.publish(organizationId, 'practice.certified', { certificateId: id, userId, person, level });
}
