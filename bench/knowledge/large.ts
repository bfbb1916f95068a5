import { createTestKit } from '@tokenholic/kit/testing';
import { createCollection, knowledgeMigrations, searchKnowledge } from '@tokenholic/knowledge';
import { loadDocument } from './load.ts';
import { plainBm25 } from './plain-bm25.ts';

// Speed over a large collection: how many passages are indexed in a second, and how long a question takes; beside it plain BM25
// over the same texts held in memory. Passages are made of words drawn by Zipf's law, so that common words are as common as in prose.

const out = (text: string) => process.stdout.write(`${text}\n`);
const vendor = '01970000-0000-7000-8000-00000000000a';
const PASSAGES = Number(process.env.PASSAGES ?? 100_000);
const DOCUMENT = 500;
const QUESTIONS = 60;
const kit = await createTestKit([knowledgeMigrations]);

let seed = 20_261_121;
const random = () => {
  seed = (seed * 1_664_525 + 1_013_904_223) % 4_294_967_296;
  return seed / 4_294_967_296;
};
const syllables = 'ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu'.split(' ');
const word = (rank: number) => {
  let text = '';
  for (let rest = rank + 21; rest > 0; rest = Math.floor(rest / 20)) text += syllables[rest % 20] ?? '';
  return text;
};
/** A word by Zipf's law over about sixty thousand. */
const drawn = () => word(Math.floor(Math.exp(random() * Math.log(60_000))));
const sentence = (words: number) => `${Array.from({ length: words }, drawn).join(' ')}.`;
const passage = () => Array.from({ length: 6 }, () => sentence(14)).join(' ');

const collectionId = await createCollection(kit, vendor, { name: 'large' });
const kept: string[] = [];
for (let at = 0; at < PASSAGES; at += 1) kept.push(passage());
const started = performance.now();
const cpuStarted = process.cpuUsage();
for (let at = 0; at < PASSAGES; at += DOCUMENT)
  await loadDocument(kit, vendor, collectionId, kept.slice(at, at + DOCUMENT));
const seconds = (performance.now() - started) / 1_000;
const { user, system } = process.cpuUsage(cpuStarted);
const cpuSeconds = (user + system) / 1_000_000;
out(
  `indexing: ${PASSAGES} passages, ${Math.round(PASSAGES / seconds)} a second, ${Math.round(PASSAGES / cpuSeconds)} a second of processor time`,
);

const percentile = (times: readonly number[], share: number) =>
  times.toSorted((first, second) => first - second)[Math.floor(times.length * share)] ?? 0;
const questions = Array.from({ length: QUESTIONS }, () => {
  const words = (kept[Math.floor(random() * kept.length)] ?? '').split(/[ .]+/);
  return `what is ${words.slice(8, 14).join(' ')} of ${drawn()}?`;
});
const times: number[] = [];
const processorTimes: number[] = [];
for (const question of questions) {
  const before = performance.now();
  const processorBefore = process.cpuUsage();
  await searchKnowledge(kit, [vendor], { question, collectionIds: [collectionId], limit: 8 }, null);
  times.push(performance.now() - before);
  const { user, system } = process.cpuUsage(processorBefore);
  processorTimes.push((user + system) / 1_000);
}
const plain = plainBm25(kept);
const plainTimes = questions.slice(0, 5).map((question) => {
  const before = performance.now();
  plain(question);
  return performance.now() - before;
});
const p95 = percentile(times, 0.95);
const base = percentile(plainTimes, 0.5);
out(
  `questions: median ${percentile(times, 0.5).toFixed(1)} ms, p95 ${p95.toFixed(1)} ms (of processor time ${percentile(processorTimes, 0.95).toFixed(1)} ms); plain BM25 in memory ${base.toFixed(1)} ms, ratio ${(p95 / base).toFixed(2)}`,
);
await kit.close();
