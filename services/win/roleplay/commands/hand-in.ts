import type { PracticeSession } from '@tokenholic/contracts';
import type { Kit, Principal } from '@tokenholic/kit';
import { eq } from 'drizzle-orm';
import { sessionGoing } from '../domain/failures.ts';
import { ownSession, presented, sellerOf } from '../queries/sessions.ts';
import { sessions } from '../tables.ts';
import { settle } from './settle.ts';

/** Lets managers read a finished talk and count it for certificates. It cannot be taken back: a manager may have judged it. */
export function handIn(kit: Kit, principal: Principal, id: string): Promise<PracticeSession> {
  const seller = sellerOf(principal);
  return kit.database.withTenant([seller.organizationId], async (tx) => {
    const row = await ownSession(tx, seller, id, true);
    if (row.finishedAt === null) throw sessionGoing();
    if (row.handedInAt !== null) return presented(tx, row, seller.userId);
    const saved = { ...row, handedInAt: kit.now() };
    await tx.db.update(sessions).set({ handedInAt: saved.handedInAt }).where(eq(sessions.id, id));
    const { scenario, level, userId, seller: person, total } = row;
    await tx.publish(seller.organizationId, 'practice.handed_in', {
      ...{ sessionId: id, userId, person, scenario, level, total: total ?? 0 },
    });
    await settle(kit, tx, saved);
    return presented(tx, saved, seller.userId);
  });
}
