import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createEmbeddedEmbedder, FIRST_START_FILE, packVectors } from '@tokenholic/embeddings';
import { readConfiguration } from '../src/configuration.ts';
import { startProduct } from '../src/start.ts';

// Writes the vectors of every text that a first start asks for, so that no other first start need compute them. Run again when
// the reference or the sample clients changed; a few texts that are not among them cost the encoder a moment, nothing else.

/** Longer than any step between two texts takes. */
const QUIET_MILLISECONDS = 90_000;

const folder = mkdtempSync(join(tmpdir(), 'tokenholic-first-start-'));
const vectors = new Map<string, Float32Array>();
const encoder = createEmbeddedEmbedder();
let newest = performance.now();
const environment = { PORT: '0', TOKENHOLIC_DATA: folder, TOKENHOLIC_LOG_LEVEL: 'silent' };
const running = await startProduct(readConfiguration(environment, folder), {
  ...encoder,
  embed: async (texts, kind) => {
    const computed = await encoder.embed(texts, kind);
    texts.forEach((text, at) => {
      const vector = computed[at];
      if (vector !== undefined) vectors.set(text, vector);
    });
    newest = performance.now();
    return computed;
  },
});
while (running.product.samples.arriving || performance.now() - newest < QUIET_MILLISECONDS)
  await pause(1_000);
await running.stop();
rmSync(folder, { recursive: true, force: true });
const bytes = packVectors(encoder, vectors);
writeFileSync(FIRST_START_FILE, bytes);
process.stdout.write(`${vectors.size} vectors, ${Math.round(bytes.length / 1_000)} kB\n`);
