import type { PracticeHint } from '@tokenholic/contracts';
import type { Kit, Principal } from '@tokenholic/kit';
import { eq } from 'drizzle-orm';
import { hintFor } from '../domain/coach.ts';
import { sessionOver } from '../domain/failures.ts';
import { talkOf } from '../domain/present.ts';
import { ownSession, sellerOf } from '../queries/sessions.ts';
import { sessions } from '../tables.ts';

/** Advice for the next line. Hints are counted: each takes two points from the total, ten at most. */
export function takeHint(kit: Kit, principal: Principal, id: string): Promise<PracticeHint> {
  const seller = sellerOf(principal);
  return kit.database.withTenant([seller.organizationId], async (tx) => {
    const row = await ownSession(tx, seller, id, true);
    if (row.finishedAt !== null) throw sessionOver();
    await tx.db
      .update(sessions)
      .set({ hints: row.hints + 1 })
      .where(eq(sessions.id, id));
    return hintFor(talkOf(row));
  });
}
