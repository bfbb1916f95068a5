import type { PracticeSession } from '@tokenholic/contracts';
import type { Kit, Principal } from '@tokenholic/kit';
import { and, eq, isNotNull } from 'drizzle-orm';
import { sessionUnknown } from '../domain/failures.ts';
import { presented } from '../queries/sessions.ts';
import { sealedOverrides, sealedSessions } from '../sealed.ts';
import { overrides, sessions } from '../tables.ts';
import { settle } from './settle.ts';

/** A manager's correction of a handed-in talk's total, with a reason; null takes it back. The computed score stays beside it. */
export function overrideScore(
  kit: Kit,
  principal: Principal,
  id: string,
  { total, reason }: { total: number | null; reason: string },
): Promise<PracticeSession> {
  const organizationId = principal.homeOrganizationId;
  return kit.database.withTenant([organizationId], async (tx) => {
    const stored = await tx.db
      .select()
      .from(sessions)
      .where(
        and(eq(sessions.id, id), eq(sessions.organizationId, organizationId), isNotNull(sessions.handedInAt)),
      )
      .for('update');
    const [row] = await tx.open(sealedSessions, stored);
    if (row === undefined) throw sessionUnknown();
    const by = principal.user.name;
    const [before] = await tx.db.select().from(overrides).where(eq(overrides.sessionId, id));
    if (total === null) await tx.db.delete(overrides).where(eq(overrides.sessionId, id));
    else {
      const values = await tx.seal(sealedOverrides, organizationId, { total, reason, by, at: kit.now() });
      const made = await tx.db
        .insert(overrides)
        .values({ ...values, sessionId: id, organizationId, userId: row.userId })
        .onConflictDoNothing()
        .returning({ sessionId: overrides.sessionId });
      if (made.length === 0) await tx.db.update(overrides).set(values).where(eq(overrides.sessionId, id));
    }
    await tx.audit(organizationId, {
      ...{ action: 'practice.correct', subject: id, reason },
      before: before?.total ?? row.total,
      after: total ?? row.total,
    });
    await tx.publish(organizationId, 'practice.corrected', { sessionId: id, total, by });
    await settle(kit, tx, row);
    return presented(tx, row, principal.user.id);
  });
}
