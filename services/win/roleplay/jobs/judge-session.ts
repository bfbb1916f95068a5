import type { JobHandler, Kit } from '@tokenholic/kit';
import type { Llm } from '@workflow/llm-sdk';
import { eq } from 'drizzle-orm';
import { settle } from '../commands/settle.ts';
import { talkOf } from '../domain/present.ts';
import { withJudgements } from '../domain/rubric/judgement.ts';
import { scoreTalk } from '../domain/rubric/score.ts';
import { sealedSessions } from '../sealed.ts';
import { sessions } from '../tables.ts';
import { judgeTalkTask } from '../tasks/judge-talk.ts';

/** Has a model read a finished talk; its word moves the rules' points within bounds. A manager's correction is not touched. */
export function judgeSession(kit: Kit, llm: Llm): JobHandler {
  return async (data, { organizationId, signal }) => {
    const id = String(data.sessionId);
    const [row] = await kit.database.withTenant([organizationId], async (tx) =>
      tx.open(sealedSessions, await tx.db.select().from(sessions).where(eq(sessions.id, id))),
    );
    if (row === undefined || row.finishedAt === null) return;
    const talk = talkOf(row);
    const ruled = scoreTalk(talk, row.hints);
    const { output, engine } = await llm.run(
      judgeTalkTask,
      {
        ...{
          scenario: row.scenario,
          level: row.level,
          turns: row.turns.map(({ speaker, text }) => ({ speaker, text })),
        },
        points: ruled.criteria.map(({ criterion, points, evidence: [first] }) => ({
          ...{ criterion, points, quote: first?.quote ?? null, turn: first?.turn ?? null },
        })),
      },
      { organizationId, signal },
    );
    const voidTurns = talk.heard.filter(({ reading }) => reading.void !== null).map(({ turn }) => turn);
    const score =
      engine.via === 'model'
        ? withJudgements(ruled, output.judgements, voidTurns, engine)
        : { ...ruled, engine };
    await kit.database.withTenant([organizationId], async (tx) => {
      const judged = { ...row, score, total: score.total, judging: false };
      await tx.db
        .update(sessions)
        .set({ score, total: score.total, judging: false })
        .where(eq(sessions.id, id));
      await settle(kit, tx, judged);
    });
  };
}
