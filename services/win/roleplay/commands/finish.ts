import type { Kit, TenantTransaction } from '@tokenholic/kit';
import { scoreTalk } from '../domain/rubric/score.ts';
import type { Talk } from '../domain/talk/talk.ts';
import { JUDGE_QUEUE } from '../jobs/queue.ts';
import type { SessionRow } from '../tables.ts';

/** What a talk that is over becomes: scored by rules at once, judged by a model later when there is one, handed in when it was assigned. */
export async function finish(
  kit: Kit,
  tx: TenantTransaction,
  row: SessionRow,
  talk: Talk,
  hasModel: boolean,
): Promise<SessionRow> {
  const score = scoreTalk(talk, row.hints);
  const { id: sessionId, scenario, level, organizationId } = row;
  const done: SessionRow = { ...row, score, total: score.total, judging: hasModel, finishedAt: kit.now() };
  await tx.publish(organizationId, 'practice.scored', { sessionId, scenario, level, total: score.total });
  if (hasModel) await tx.requestJob(organizationId, JUDGE_QUEUE, { sessionId });
  return row.assignmentId === null ? done : { ...done, handedInAt: kit.now() };
}
