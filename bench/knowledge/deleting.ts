import { createTestKit } from '@tokenholic/kit/testing';
import { createCollection, knowledgeMigrations, vectorMigrations } from '@tokenholic/knowledge';
import { createSemantics, noSemantics } from '../../services/build/knowledge/adapters/semantics.ts';
import { eraseDocument, storeChunks } from '../../services/build/knowledge/commands/store-chunks.ts';
import { prepareChunk } from '../../services/build/knowledge/domain/index/prepare.ts';
import { drawnPassage, drawnVector } from './drawn-text.ts';
import { loadDocument } from './load.ts';

// What it costs to delete a document, and to change one passage of it, in a large collection: by the clock and of the
// processor's time. The documents that are deleted have vectors; the others have none, for those would not be touched.

const out = (text: string) => process.stdout.write(`${text}\n`);
const vendor = '01970000-0000-7000-8000-00000000000a';
const PASSAGES = Number(process.env.PASSAGES ?? 100_000);
const LARGE = 500;
const SMALL = 10;
const LARGE_ONES = 6;
const SMALL_ONES = 30;
const kit = await createTestKit([knowledgeMigrations, vectorMigrations]);
const store = await createSemantics(kit, noSemantics).store();
if (store === null) throw new Error('there is nowhere to keep vectors');
const collectionId = await createCollection(kit, vendor, { name: 'large' });

interface Loaded {
  documentId: string;
  texts: string[];
}
let next = 0;
async function load(size: number): Promise<Loaded> {
  const texts = Array.from({ length: size }, drawnPassage);
  const documentId = await loadDocument(kit, vendor, collectionId, texts);
  next += size;
  return { documentId, texts };
}

const withVectors = async (size: number): Promise<Loaded> => {
  const first = next;
  const loaded = await load(size);
  const vectors = loaded.texts.map((text, index) => ({
    ...{ collectionId, number: first + index, vector: drawnVector(text) },
  }));
  await store.put(vendor, 'drawn', vectors);
  return loaded;
};

/** Those that are deleted lie between the others, as they came in over time. */
const large: Loaded[] = [];
const small: Loaded[] = [];
const between = Math.ceil(PASSAGES / LARGE / Math.max(LARGE_ONES, SMALL_ONES));
while (next < PASSAGES) {
  for (let count = 0; count < between && next < PASSAGES; count += 1) await load(LARGE);
  if (large.length < LARGE_ONES) large.push(await withVectors(LARGE));
  if (small.length < SMALL_ONES) small.push(await withVectors(SMALL));
}
out(`${next} passages are there`);

async function measure(
  name: string,
  some: readonly Loaded[],
  work: (loaded: Loaded) => Promise<unknown>,
): Promise<void> {
  const times: number[] = [];
  const before = process.cpuUsage();
  for (const one of some) {
    const started = performance.now();
    await work(one);
    times.push(performance.now() - started);
  }
  const { user, system } = process.cpuUsage(before);
  const sorted = times.toSorted((first, second) => first - second);
  out(
    `${name}: median ${sorted[Math.floor(sorted.length / 2)]?.toFixed(0)} ms, slowest ${sorted.at(-1)?.toFixed(0)} ms, of processor time ${((user + system) / 1_000 / some.length).toFixed(0)} ms each (${some.length} times)`,
  );
}

const placeOf = (documentId: string) => ({
  ...{ organizationId: vendor, collectionId, documentId, title: '' },
});
const changed = ({ documentId, texts }: Loaded) => {
  const prepared = texts.map((text, index) =>
    prepareChunk('', { heading: [], page: null, text: index === 3 ? drawnPassage() : text }),
  );
  return kit.database.withTenant([vendor], (tx) => storeChunks(tx, placeOf(documentId), prepared));
};
const erased = ({ documentId }: Loaded) =>
  kit.database.withTenant([vendor], (tx) => eraseDocument(tx, placeOf(documentId)));

await measure(`one passage of ${SMALL} changes`, small.slice(0, SMALL_ONES / 2), changed);
await measure(`a document of ${SMALL} is deleted`, small, erased);
await measure(`one passage of ${LARGE} changes`, large.slice(0, LARGE_ONES / 2), changed);
await measure(`a document of ${LARGE} is deleted`, large, erased);
await kit.close();
