import type { Kit } from '@tokenholic/kit';
import { eq, sql } from 'drizzle-orm';
import { mails, people } from '../../tables-accounts.ts';
import { createAccountsDatabase } from './database.ts';

/** Above any number of mails of one month; what is left is taken at the next start. */
const MOST = 50_000;

/**
 * Seals accounts and mails from before they were sealed. Before anybody signs in: an account is found by its sealed address
 * alone. Writing a row as it was read is what seals it.
 */
export async function sealOlder(kit: Pick<Kit, 'database' | 'vault'>): Promise<number> {
  const db = createAccountsDatabase(kit);
  const isPlain = (column: string) => sql`not starts_with(${sql.identifier(column)}, 'sealed:')`;
  const plain = await db
    .select({ id: people.id, name: people.name, email: people.email })
    .from(people)
    .where(isPlain('email'));
  for (const { id, name, email } of plain)
    await db.update(people).set({ name, email }).where(eq(people.id, id));
  const { id, recipient, subject, body, error } = mails;
  const older = await db
    .select({ id, recipient, subject, body, error })
    .from(mails)
    .where(isPlain('recipient'))
    .limit(MOST);
  for (const mail of older)
    await db
      .update(mails)
      .set({ recipient: mail.recipient, subject: mail.subject, body: mail.body, error: mail.error })
      .where(eq(mails.id, mail.id));
  return plain.length + older.length;
}
