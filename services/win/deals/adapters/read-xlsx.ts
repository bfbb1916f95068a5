import { Worker } from 'node:worker_threads';
import { importRefused } from '../domain/import/failures.ts';
import { unpackedBytes } from './archive-size.ts';

const MOST_UNPACKED_BYTES = 400_000_000;
const MOST_MILLISECONDS = 60_000;
const MOST_HEAP_MEGABYTES = 512;

export type XlsxAnswer = { ok: true; rows: string[][] } | { ok: false };

/** The first sheet as texts; parsed in a thread of its own, with an end to the memory and time it may take. */
export async function readXlsx(bytes: Uint8Array): Promise<string[][]> {
  if (unpackedBytes(bytes) > MOST_UNPACKED_BYTES) throw importRefused('file_too_large');
  const worker = new Worker(new URL('./xlsx-worker.ts', import.meta.url), {
    workerData: bytes,
    resourceLimits: { maxOldGenerationSizeMb: MOST_HEAP_MEGABYTES },
    // What the parser prints about odd files is of no use to anybody.
    stdout: true,
    stderr: true,
  });
  try {
    return await answerOf(worker);
  } finally {
    await worker.terminate();
  }
}

function answerOf(worker: Worker): Promise<string[][]> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(importRefused('file_too_large')), MOST_MILLISECONDS);
    worker.once('message', (answer: XlsxAnswer) => {
      clearTimeout(timer);
      if (answer.ok) resolve(answer.rows);
      else reject(importRefused('file_unreadable'));
    });
    worker.once('error', () => {
      clearTimeout(timer);
      reject(importRefused('file_unreadable'));
    });
  });
}
