import type { LocalizedText } from '@tokenholic/contracts';
import { inspectUpload, isAppError, type Kit, type Principal, type TenantTransaction } from '@tokenholic/kit';
import { inArray } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { headlines } from '../domain/headline.ts';
import { bareSubject, ownWords, type ParsedMail } from '../domain/mail/mail.ts';
import { lockDeal, withClients } from '../queries/deal-access.ts';
import { fileKey } from '../queries/read-files.ts';
import { sealedActivities, sealedContacts } from '../sealed.ts';
import { activities, contacts, type FileRow } from '../tables.ts';
import { noteFile, storeFile } from './add-file.ts';
import { namedPeople } from './log-activity.ts';
import { refreshDeal } from './refresh-deal.ts';

const MOST_TEXT = 60_000;

export interface FilingPlace {
  dealId: string;
  clientId: string;
  contactIds: readonly string[];
  direction: 'in' | 'out';
}

export type Filed = { kind: 'filed'; files: number; problems: LocalizedText[] } | { kind: 'duplicate' };

/** Keeps a mail as a record of its deal, its attachments as the deal's files. A Message-ID comes in once. */
export async function fileMail(
  kit: Kit,
  principal: Principal,
  mail: ParsedMail,
  { dealId, clientId, contactIds, direction }: FilingPlace,
): Promise<Filed> {
  const { stored, problems } = await storeAttachments(kit, principal, mail, {
    dealId,
    organizationId: clientId,
  });
  const kept = await withClients(kit, principal, async (tx) => {
    const { organizationId } = await lockDeal(tx, dealId);
    const people = await namedPeople(tx, organizationId, contactIds);
    const id = uuidv7();
    const occurredAt = new Date(mail.sentAt ?? kit.now());
    const said = {
      ...{ kind: 'email' as const, direction, subject: subjectOf(mail) },
      text: ownWords(mail.text).slice(0, MOST_TEXT),
    };
    const values = await tx.seal(sealedActivities, organizationId, {
      ...{ ...said, id, organizationId, dealId, occurredAt, messageId: mail.messageId },
      ...{ contactIds: people.map(({ contactId }) => contactId) },
      ...{ byName: senderName(mail), createdAt: kit.now() },
    });
    const added = await tx.db
      .insert(activities)
      .values(values)
      .onConflictDoNothing()
      .returning({ id: activities.id });
    if (added.length === 0) return false;
    for (const row of stored) await noteFile(tx, row);
    await refreshDeal(tx, dealId);
    await tx.publish(organizationId, 'activity.logged', {
      ...{ ...said, activityId: id, dealId, people, occurredAt: occurredAt.toISOString() },
      headline: headlines.activity('email', said.subject),
      // In from somebody who is no contact: nobody's words among those in copy.
      authorId: direction === 'in' ? await senderAmong(tx, mail, people) : null,
    });
    return true;
  });
  if (kept) return { kind: 'filed', files: stored.length, problems };
  for (const { id, organizationId } of stored) await kit.blobs.remove(organizationId, fileKey(id));
  return { kind: 'duplicate' };
}

/** The contact whose address a mail came from. */
async function senderAmong(
  tx: TenantTransaction,
  { from }: ParsedMail,
  people: readonly { contactId: string }[],
): Promise<string | null> {
  if (people.length === 0) return null;
  const rows = await tx.db
    .select({ id: contacts.id, organizationId: contacts.organizationId, email: contacts.email })
    .from(contacts)
    .where(
      inArray(
        contacts.id,
        people.map(({ contactId }) => contactId),
      ),
    );
  const known = await tx.open(sealedContacts, rows);
  return known.find(({ email }) => email.toLowerCase() === from.address.toLowerCase())?.id ?? null;
}

const subjectOf = ({ subject }: ParsedMail) => bareSubject(subject).slice(0, 200) || '(无主题 / no subject)';

function senderName({ from: { name, address } }: ParsedMail): LocalizedText {
  const text = (name || address).slice(0, 80);
  return { zh: text, en: text };
}

/** Attachments that may be kept; each that may not is told with its reason. */
async function storeAttachments(
  kit: Kit,
  principal: Principal,
  { attachments }: ParsedMail,
  place: { dealId: string; organizationId: string },
): Promise<{ stored: FileRow[]; problems: LocalizedText[] }> {
  const stored: FileRow[] = [];
  const problems: LocalizedText[] = [];
  for (const file of attachments) {
    try {
      inspectUpload(file.name, file.bytes);
      stored.push(await storeFile(kit, principal, place, file));
    } catch (error) {
      if (!isAppError(error)) throw error;
      const { zh, en } = error.userMessage;
      problems.push({ zh: `附件「${file.name}」：${zh}`, en: `Attachment ${file.name}: ${en}` });
    }
  }
  return { stored, problems };
}
