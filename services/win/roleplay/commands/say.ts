import type { Kit } from '@tokenholic/kit';
import { and, eq } from 'drizzle-orm';
import { sessionOver, sessionUnknown } from '../domain/failures.ts';
import { linesOf } from '../domain/present.ts';
import { scoreTalk } from '../domain/score.ts';
import { replay } from '../domain/talk.ts';
import type { Seller } from '../queries/sessions.ts';
import { sessions } from '../tables.ts';

/** Says a line in a talk, or ends it when the line is null; an ended talk is scored at once. */
export function say(kit: Kit, { organizationId, userId }: Seller, id: string, line: string | null) {
  return kit.database.withTenant([organizationId], async (tx) => {
    const mine = and(
      ...[eq(sessions.organizationId, organizationId), eq(sessions.userId, userId), eq(sessions.id, id)],
    );
    const [row] = await tx.db.select().from(sessions).where(mine).for('update');
    if (row === undefined) throw sessionUnknown();
    if (row.finishedAt !== null) throw sessionOver();
    const talk = replay(row, [...linesOf(row.turns), ...(line === null ? [] : [line])]);
    const over = line === null || talk.outcome !== null;
    const score = over ? scoreTalk(row, talk) : null;
    const change = { turns: talk.turns, score, finishedAt: over ? kit.now() : null };
    await tx.db.update(sessions).set(change).where(mine);
    if (score !== null) {
      const { scenario, level } = row;
      await tx.publish(organizationId, 'practice.scored', {
        sessionId: id,
        scenario,
        level,
        total: score.total,
      });
    }
    return { ...row, ...change };
  });
}
