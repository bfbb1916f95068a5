import { createHash } from 'node:crypto';
import { parentPort, workerData } from 'node:worker_threads';
import PostalMime, { type Address, type Email } from 'postal-mime';
import { z } from 'zod';
import type { MailAddress, MailReading, ParsedMail } from '../domain/mail/mail.ts';
import { isMbox, splitMbox } from '../domain/mail/split-mbox.ts';

// Mails from outside are parsed here, so that a hostile one can exhaust this thread's memory and time but not the server's.
// What was sent as HTML leaves this thread as plain text: nothing of it is ever drawn by a browser.

export interface MailAnswer {
  readings: MailReading[];
  more: boolean;
}

const MOST_MESSAGES = 500;
const MOST_ATTACHMENTS = 20;
const MOST_HTML = 2_000_000;

function addressOf(address: Address | undefined): MailAddress[] {
  if (address === undefined) return [];
  if (address.group !== undefined) return address.group.flatMap((one) => addressOf(one));
  return [{ name: address.name ?? '', address: (address.address ?? '').toLowerCase() }];
}

const ids = (text: string | undefined) => text?.match(/<[^<>\s]{3,200}>/g) ?? [];

async function plainText({ text, html }: Email): Promise<string> {
  if (text !== undefined && text.trim() !== '') return text;
  if (html === undefined) return '';
  const { readHtml } = await import('@tokenholic/documents/html');
  return readHtml(html.slice(0, MOST_HTML)).text;
}

async function parse(bytes: Uint8Array): Promise<ParsedMail | null> {
  const email = await PostalMime.parse(bytes, { maxNestingDepth: 30, attachmentEncoding: 'arraybuffer' });
  const [from] = addressOf(email.from);
  if (from === undefined && email.subject === undefined) return null; // not a mail at all
  const text = await plainText(email);
  const sent = email.date === undefined ? Number.NaN : Date.parse(email.date);
  const fallback = createHash('sha256').update(bytes).digest('hex').slice(0, 40);
  return {
    messageId: ids(email.messageId)[0] ?? `<${fallback}@without-message-id>`,
    references: [...ids(email.inReplyTo), ...ids(email.references).reverse()].slice(0, 50),
    from: from ?? { name: '', address: '' },
    to: [...(email.to ?? []), ...(email.cc ?? [])].flatMap(addressOf).slice(0, 200),
    sentAt: Number.isNaN(sent) ? null : new Date(sent).toISOString(),
    subject: (email.subject ?? '').replace(/\s+/g, ' ').trim().slice(0, 200),
    text,
    attachments: email.attachments
      .filter(({ related }) => related !== true)
      .slice(0, MOST_ATTACHMENTS)
      .map(({ filename, content }) => ({ name: filename ?? 'attachment', bytes: bytesOf(content) })),
  };
}

function bytesOf(content: ArrayBuffer | Uint8Array | string): Uint8Array {
  return typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content);
}

const bytes = z.instanceof(Uint8Array).parse(workerData);
const { messages, more } = isMbox(bytes)
  ? splitMbox(bytes, MOST_MESSAGES)
  : { messages: [bytes], more: false };
const readings: MailReading[] = [];
for (const [at, message] of messages.entries()) {
  const mail = await parse(message).catch(() => null);
  readings.push(mail === null ? { ok: false, at: at + 1 } : { ok: true, mail, raw: message });
}
parentPort?.postMessage({ readings, more } satisfies MailAnswer);
