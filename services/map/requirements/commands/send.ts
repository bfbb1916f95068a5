import type { RequirementDraft } from '@tokenholic/contracts';
import { hashLinkSecret, type Kit, newLinkSecret, type Principal } from '@tokenholic/kit';
import { and, eq } from 'drizzle-orm';
import { alreadySent, nothingToSend } from '../domain/failures.ts';
import { clientOf, draftOf, toDraft } from '../queries/drafts.ts';
import { drafts } from '../tables.ts';

const DAY_MILLISECONDS = 86_400_000;

/** Makes the link by which the client confirms and corrects; its secret is told once. */
export async function sendDraft(
  kit: Kit,
  principal: Principal,
  clientId: string,
  draftId: string,
  days: number,
): Promise<{ draft: RequirementDraft; token: string }> {
  const token = newLinkSecret();
  const sentAt = kit.now();
  const draft = await kit.database.withTenant([clientId], async (tx) => {
    const { name } = await clientOf(tx, clientId);
    const row = await draftOf(tx, clientId, draftId);
    if (row.status !== 'draft') throw alreadySent();
    if (row.items.length === 0) throw nothingToSend();
    const sent = {
      ...{ status: 'sent' as const, tokenHash: hashLinkSecret(token), sentAt, revokedAt: null, views: 0 },
      expiresAt: new Date(sentAt.getTime() + days * DAY_MILLISECONDS),
    };
    await tx.db
      .update(drafts)
      .set(sent)
      .where(and(eq(drafts.organizationId, clientId), eq(drafts.id, draftId)));
    await tx.publish(clientId, 'requirements.sent', {
      ...{ draftId, by: principal.user.name.zh, days, items: row.items.length },
    });
    await tx.audit(clientId, { action: 'requirements.send', subject: draftId, after: { days } });
    return toDraft({ ...row, ...sent }, name);
  });
  return { draft, token };
}

/** Takes the link back: it opens nothing from now on, and the draft can be changed again. */
export async function takeBack(kit: Kit, clientId: string, draftId: string): Promise<RequirementDraft> {
  return kit.database.withTenant([clientId], async (tx) => {
    const { name } = await clientOf(tx, clientId);
    const row = await draftOf(tx, clientId, draftId);
    const revoked = {
      revokedAt: row.revokedAt ?? kit.now(),
      status: row.status === 'sent' ? ('draft' as const) : row.status,
    };
    await tx.db
      .update(drafts)
      .set(revoked)
      .where(and(eq(drafts.organizationId, clientId), eq(drafts.id, draftId)));
    await tx.audit(clientId, { action: 'requirements.take_back', subject: draftId });
    return toDraft({ ...row, ...revoked }, name);
  });
}
