import { z } from 'zod';
import { localizedTextSchema } from './language.ts';
import { engineSchema } from './taxonomy.ts';

export const dealFileSchema = z
  .object({
    id: z.uuid(),
    name: z.string(),
    /** What the bytes are, not what the sender says. */
    kind: z.string(),
    bytes: z.number().int(),
    by: localizedTextSchema,
    at: z.iso.datetime(),
  })
  .meta({ id: 'DealFile' });
export type DealFile = z.infer<typeof dealFileSchema>;

const dealNameSchema = z.object({ id: z.uuid(), title: z.string() });

/** An e-mail that no deal could be found for, kept until a person says where it belongs. */
export const unfiledMailSchema = z
  .object({
    id: z.uuid(),
    from: z.string(),
    to: z.string(),
    subject: z.string(),
    sentAt: z.iso.datetime(),
    /** The first words. */
    text: z.string(),
    attachments: z.number().int(),
    why: localizedTextSchema,
    /** Deals it may belong to. */
    candidates: z.array(dealNameSchema),
  })
  .meta({ id: 'UnfiledMail' });
export type UnfiledMail = z.infer<typeof unfiledMailSchema>;

export const mailReportSchema = z
  .object({
    filed: z.array(
      z.object({
        subject: z.string(),
        deal: dealNameSchema,
        why: localizedTextSchema,
        files: z.number().int(),
      }),
    ),
    unfiled: z.number().int(),
    duplicates: z.number().int(),
    /** Messages and attachments that were left out, each with why. */
    problems: z.array(localizedTextSchema),
  })
  .meta({ id: 'MailReport' });
export type MailReport = z.infer<typeof mailReportSchema>;

export const mailboxSchema = z
  .object({
    host: z.string().trim().min(1).max(200),
    port: z.number().int().min(1).max(65_535),
    secure: z.boolean(),
    user: z.string().trim().min(1).max(200),
    folder: z.string().trim().min(1).max(200),
  })
  .meta({ id: 'Mailbox' });
export type Mailbox = z.infer<typeof mailboxSchema>;
export const mailboxStateSchema = z.object({
  mailbox: mailboxSchema.nullable(),
  fetchedAt: z.iso.datetime().nullable(),
  /** What the server said when it last refused. */
  problem: localizedTextSchema.nullable(),
});
export type MailboxState = z.infer<typeof mailboxStateSchema>;

export const actionItemSchema = z.object({
  title: z.string().trim().min(1).max(200),
  /** As it was said; always words of the notes. */
  quote: z.string(),
  who: z.string().nullable(),
  dueOn: z.iso.date().nullable(),
});
export type ActionItem = z.infer<typeof actionItemSchema>;

/** What was read out of meeting notes or a transcript; nothing is kept until a person says so. */
export const notesReadingSchema = z
  .object({
    format: z.enum(['vtt', 'srt', 'text']),
    text: z.string(),
    /** The notes are longer than is kept in the record; the file keeps all of it. */
    cut: z.boolean(),
    minutes: z.number().nullable(),
    speakers: z.array(
      z.object({
        name: z.string(),
        /** Share of the words. */
        share: z.number(),
        contactId: z.uuid().nullable(),
      }),
    ),
    actions: z.array(actionItemSchema),
    engine: engineSchema,
  })
  .meta({ id: 'NotesReading' });
export type NotesReading = z.infer<typeof notesReadingSchema>;

export const keepNotesSchema = z
  .object({
    id: z.uuid(),
    subject: z.string().trim().min(1).max(200),
    occurredAt: z.iso.datetime(),
    text: z.string().max(60_000),
    contactIds: z.array(z.uuid()).max(30),
    tasks: z
      .array(z.object({ id: z.uuid(), title: z.string().trim().min(1).max(200), dueOn: z.iso.date() }))
      .max(30),
  })
  .meta({ id: 'KeepNotes' });
export type KeepNotes = z.infer<typeof keepNotesSchema>;
