import type { LocalizedText, MailReport } from '@tokenholic/contracts';
import type { Kit, Principal } from '@tokenholic/kit';
import { and, eq, inArray } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { type MailReading, ownWords, type ParsedMail } from '../domain/mail/mail.ts';
import { placeMail } from '../domain/mail/place-mail.ts';
import { withClients } from '../queries/deal-access.ts';
import { mailContext, onRecord } from '../queries/mail-context.ts';
import { mailKey } from '../queries/read-mails.ts';
import { sealedMails } from '../sealed.ts';
import { mails } from '../tables.ts';
import { fileMail } from './file-mail.ts';

const FIRST_WORDS = 600;
const MOST_PROBLEMS = 50;

/**
 * Takes mails in: each goes to the deal it belongs to, or waits for its owner to say. Oldest first, so that an answer finds the
 * mail it answers. A mail that is known already is counted and left out, so that a broken-off import can simply be repeated.
 */
export async function importMail(
  kit: Kit,
  principal: Principal,
  { readings, more }: { readings: readonly MailReading[]; more: boolean },
): Promise<MailReport> {
  const report: MailReport = { filed: [], unfiled: 0, duplicates: 0, problems: problemsOf(readings, more) };
  const sorted = readings
    .flatMap((reading) => (reading.ok ? [reading] : []))
    .sort((a, b) => ((a.mail.sentAt ?? '') < (b.mail.sentAt ?? '') ? -1 : 1));
  const known = await knownIds(
    kit,
    principal,
    sorted.map(({ mail }) => mail.messageId),
  );
  for (const { mail, raw } of sorted) {
    if (known.has(mail.messageId)) report.duplicates += 1;
    else await takeIn(kit, principal, mail, raw, report);
    known.add(mail.messageId);
  }
  report.problems = report.problems.slice(0, MOST_PROBLEMS);
  return report;
}

function problemsOf(readings: readonly MailReading[], more: boolean): LocalizedText[] {
  const unread = readings.flatMap((reading) =>
    reading.ok ? [] : [{ zh: `第 ${reading.at} 封邮件读不出来`, en: `Mail ${reading.at} could not be read` }],
  );
  const rest = { zh: '邮件太多，只读了前 500 封', en: 'There are more mails; the first 500 were read' };
  return more ? [...unread, rest] : unread;
}

async function knownIds(kit: Kit, principal: Principal, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const filed = await withClients(kit, principal, (tx) => onRecord(tx, ids));
  const waiting = await kit.database.withTenant([principal.homeOrganizationId], (tx) =>
    tx.db
      .select({ messageId: mails.messageId })
      .from(mails)
      .where(and(eq(mails.userId, principal.user.id), inArray(mails.messageId, [...ids]))),
  );
  return new Set([...filed, ...waiting.map(({ messageId }) => messageId)]);
}

async function takeIn(
  kit: Kit,
  principal: Principal,
  mail: ParsedMail,
  raw: Uint8Array,
  report: MailReport,
): Promise<void> {
  const context = await withClients(kit, principal, (tx) => mailContext(tx, [mail]));
  const place = placeMail(mail, context);
  if (place.kind === 'unfiled') {
    await keepUnfiled(kit, principal, mail, raw, place);
    report.unfiled += 1;
    return;
  }
  const deal = context.deals.find(({ id }) => id === place.dealId);
  if (deal === undefined) return;
  const filed = await fileMail(kit, principal, mail, { ...place, clientId: deal.clientId });
  if (filed.kind === 'duplicate') {
    report.duplicates += 1;
    return;
  }
  report.problems.push(...filed.problems);
  report.filed.push({
    ...{ subject: mail.subject, deal: { id: deal.id, title: deal.title } },
    ...{ why: place.why, files: filed.files },
  });
}

async function keepUnfiled(
  kit: Kit,
  { homeOrganizationId: organizationId, user }: Principal,
  mail: ParsedMail,
  raw: Uint8Array,
  { candidates, why }: { candidates: string[]; why: LocalizedText },
): Promise<void> {
  const id = uuidv7();
  await kit.blobs.put(organizationId, mailKey(id), raw);
  await kit.database.withTenant([organizationId], async (tx) => {
    const waiting = await tx.seal(sealedMails, organizationId, {
      ...{ id, organizationId, userId: user.id, messageId: mail.messageId, candidates, why },
      ...{ sender: mail.from.address || mail.from.name, subject: mail.subject },
      recipients: mail.to
        .map(({ address }) => address)
        .join(', ')
        .slice(0, 500),
      ...{ text: ownWords(mail.text).slice(0, FIRST_WORDS), attachments: mail.attachments.length },
      ...{ sentAt: new Date(mail.sentAt ?? kit.now()), at: kit.now() },
    });
    await tx.db.insert(mails).values(waiting).onConflictDoNothing();
  });
}
