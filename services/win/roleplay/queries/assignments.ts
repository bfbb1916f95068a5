import type { PracticeAssignment } from '@tokenholic/contracts';
import type { Kit, TenantTransaction } from '@tokenholic/kit';
import { and, asc, eq, inArray, isNotNull } from 'drizzle-orm';
import { sealedAssignments } from '../sealed.ts';
import { type AssignmentRow, assignments, overrides, sessions } from '../tables.ts';
import type { Seller } from './sessions.ts';

/** What a seller was asked to practise, most urgent first. */
export const listAssignments = (
  kit: Kit,
  { organizationId, userId }: Seller,
): Promise<PracticeAssignment[]> =>
  kit.database.withTenant([organizationId], async (tx) => {
    const rows = await tx.db
      .select()
      .from(assignments)
      .where(and(eq(assignments.organizationId, organizationId), eq(assignments.userId, userId)))
      .orderBy(asc(assignments.dueOn));
    return presentAssignments(tx, rows, kit.now());
  });

export async function presentAssignments(
  tx: TenantTransaction,
  stored: readonly AssignmentRow[],
  now: Date,
): Promise<PracticeAssignment[]> {
  if (stored.length === 0) return [];
  const rows = await tx.open(sealedAssignments, stored);
  const ids = rows.map(({ id }) => id);
  const talks = await tx.db
    .select({ id: sessions.assignmentId, total: sessions.total, corrected: overrides.total })
    .from(sessions)
    .leftJoin(overrides, eq(overrides.sessionId, sessions.id))
    .where(and(inArray(sessions.assignmentId, ids), isNotNull(sessions.finishedAt)));
  const today = now.toISOString().slice(0, 10);
  return rows.map((row) => {
    const totals = talks
      .filter(({ id }) => id === row.id)
      .map(({ total, corrected }) => corrected ?? total ?? 0);
    const { doneAt, ...rest } = row;
    return {
      ...rest,
      total: totals.length === 0 ? null : Math.max(...totals),
      doneAt: doneAt?.toISOString() ?? null,
      overdue: doneAt === null && row.dueOn < today,
    };
  });
}
