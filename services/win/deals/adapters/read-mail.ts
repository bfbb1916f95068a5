import { parseInThread } from '@tokenholic/documents';
import { fileRefused } from '../domain/files/failures.ts';
import type { MailAnswer } from './mail-worker.ts';

/** The messages of an .eml or .mbox file; parsed in a thread of its own, with an end to the memory and time it may take. */
export async function readMail(bytes: Uint8Array): Promise<MailAnswer> {
  if (bytes.byteLength === 0) throw fileRefused('empty');
  const end = await parseInThread<MailAnswer>(new URL('./mail-worker.ts', import.meta.url), bytes);
  if (end.kind === 'late') throw fileRefused('mail_too_much');
  if (end.kind === 'died') throw fileRefused(end.exhausted ? 'mail_too_much' : 'mail_unreadable');
  if (end.answer.readings.every(({ ok }) => !ok)) throw fileRefused('mail_unreadable');
  return end.answer;
}
