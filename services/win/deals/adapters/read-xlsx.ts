import { parseInThread } from '@tokenholic/documents';
import { unpacksTooFar } from '@tokenholic/kit';
import { importRefused } from '../domain/import/failures.ts';

export type XlsxAnswer = { ok: true; rows: string[][] } | { ok: false };

/** The first sheet as texts; parsed in a thread of its own, with an end to the memory and time it may take. */
export async function readXlsx(bytes: Uint8Array): Promise<string[][]> {
  if (unpacksTooFar(bytes)) throw importRefused('file_too_large');
  const script = new URL('./xlsx-worker.ts', import.meta.url);
  const end = await parseInThread<XlsxAnswer>(script, bytes);
  if (end.kind === 'late') throw importRefused('file_too_large');
  if (end.kind === 'died' || !end.answer.ok) throw importRefused('file_unreadable');
  return end.answer.rows;
}
