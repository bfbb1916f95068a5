import { Worker } from 'node:worker_threads';
import type { Embedder } from './embedder.ts';
import { DIMENSIONS } from './encoder.ts';
import type { MarkedPart, ReadStretch } from './reading.ts';

/** Texts given to the thread at a time: a question waits for no more than these. */
const BATCH = 8;
/** Longer texts are cut before they are tokenised; the encoder reads the first 768 pieces. */
const MOST_CHARACTERS = 4_000;
const IDLE_MILLISECONDS = 120_000;
const script = new URL('./encode-worker.ts', import.meta.url);

export type EncodeRequest =
  | { kind: 'embed'; texts: readonly string[] }
  | { kind: 'read'; parts: readonly MarkedPart[] };

type Answer = Float32Array | ReadStretch;

interface Batch {
  request: EncodeRequest;
  done: (answer: Answer) => void;
  failed: (error: Error) => void;
}

export interface EmbeddedEmbedder extends Embedder {
  /** What each stretch of marked text says in context, by the network that was taught to read uses of AI. */
  read(stretches: readonly (readonly MarkedPart[])[]): Promise<ReadStretch[]>;
  close(): Promise<void>;
}

/**
 * Google's universal-sentence-encoder-multilingual/3 in a thread of this process: 512 dimensions, needs neither a key nor
 * a network, about 0.15 ms a piece of text (a character in Chinese, most of a word in English). The thread starts with the
 * first text, in about a second, and ends after two idle minutes so that its 200 MB are free again.
 */
export function createEmbeddedEmbedder(idleMilliseconds = IDLE_MILLISECONDS): EmbeddedEmbedder {
  const waiting: Record<'query' | 'passage', Batch[]> = { query: [], passage: [] };
  let worker: Worker | null = null;
  let running: Batch | null = null;
  let idle: NodeJS.Timeout | null = null;

  const stop = async () => {
    if (idle !== null) clearTimeout(idle);
    const ended = worker;
    worker = null;
    await ended?.terminate();
  };

  const start = () => {
    const started = new Worker(script);
    started.on('message', (answer: Answer) => {
      const batch = running;
      running = null;
      batch?.done(answer);
      next();
    });
    started.on('error', (error) => {
      const batch = running;
      running = null;
      worker = null;
      batch?.failed(error instanceof Error ? error : new Error(String(error)));
      next();
    });
    // A waiting thread alone does not keep the process alive.
    started.unref();
    return started;
  };

  const next = () => {
    if (running !== null) return;
    const batch = waiting.query.shift() ?? waiting.passage.shift();
    if (batch === undefined) {
      worker?.unref();
      idle = setTimeout(() => void stop(), idleMilliseconds).unref();
      return;
    }
    if (idle !== null) clearTimeout(idle);
    running = batch;
    worker ??= start();
    worker.ref();
    worker.postMessage(batch.request);
  };

  const ask = (kind: 'query' | 'passage', request: EncodeRequest) =>
    new Promise<Answer>((done, failed) => {
      waiting[kind].push({ request, done, failed });
      next();
    });

  return {
    id: 'use-multilingual-3',
    dimensions: DIMENSIONS,
    async embed(texts, kind) {
      const batches = Array.from({ length: Math.ceil(texts.length / BATCH) }, (_, index) =>
        texts.slice(index * BATCH, (index + 1) * BATCH).map((text) => text.slice(0, MOST_CHARACTERS)),
      );
      const answers = await Promise.all(batches.map((batch) => ask(kind, { kind: 'embed', texts: batch })));
      return answers.flatMap((vectors) =>
        vectors instanceof Float32Array
          ? Array.from({ length: vectors.length / DIMENSIONS }, (_, index) =>
              vectors.slice(index * DIMENSIONS, (index + 1) * DIMENSIONS),
            )
          : [],
      );
    },
    async read(stretches) {
      const answers = await Promise.all(stretches.map((parts) => ask('passage', { kind: 'read', parts })));
      return answers.flatMap((answer) => (answer instanceof Float32Array ? [] : answer));
    },
    close: stop,
  };
}

/** Closeness of two unit vectors of one embedder, 1 for the same meaning. */
export function cosine(left: Float32Array, right: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < left.length; i += 1) sum += (left[i] ?? 0) * (right[i] ?? 0);
  return sum;
}
