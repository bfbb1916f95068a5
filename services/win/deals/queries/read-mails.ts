import type { UnfiledMail } from '@tokenholic/contracts';
import { type Kit, notFound, type Principal } from '@tokenholic/kit';
import { and, desc, eq, inArray } from 'drizzle-orm';
import { sealedMails } from '../sealed.ts';
import { deals, mails } from '../tables.ts';
import { withClients } from './deal-access.ts';

export const mailKey = (mailId: string) => `deal-mails/${mailId}`;

/** One's own mails that wait for a deal, newest first. */
export async function listUnfiled(kit: Kit, principal: Principal): Promise<UnfiledMail[]> {
  const rows = await kit.database.withTenant([principal.homeOrganizationId], async (tx) => {
    const stored = await tx.db
      .select()
      .from(mails)
      .where(eq(mails.userId, principal.user.id))
      .orderBy(desc(mails.sentAt), desc(mails.id))
      .limit(200);
    return tx.open(sealedMails, stored);
  });
  const ids = [...new Set(rows.flatMap(({ candidates }) => candidates))];
  const named = await withClients(kit, principal, async (tx) =>
    ids.length === 0
      ? []
      : tx.db.select({ id: deals.id, title: deals.title }).from(deals).where(inArray(deals.id, ids)),
  );
  return rows.map(({ id, sender, recipients, subject, sentAt, text, attachments, why, candidates }) => ({
    ...{ id, subject, text, attachments, why, from: sender, to: recipients, sentAt: sentAt.toISOString() },
    candidates: named.filter((deal) => candidates.includes(deal.id)),
  }));
}

/** One's own waiting mail as it came; a colleague's is not found. */
export async function readUnfiled(kit: Kit, principal: Principal, mailId: string): Promise<Uint8Array> {
  const home = principal.homeOrganizationId;
  const rows = await kit.database.withTenant([home], (tx) =>
    tx.db
      .select({ id: mails.id })
      .from(mails)
      .where(and(eq(mails.id, mailId), eq(mails.userId, principal.user.id))),
  );
  const bytes = rows.length === 0 ? null : await kit.blobs.get(home, mailKey(mailId));
  if (bytes === null) throw notFound();
  return bytes;
}
