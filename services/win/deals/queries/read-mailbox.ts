import type { MailboxState } from '@tokenholic/contracts';
import type { Kit, Principal } from '@tokenholic/kit';
import { eq } from 'drizzle-orm';
import { sealedMailboxes } from '../sealed.ts';
import { mailboxes } from '../tables.ts';

/** Where one's own mail is read from, and how the last time went; never the password. */
export async function readMailbox(
  kit: Kit,
  { homeOrganizationId: home, user }: Principal,
): Promise<MailboxState> {
  const [row] = await kit.database.withTenant([home], async (tx) =>
    tx.open(sealedMailboxes, await tx.db.select().from(mailboxes).where(eq(mailboxes.userId, user.id))),
  );
  if (row === undefined) return { mailbox: null, fetchedAt: null, problem: null };
  const { host, port, secure, folder, userName, fetchedAt, problem } = row;
  return {
    mailbox: { host, port, secure, folder, user: userName },
    ...{ fetchedAt: fetchedAt?.toISOString() ?? null, problem },
  };
}
