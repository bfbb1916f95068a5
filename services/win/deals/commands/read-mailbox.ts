import { type LocalizedText, type Mailbox, type MailReport, mailboxSchema } from '@tokenholic/contracts';
import { AppError, type Kit, notFound, type Principal } from '@tokenholic/kit';
import { eq } from 'drizzle-orm';
import { readMail } from '../adapters/read-mail.ts';
import type { MailReading } from '../domain/mail/mail.ts';
import type { MailFetch, MailSource } from '../ports.ts';
import { sealedMailboxes } from '../sealed.ts';
import { mailboxes } from '../tables.ts';
import { importMail } from './import-mail.ts';

const MOST = 100;
const secretOf = (userId: string) => `deal-mailbox-${userId}`;

/** Keeps where one's mail is read from; the password stands with the secrets. Another folder is read from its beginning. */
export async function saveMailbox(
  kit: Kit,
  { homeOrganizationId: home, user }: Principal,
  { password, ...command }: Mailbox & { password: string },
): Promise<void> {
  const { user: userName, ...mailbox } = mailboxSchema.parse(command);
  if (password !== '') await kit.secrets.set(home, secretOf(user.id), password);
  const kept = { ...mailbox, userName, validity: null, lastUid: 0, problem: null };
  await kit.database.withTenant([home], async (tx) => {
    const stored = await tx.seal(sealedMailboxes, home, kept);
    const made = await tx.db
      .insert(mailboxes)
      .values({ userId: user.id, organizationId: home, ...stored })
      .onConflictDoNothing()
      .returning({ userId: mailboxes.userId });
    if (made.length === 0) await tx.db.update(mailboxes).set(stored).where(eq(mailboxes.userId, user.id));
    await tx.audit(home, {
      action: 'deal.mailbox',
      subject: user.id,
      after: { host: mailbox.host },
    });
  });
}

export async function removeMailbox(kit: Kit, { homeOrganizationId: home, user }: Principal): Promise<void> {
  await kit.database.withTenant([home], (tx) => tx.db.delete(mailboxes).where(eq(mailboxes.userId, user.id)));
  await kit.secrets.remove(home, secretOf(user.id));
}

/** Reads what has come since the last time, and takes it in as if it had been uploaded. */
export async function fetchMailbox(kit: Kit, source: MailSource, principal: Principal): Promise<MailReport> {
  const { homeOrganizationId: home, user } = principal;
  const [row] = await kit.database.withTenant([home], async (tx) =>
    tx.open(sealedMailboxes, await tx.db.select().from(mailboxes).where(eq(mailboxes.userId, user.id))),
  );
  const password = row === undefined ? null : await kit.secrets.get(home, secretOf(user.id));
  if (row === undefined || password === null) throw notFound();
  const { host, port, secure, folder, userName, validity, lastUid } = row;
  const fetched = await source.fetchSince(
    { host, port, secure, folder, user: userName, password },
    { validity, uid: lastUid },
    MOST,
  );
  const mark = (change: Partial<typeof mailboxes.$inferInsert>) =>
    kit.database.withTenant([home], (tx) =>
      tx.db
        .update(mailboxes)
        .set({ fetchedAt: kit.now(), ...change })
        .where(eq(mailboxes.userId, user.id)),
    );
  if (fetched.kind === 'refused') {
    await mark({ problem: PROBLEMS[fetched.why] });
    throw mailboxRefused(fetched.why);
  }
  const report = await importMail(kit, principal, await readAll(fetched.messages, fetched.more));
  // Only now: what was not taken in is asked for again.
  await mark({ validity: fetched.mark.validity, lastUid: fetched.mark.uid, problem: null });
  return report;
}

async function readAll(messages: readonly Uint8Array[], more: boolean) {
  const readings: MailReading[] = [];
  for (const [at, message] of messages.entries()) {
    const read = await readMail(message).catch(() => null);
    readings.push(read?.readings[0] ?? { ok: false, at: at + 1 });
  }
  return { readings, more };
}

type Why = Extract<MailFetch, { kind: 'refused' }>['why'];
const PROBLEMS: Readonly<Record<Why, LocalizedText>> = {
  address: {
    zh: '不能连接内网地址的邮件服务器。',
    en: 'Mail servers at private addresses are not connected to.',
  },
  unreachable: {
    zh: '连不上邮件服务器。请核对地址、端口和加密方式。',
    en: 'The mail server cannot be reached. Check its address, port and encryption.',
  },
  sign_in: {
    zh: '邮件服务器拒绝登录。许多邮箱需要专用的授权码，而不是登录密码。',
    en: 'The mail server refused the sign-in. Many need an app password instead of the usual one.',
  },
  folder: { zh: '邮箱里没有这个文件夹。', en: 'The mailbox has no such folder.' },
};

function mailboxRefused(why: Why): AppError {
  return new AppError({ kind: 'unavailable', code: `deals.mailbox_${why}`, message: PROBLEMS[why] });
}
