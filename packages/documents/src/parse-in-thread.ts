import { Worker } from 'node:worker_threads';
import { unpackedBytes } from './archive-size.ts';

export interface ThreadLimits {
  /** Largest heap of the parser. */
  megabytes: number;
  milliseconds: number;
}

/** How a parse ended: it answered, ran out of time, or its thread died, of its memory or of something else. */
export type ThreadEnd<A> =
  | { kind: 'answered'; answer: A }
  | { kind: 'late' }
  | { kind: 'died'; error: Error; exhausted: boolean };

const LIMITS: ThreadLimits = { megabytes: 512, milliseconds: 60_000 };
/** An honest office file of 40 MB unpacks to a few hundred megabytes at most. */
const MAXIMUM_UNPACKED_BYTES = 400_000_000;

/** Whether an archive says that it unpacks to more than an honest file would: it is not given to a parser at all. */
export function unpacksTooFar(bytes: Uint8Array): boolean {
  return unpackedBytes(bytes) > MAXIMUM_UNPACKED_BYTES;
}

/** Runs a parser of files from outside in a thread of its own, with an end to the memory and time it may take. The script posts one answer. */
export async function parseInThread<A>(
  script: URL,
  data: unknown,
  { megabytes, milliseconds }: ThreadLimits = LIMITS,
): Promise<ThreadEnd<A>> {
  const worker = new Worker(script, {
    workerData: data,
    resourceLimits: { maxOldGenerationSizeMb: megabytes },
    // What parsers print about odd files is of no use to anybody.
    stdout: true,
    stderr: true,
  });
  try {
    return await endOf<A>(worker, milliseconds);
  } finally {
    await worker.terminate();
  }
}

function endOf<A>(worker: Worker, milliseconds: number): Promise<ThreadEnd<A>> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve({ kind: 'late' }), milliseconds);
    const end = (how: ThreadEnd<A>) => {
      clearTimeout(timer);
      resolve(how);
    };
    worker.once('message', (answer: A) => end({ kind: 'answered', answer }));
    worker.once('error', (error) =>
      end({
        kind: 'died',
        error,
        exhausted: 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY',
      }),
    );
  });
}
