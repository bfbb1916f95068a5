import type { AnswerObjection, Objection } from '@tokenholic/contracts';
import type { Kit, Principal } from '@tokenholic/kit';
import { eq } from 'drizzle-orm';
import type { AskKnowledge } from '../ports.ts';
import { countBefore, listWorked, objectionOf, toObjection } from '../queries/objections.ts';
import { sealedObjections } from '../sealed.ts';
import { objections } from '../tables.ts';
import { answerTo } from './raise-objection.ts';

/** Keeps a person's category, the words that went out and whether they worked; another category is answered anew. */
export async function answerObjection(
  kit: Kit,
  ask: AskKnowledge,
  principal: Principal,
  id: string,
  { category, ...change }: AnswerObjection,
): Promise<Objection> {
  const scope = principal.organizationIds;
  const known = await kit.database.withTenant(scope, (tx) => objectionOf(tx, id));
  const isCorrected = category !== undefined && category !== known.category;
  const kind = category ?? known.category;
  const anew = isCorrected
    ? {
        ...(await answerTo(ask, principal.homeOrganizationId, known.text, kind, known.language)),
        corrected: true,
      }
    : {};
  return kit.database.withTenant(scope, async (tx) => {
    const row = await objectionOf(tx, id);
    const { sent = row.sent, libraryReplyId = row.libraryReplyId, outcome = row.outcome } = change;
    const next = { ...anew, category: kind, sent, libraryReplyId, outcome };
    const sealed = await tx.seal(sealedObjections, row.organizationId, next);
    await tx.db.update(objections).set(sealed).where(eq(objections.id, id));
    if (outcome !== null && outcome !== row.outcome)
      await tx.publish(row.organizationId, 'objection.answered', {
        ...{ objectionId: id, outcome, category: kind },
      });
    await tx.audit(row.organizationId, { action: 'objection.answer', subject: id, after: change });
    const before = await countBefore(tx, row.clientId, kind, row.createdAt);
    return toObjection({ ...row, ...next }, before, await listWorked(tx));
  });
}
