import { Worker } from 'node:worker_threads';
import { unpackedBytes } from './archive-size.ts';
import type { BinaryFormat, BinaryReading } from './binary-formats.ts';
import { documentFailure } from './failures.ts';

export type WorkerAnswer =
  | { ok: true; reading: BinaryReading }
  | { ok: false; encrypted: boolean; reason: string };

export interface WorkerLimits {
  /** Largest heap of the parser. */
  megabytes: number;
  milliseconds: number;
}

const LIMITS: WorkerLimits = { megabytes: 512, milliseconds: 60_000 };
/** An honest office file of 40 MB unpacks to a few hundred megabytes at most. */
const MAXIMUM_UNPACKED_BYTES = 400_000_000;

/** Parses a file in a thread of its own, with an end to the memory and time it may take. */
export async function readInWorker(
  format: BinaryFormat,
  bytes: Uint8Array,
  limits: WorkerLimits = LIMITS,
): Promise<BinaryReading> {
  if (format !== 'pdf' && unpackedBytes(bytes) > MAXIMUM_UNPACKED_BYTES)
    throw documentFailure('file_too_complex');
  const worker = new Worker(new URL('./binary-worker.ts', import.meta.url), {
    workerData: { format, bytes },
    resourceLimits: { maxOldGenerationSizeMb: limits.megabytes },
    // What parsers print about odd files is of no use to anybody.
    stdout: true,
    stderr: true,
  });
  try {
    return await answerOf(worker, limits.milliseconds);
  } finally {
    await worker.terminate();
  }
}

function answerOf(worker: Worker, milliseconds: number): Promise<BinaryReading> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(documentFailure('file_too_complex')), milliseconds);
    worker.once('message', (answer: WorkerAnswer) => {
      clearTimeout(timer);
      if (answer.ok) resolve(answer.reading);
      else
        reject(
          documentFailure(answer.encrypted ? 'file_encrypted' : 'file_unreadable', new Error(answer.reason)),
        );
    });
    worker.once('error', (error) => {
      clearTimeout(timer);
      const exhausted = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      reject(documentFailure(exhausted ? 'file_too_complex' : 'file_unreadable', error));
    });
  });
}
