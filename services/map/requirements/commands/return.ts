import type { ReturnRequirements, SentRequirements } from '@tokenholic/contracts';
import type { Kit } from '@tokenholic/kit';
import { and, eq } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { alreadyReturned } from '../domain/failures.ts';
import { countAnswers, takeAnswers } from '../domain/take-answers.ts';
import { clientOf, draftOf, findByLink, toSent } from '../queries/drafts.ts';
import { sealedDrafts } from '../sealed.ts';
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
    const change = { items, status: 'returned' as const, returnedAt: kit.now() };
    const sealed = await tx.seal(sealedDrafts, clientId, {
      ...change,
      ...{ returnedBy: returned.name, comment: returned.comment },
    });
    await tx.db
      .update(drafts)
      .set(sealed)
      .where(and(eq(drafts.organizationId, clientId), eq(drafts.id, id)));
    const answers = countAnswers(items);
    await tx.publish(clientId, 'requirements.returned', {
      ...{ draftId: id, by: returned.name },
      ...answers,
    });
    // Who it was stands in the draft: nobody can take a name out of the trail again.
    await tx.audit(clientId, { action: 'requirements.return', subject: id, after: answers });
    return toSent({ ...row, ...change }, name);
  });
}
