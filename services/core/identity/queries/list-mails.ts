import type { OutboxPage } from '@tokenholic/contracts';
import { PAGE_SIZE } from '@tokenholic/kit';
import type { Outbox } from '../adapters/mail/outbox.ts';

/** Mail of the installation, the newest first. */
export async function listMails(outbox: Outbox, cursor: string | undefined): Promise<OutboxPage> {
  const [at = '', id = ''] = (cursor ?? '').split('_');
  const rows = await outbox.list(cursor === undefined ? null : { at: new Date(at), id }, PAGE_SIZE + 1);
  const items = rows.slice(0, PAGE_SIZE);
  const last = items.at(-1);
  return {
    delivers: outbox.delivers,
    items: items.map(({ id: mailId, recipient, subject, body, status, error, createdAt }) => ({
      ...{ id: mailId, to: recipient, subject, body, status, error },
      createdAt: createdAt.toISOString(),
    })),
    nextCursor:
      rows.length > PAGE_SIZE && last !== undefined ? `${last.createdAt.toISOString()}_${last.id}` : null,
  };
}
