import { unpacksTooFar } from '@tokenholic/kit';
import type { BinaryFormat, BinaryReading } from './binary-formats.ts';
import { documentFailure } from './failures.ts';
import { parseInThread, type ThreadLimits } from './parse-in-thread.ts';

export type WorkerAnswer =
  | { ok: true; reading: BinaryReading }
  | { ok: false; encrypted: boolean; reason: string };

/** Parses a file in a thread of its own, with an end to the memory and time it may take. */
export async function readInWorker(
  format: BinaryFormat,
  bytes: Uint8Array,
  limits?: ThreadLimits,
): Promise<BinaryReading> {
  if (format !== 'pdf' && unpacksTooFar(bytes)) throw documentFailure('file_too_complex');
  const script = new URL('./binary-worker.ts', import.meta.url);
  const end = await parseInThread<WorkerAnswer>(script, { format, bytes }, limits);
  if (end.kind === 'late') throw documentFailure('file_too_complex');
  if (end.kind === 'died')
    throw documentFailure(end.exhausted ? 'file_too_complex' : 'file_unreadable', end.error);
  const { answer } = end;
  if (answer.ok) return answer.reading;
  throw documentFailure(answer.encrypted ? 'file_encrypted' : 'file_unreadable', new Error(answer.reason));
}
