import type { PracticeSession } from '@tokenholic/contracts';
import type { Kit, Principal } from '@tokenholic/kit';
import type { Llm } from '@workflow/llm-sdk';
import { eq } from 'drizzle-orm';
import { sessionGoing } from '../domain/failures.ts';
import { talkOf } from '../domain/present.ts';
import { scoreTalk } from '../domain/rubric/score.ts';
import { JUDGE_QUEUE } from '../jobs/queue.ts';
import { ownSession, presented, sellerOf } from '../queries/sessions.ts';
import { sessions } from '../tables.ts';
import { settle } from './settle.ts';

/** Scores a finished talk anew by today's rubric. A manager's correction stands apart and stays. */
export async function scoreSession(
  kit: Kit,
  llm: Llm,
  principal: Principal,
  id: string,
): Promise<PracticeSession> {
  const seller = sellerOf(principal);
  const judging = await llm.hasModel();
  return kit.database.withTenant([seller.organizationId], async (tx) => {
    const row = await ownSession(tx, seller, id, true);
    if (row.finishedAt === null) throw sessionGoing();
    const score = scoreTalk(talkOf(row), row.hints);
    const saved = { ...row, score, total: score.total, judging };
    await tx.db.update(sessions).set({ score, total: score.total, judging }).where(eq(sessions.id, id));
    if (judging) await tx.requestJob(seller.organizationId, JUDGE_QUEUE, { sessionId: id });
    await settle(kit, tx, saved);
    return presented(tx, saved, seller.userId);
  });
}
