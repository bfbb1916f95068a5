import type { ReturnRequirements, SentRequirements } from '@tokenholic/contracts';
import type { Kit } from '@tokenholic/kit';
import { and, eq } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { alreadyReturned } from '../domain/failures.ts';
import { countAnswers, takeAnswers } from '../domain/take-answers.ts';
import { clientOf, draftOf, findByLink, toSent } from '../queries/drafts.ts';
import { drafts } from '../tables.ts';

/** The client hands the requirements back: once. The colleague's words stay, the answers stand beside them. */
export async function returnDraft(
  kit: Kit,
  secret: string,
  returned: ReturnRequirements,
): Promise<SentRequirements> {
  const { id, organizationId: clientId } = await findByLink(kit, secret);
  return kit.database.withTenant([clientId], async (tx) => {
    const { name } = await clientOf(tx, clientId);
    const row = await draftOf(tx, clientId, id);
    if (row.status === 'returned') throw alreadyReturned();
    const items = takeAnswers(row.items, returned, uuidv7);
    const change = {
      ...{ items, status: 'returned' as const, returnedBy: returned.name, comment: returned.comment },
      returnedAt: kit.now(),
    };
    await tx.db
      .update(drafts)
      .set(change)
      .where(and(eq(drafts.organizationId, clientId), eq(drafts.id, id)));
    await tx.publish(clientId, 'requirements.returned', {
      ...{ draftId: id, by: returned.name },
      ...countAnswers(items),
    });
    await tx.audit(clientId, { action: 'requirements.return', subject: id, after: { by: returned.name } });
    return toSent({ ...row, ...change }, name);
  });
}
