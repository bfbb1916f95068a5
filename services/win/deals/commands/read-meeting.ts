import type { NotesReading } from '@tokenholic/contracts';
import { decodeText } from '@tokenholic/documents';
import type { Kit, Principal } from '@tokenholic/kit';
import type { Llm } from '@workflow/llm-sdk';
import { eq } from 'drizzle-orm';
import { dayOf } from '../domain/deal.ts';
import { fileRefused } from '../domain/files/failures.ts';
import { isRecord, readNotes, textOf } from '../domain/notes/read-notes.ts';
import { speakersOf } from '../domain/notes/speakers.ts';
import type { MayRecord } from '../ports.ts';
import { findDeal, withClients } from '../queries/deal-access.ts';
import { requireRecordingConsent } from '../queries/recording-consent.ts';
import { sealedContacts } from '../sealed.ts';
import { contacts } from '../tables.ts';
import { actionItemsTask } from '../tasks/action-items.ts';

const MOST_TEXT = 60_000;

/** Reads notes or a transcript: who spoke, what was promised. Keeps nothing. */
export async function readMeeting(
  kit: Kit,
  llm: Llm,
  mayRecord: MayRecord,
  principal: Principal,
  dealId: string,
  { bytes, day }: { bytes: Uint8Array; day: string | null },
): Promise<NotesReading> {
  const notes = readNotes(decodeText(bytes, null));
  const { people, organizationId } = await withClients(kit, principal, async (tx) => {
    const deal = await findDeal(tx, dealId);
    const rows = await tx.db
      .select({ id: contacts.id, organizationId: contacts.organizationId, name: contacts.name })
      .from(contacts)
      .where(eq(contacts.organizationId, deal.organizationId))
      .limit(1_000);
    const opened = await tx.open(sealedContacts, rows);
    if (isRecord(notes)) {
      const speaking = speakersOf(notes.turns, opened).flatMap(({ contactId }) => contactId ?? []);
      await requireRecordingConsent(tx, mayRecord, deal.organizationId, speaking);
    }
    return { people: opened, organizationId: deal.organizationId };
  });
  const text = textOf(notes.turns);
  if (text.trim() === '') throw fileRefused('notes_unreadable');
  const { output, engine } = await llm.run(
    actionItemsTask,
    { text, day: day ?? dayOf(kit.now()) },
    { organizationId },
  );
  return {
    ...{ format: notes.format, text: text.slice(0, MOST_TEXT), cut: text.length > MOST_TEXT },
    ...{ minutes: notes.minutes, speakers: speakersOf(notes.turns, people), actions: output.actions, engine },
  };
}
