import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { readBinary } from './binary-formats.ts';
import type { WorkerAnswer } from './read-in-worker.ts';

// A file from outside is parsed here, so that a hostile one can exhaust this thread's memory and time but not the server's.

const jobSchema = z.object({
  format: z.enum(['pdf', 'docx', 'pptx', 'xlsx']),
  bytes: z.instanceof(Uint8Array),
});
const { format, bytes } = jobSchema.parse(workerData);
const answer = (message: WorkerAnswer) => parentPort?.postMessage(message);

try {
  answer({ ok: true, reading: await readBinary(format, bytes) });
} catch (error) {
  const reason = error instanceof Error ? `${error.name} ${error.message}` : String(error);
  answer({ ok: false, encrypted: /password|encrypt/i.test(reason), reason });
}
