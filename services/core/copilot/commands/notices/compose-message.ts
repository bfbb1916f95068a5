import type { Language } from '@tokenholic/contracts';
import type { Kit } from '@tokenholic/kit';
import { and, eq, inArray } from 'drizzle-orm';
import { bodyOf } from '../../domain/notices/chat.ts';
import { mailOf } from '../../domain/notices/mail.ts';
import { fold, type Told } from '../../domain/notices/words.ts';
import type { NoticePorts, Reader } from '../../ports.ts';
import { sealedNotices } from '../../sealed.ts';
import { clients, people } from '../../tables.ts';
import { noticeChannels, noticeReads, notices } from '../../tables-notices.ts';
import type { Delivery } from './claim.ts';

export const channelSecret = (channelId: string) => `notice-channels/${channelId}`;

type Found = { notice: typeof notices.$inferSelect; name: string | null };

async function noticesOf(kit: Kit, rows: readonly Delivery[]): Promise<Map<string, Found>> {
  const organizations = [...new Set(rows.map(({ clientId }) => clientId))];
  const found = await kit.database.withTenant(organizations, async (tx) => {
    const stored = await tx.db
      .select({ notice: notices, name: clients.name })
      .from(notices)
      .leftJoin(clients, eq(clients.organizationId, notices.organizationId))
      .where(
        inArray(
          notices.id,
          rows.map(({ noticeId }) => noticeId),
        ),
      );
    const opened = await tx.open(
      sealedNotices,
      stored.map(({ notice }) => notice),
    );
    return opened.map((notice, index) => ({ notice, name: stored[index]?.name ?? null }));
  });
  return new Map(found.map((one) => [one.notice.id, one]));
}

const workspace = ({ address }: Pick<NoticePorts, 'address'>) => `${address}/copilot`;

function told(ports: NoticePorts, { notice, name }: Found, full: boolean): Told {
  const { level, kind, text, organizationId } = notice;
  const link = name === null ? workspace(ports) : `${workspace(ports)}?client=${organizationId}&tab=client`;
  return { level, kind, link, client: full ? name : null, text: full ? text : null };
}

/** Body and address for a chat; null when the chat is gone or switched off, or nothing is left to be told. */
export async function messageForChannel(
  kit: Kit,
  ports: NoticePorts,
  organizationId: string,
  channelId: string,
  { rows, again }: { rows: readonly Delivery[]; again: boolean },
): Promise<{ address: string; body: object } | null> {
  const [channel] = await kit.database.withTenant([organizationId], (tx) =>
    tx.db
      .select()
      .from(noticeChannels)
      .where(and(eq(noticeChannels.id, channelId), eq(noticeChannels.enabled, true))),
  );
  const address = await kit.secrets.get(organizationId, channelSecret(channelId));
  if (channel === undefined || address === null) return null;
  const found = [...(await noticesOf(kit, rows)).values()];
  if (found.length === 0) return null;
  const lines = found.map((one) => told(ports, one, channel.detail === 'full'));
  const message = { ...fold(channel.language, lines, workspace(ports)), again };
  return { address, body: bodyOf[channel.kind](message) };
}

export interface PersonMail {
  to: string;
  subject: string;
  body: string;
  /** Ids of the deliveries that the mail is about; the others need not be told any more. */
  kept: ReadonlySet<string>;
}

/** The mail for a person, of what this person may still read and has not read yet; null when nothing of it is left. */
export async function messageForPerson(
  kit: Kit,
  ports: NoticePorts,
  organizationId: string,
  userId: string,
  rows: readonly Delivery[],
): Promise<PersonMail | null> {
  const readers = new Map<string, Reader>();
  for (const id of new Set(rows.map(({ clientId }) => clientId))) {
    const reader = (await ports.readersOf(id)).find((one) => one.userId === userId);
    if (reader !== undefined) readers.set(id, reader);
  }
  const found = await noticesOf(kit, rows);
  const read = await readAlready(kit, organizationId, userId, rows);
  const lines: Told[] = [];
  const kept = new Set<string>();
  let receiver: { to: string; language: Language } | null = null;
  for (const row of rows) {
    const one = found.get(row.noticeId);
    const reader = readers.get(row.clientId);
    if (one === undefined || reader === undefined || reader.mailAddress === null) continue;
    if (!reader.permissions.includes(one.notice.permission) || read(one.notice.id, one.notice.at)) continue;
    receiver = { to: reader.mailAddress, language: reader.language };
    kept.add(row.id);
    lines.push(told(ports, one, true));
  }
  if (receiver === null) return null;
  const message = fold(receiver.language, lines, workspace(ports));
  return { to: receiver.to, kept, ...mailOf(message, `${ports.address}/settings/notices`) };
}

/** Says whether the person has read a notice on the screen meanwhile. */
async function readAlready(
  kit: Kit,
  organizationId: string,
  userId: string,
  rows: readonly Delivery[],
): Promise<(noticeId: string, at: Date) => boolean> {
  const organizations = [...new Set([organizationId, ...rows.map(({ clientId }) => clientId)])];
  return kit.database.withTenant(organizations, async (tx) => {
    const [person] = await tx.db.select().from(people).where(eq(people.userId, userId));
    const marks = await tx.db
      .select({ id: noticeReads.noticeId })
      .from(noticeReads)
      .where(
        and(
          eq(noticeReads.userId, userId),
          inArray(
            noticeReads.noticeId,
            rows.map(({ noticeId }) => noticeId),
          ),
        ),
      );
    const read = new Set(marks.map(({ id }) => id));
    return (noticeId, at) => read.has(noticeId) || (person !== undefined && at <= person.noticesReadTo);
  });
}
