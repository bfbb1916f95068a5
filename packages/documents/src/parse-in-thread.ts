import { Worker } from 'node:worker_threads';

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
