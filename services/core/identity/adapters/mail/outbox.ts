import type { Logger } from '@tokenholic/kit';
import { and, desc, eq, lt, lte, or, sql } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import type { Mail } from '../../domain/mails.ts';
import type { MailTransport } from '../../ports.ts';
import { mails } from '../../tables-accounts.ts';
import type { AccountsDatabase } from '../accounts/database.ts';

const BATCH = 10;
const MOST_ATTEMPTS = 8;
const KEPT_DAYS = 30;
const MINUTE = 60_000;

export interface OutboxOptions {
  db: AccountsDatabase;
  /** Null: no mail server is configured and mail waits to be read in the interface. */
  transport: MailTransport | null;
  logger: Logger;
  now: () => Date;
}

/** Every mail is written down first and handed to the mail server after it, so that none is lost to a server that is away. */
export function createOutbox({ db, transport, logger, now }: OutboxOptions) {
  let running: Promise<void> | null = null;
  const deliverOne = async (row: typeof mails.$inferSelect, send: MailTransport) => {
    try {
      await send({ to: row.recipient, subject: row.subject, body: row.body ?? '' });
      await db
        .update(mails)
        .set({ status: 'delivered', body: null, error: null })
        .where(eq(mails.id, row.id));
    } catch (error) {
      const attempts = row.attempts + 1;
      logger.warn({ err: error, mail: row.id }, 'mail could not be delivered');
      await db
        .update(mails)
        .set({
          attempts,
          status: attempts >= MOST_ATTEMPTS ? 'failed' : 'waiting',
          nextAt: new Date(now().getTime() + 2 ** attempts * MINUTE),
          error: error instanceof Error ? error.message : String(error),
        })
        .where(eq(mails.id, row.id));
    }
  };
  /** Takes due mails by pushing their next time ahead first, so that two processes do not send the same one. */
  const claim = () =>
    db
      .update(mails)
      .set({ nextAt: new Date(now().getTime() + 5 * MINUTE) })
      .where(
        sql`${mails.id} in (select id from accounts.mails where status = 'waiting' and next_at <= ${now().toISOString()}::timestamptz order by created_at limit ${BATCH} for update skip locked)`,
      )
      .returning();
  const deliverAll = async (send: MailTransport) => {
    for (let due = await claim(); due.length > 0; due = await claim())
      for (const row of due) await deliverOne(row, send);
  };
  const deliver = (): Promise<void> => {
    if (transport === null) return Promise.resolve();
    running ??= deliverAll(transport).finally(() => {
      running = null;
    });
    return running;
  };
  return {
    /** Writes a mail down; under an id that is known already it is the same mail, and nothing is added. */
    post: async (mail: Mail, id: string = uuidv7()): Promise<void> => {
      await db
        .insert(mails)
        .values({
          ...{ id, recipient: mail.to, subject: mail.subject, body: mail.body },
          ...{ status: 'waiting', nextAt: now(), createdAt: now() },
        })
        .onConflictDoNothing();
      if (transport === null) logger.info('mail waiting in outbox');
      else deliver().catch((error) => logger.error({ err: error }, 'the outbox could not be read'));
    },
    deliver,
    list: (before: { at: Date; id: string } | null, limit: number) =>
      db
        .select()
        .from(mails)
        .where(
          before === null
            ? undefined
            : or(
                lt(mails.createdAt, before.at),
                and(eq(mails.createdAt, before.at), lt(mails.id, before.id)),
              ),
        )
        .orderBy(desc(mails.createdAt), desc(mails.id))
        .limit(limit),
    /** Mail older than a month is of no use: its links ended long before. */
    sweep: () =>
      db.delete(mails).where(lte(mails.createdAt, new Date(now().getTime() - KEPT_DAYS * 24 * 60 * MINUTE))),
    delivers: transport !== null,
  };
}

export type Outbox = ReturnType<typeof createOutbox>;
