import { type Kit, notFound, type Principal } from '@tokenholic/kit';
import { and, eq } from 'drizzle-orm';
import { readMail } from '../adapters/read-mail.ts';
import { withinDeal } from '../domain/mail/place-mail.ts';
import { findDeal, withClients } from '../queries/deal-access.ts';
import { mailContext } from '../queries/mail-context.ts';
import { mailKey, readUnfiled } from '../queries/read-mails.ts';
import { mails } from '../tables.ts';
import { fileMail } from './file-mail.ts';

/** A person says which deal a waiting mail belongs to. */
export async function settleMail(
  kit: Kit,
  principal: Principal,
  mailId: string,
  dealId: string,
): Promise<void> {
  const { readings } = await readMail(await readUnfiled(kit, principal, mailId));
  const [reading] = readings;
  if (reading?.ok !== true) throw notFound();
  const place = await withClients(kit, principal, async (tx) => {
    const { organizationId: clientId } = await findDeal(tx, dealId);
    const { contacts } = await mailContext(tx, [reading.mail]);
    return { dealId, clientId, ...withinDeal(reading.mail, clientId, contacts) };
  });
  await fileMail(kit, principal, reading.mail, place);
  await discardMail(kit, principal, mailId);
}

export async function discardMail(kit: Kit, principal: Principal, mailId: string): Promise<void> {
  const home = principal.homeOrganizationId;
  await kit.database.withTenant([home], async (tx) => {
    const gone = await tx.db
      .delete(mails)
      .where(and(eq(mails.id, mailId), eq(mails.userId, principal.user.id)))
      .returning({ id: mails.id });
    if (gone.length === 0) throw notFound();
  });
  await kit.blobs.remove(home, mailKey(mailId));
}
