import { createEmbeddedEmbedder } from '@tokenholic/embeddings';
import { createTestKit } from '@tokenholic/kit/testing';
import {
  createCollection,
  type Embedder,
  knowledgeMigrations,
  translate,
  vectorMigrations,
} from '@tokenholic/knowledge';
import { createSemantics } from '../../services/build/knowledge/adapters/semantics.ts';
import { search } from '../../services/build/knowledge/queries/search.ts';
import { drawnPassage, drawnVector, drawnWord, random } from './drawn-text.ts';
import { loadDocument } from './load.ts';
import { plainBm25 } from './plain-bm25.ts';

// Speed over a large collection: how many passages are indexed in a second, and how long a question takes by words and by words
// and vectors; beside it plain BM25 over the same texts held in memory. Vectors are drawn, for the encoder would need half an
// hour for so many; but each question is read by the real one, so that its time counts.

const out = (text: string) => process.stdout.write(`${text}\n`);
const vendor = '01970000-0000-7000-8000-00000000000a';
const PASSAGES = Number(process.env.PASSAGES ?? 100_000);
const DOCUMENT = Number(process.env.DOCUMENT ?? 500);
const QUESTIONS = 120;
const VECTORS_AT_ONCE = 64;
const kit = await createTestKit([knowledgeMigrations, vectorMigrations]);

/** Runs the work once and says how many passages that is in a second, by the clock and of the processor's time. */
async function rateOf(name: string, work: () => Promise<void>): Promise<void> {
  const started = performance.now();
  const before = process.cpuUsage();
  await work();
  const seconds = (performance.now() - started) / 1_000;
  const { user, system } = process.cpuUsage(before);
  const processor = (user + system) / 1_000_000;
  out(
    `${name}: ${PASSAGES} passages in documents of ${DOCUMENT}, ${Math.round(PASSAGES / seconds)} a second, ${Math.round(PASSAGES / processor)} a second of processor time`,
  );
}

const percentile = (times: readonly number[], share: number) =>
  times.toSorted((first, second) => first - second)[Math.floor(times.length * share)] ?? 0;

const collectionId = await createCollection(kit, vendor, { name: 'large' });
const kept = Array.from({ length: PASSAGES }, drawnPassage);
await rateOf('indexing', async () => {
  for (let at = 0; at < PASSAGES; at += DOCUMENT)
    await loadDocument(kit, vendor, collectionId, kept.slice(at, at + DOCUMENT));
});

const encoder = createEmbeddedEmbedder();
const embedder: Embedder = {
  ...{ id: 'drawn', dimensions: encoder.dimensions },
  embed: async (texts, kind) => {
    await encoder.embed(texts, kind);
    return texts.map(drawnVector);
  },
};
const semantics = createSemantics(kit, { embedder: async () => embedder, reranker: async () => null });
const store = await semantics.store();
if (store === null) throw new Error('there is nowhere to keep vectors');
await rateOf('keeping vectors', async () => {
  for (let at = 0; at < PASSAGES; at += VECTORS_AT_ONCE)
    await store.put(
      vendor,
      embedder.id,
      kept.slice(at, at + VECTORS_AT_ONCE).map((text, index) => ({
        ...{ collectionId, number: at + index, vector: drawnVector(text) },
      })),
    );
});

const questions = Array.from({ length: QUESTIONS }, () => {
  const words = (kept[Math.floor(random() * kept.length)] ?? '').split(/[ .]+/);
  return `what is ${words.slice(8, 14).join(' ')} of ${drawnWord()}?`;
});
const plain = plainBm25(kept);
const plainTimes = questions.slice(0, 5).map((question) => {
  const before = performance.now();
  plain(question);
  return performance.now() - before;
});
const base = percentile(plainTimes, 0.5);
for (const by of ['words', 'all'] as const) {
  const times: number[] = [];
  const processorTimes: number[] = [];
  for (const question of [drawnWord(), ...questions]) {
    const before = performance.now();
    const processorBefore = process.cpuUsage();
    const wanted = { question, collectionIds: [collectionId], limit: 8, by };
    await search(kit, [vendor], translate, wanted, semantics);
    times.push(performance.now() - before);
    const { user, system } = process.cpuUsage(processorBefore);
    processorTimes.push((user + system) / 1_000);
  }
  // The first one wakes the encoder and reads the signatures into memory.
  const [first = 0] = times.splice(0, 1);
  processorTimes.splice(0, 1);
  const p95 = percentile(times, 0.95);
  out(
    `questions by ${by === 'words' ? 'words' : 'words and vectors'}: median ${percentile(times, 0.5).toFixed(1)} ms, p95 ${p95.toFixed(1)} ms (of processor time ${percentile(processorTimes, 0.5).toFixed(1)} and ${percentile(processorTimes, 0.95).toFixed(1)} ms), the first ${first.toFixed(0)} ms; plain BM25 in memory ${base.toFixed(1)} ms, ratio ${(p95 / base).toFixed(2)}`,
  );
}
await encoder.close();
await kit.close();
