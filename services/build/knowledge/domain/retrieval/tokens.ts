import { stemmer } from 'stemmer';
import { stopWords } from './stop-words.ts';

const RUNS = /\p{Script=Han}+|[\p{L}\p{N}]+(?:[.,]\d+)*/gu;
const HAN = /^\p{Script=Han}/u;
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** One spelling for what readers take as the same: width, case and accents. */
export function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Runs of one script in folded text: a Chinese run, or one word or number of another script. */
function runsOf(text: string): string[] {
  // A word of a text without spaces may touch Chinese: "调用Qwen模型" is three runs.
  return (fold(text).match(RUNS) ?? []).flatMap(
    (run) => run.match(/\p{Script=Han}+|[^\p{Script=Han}]+/gu) ?? [],
  );
}

const isHan = (run: string) => HAN.test(run);

/** Terms the index is made of: stems of words, overlapping pairs of Chinese characters. */
export function termsOf(text: string): string[] {
  const terms: string[] = [];
  for (const run of runsOf(text)) {
    if (!isHan(run)) {
      if (!stopWords.has(run)) terms.push(stemOf(run));
    } else if (run.length === 1) terms.push(run);
    else for (let at = 0; at + 2 <= run.length; at += 1) terms.push(run.slice(at, at + 2));
  }
  return terms;
}

const stems = new Map<string, string>();
const MOST_STEMS = 50_000;

function stemOf(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  const stem = /^[a-z]+$/.test(word) ? stemmer(word) : word;
  if (stems.size >= MOST_STEMS) stems.clear();
  stems.set(word, stem);
  return stem;
}

/** Words as a reader separates them, in their own form; Chinese is segmented by dictionary. */
export function wordsOf(text: string): string[] {
  const words: string[] = [];
  for (const run of runsOf(text)) {
    if (!isHan(run)) words.push(run);
    else for (const { segment } of segmenter.segment(run)) words.push(segment);
  }
  return words.filter((word) => !stopWords.has(word));
}

/** Pieces that survive a different spelling or ending: four letters of a word, one Chinese character. */
export function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  for (const run of runsOf(text)) {
    if (isHan(run)) pieces.push(...[...run].filter((character) => !stopWords.has(character)));
    else if (!stopWords.has(run)) {
      const word = `_${run}_`;
      if (word.length <= 4) pieces.push(word);
      for (let at = 0; at + 4 <= word.length; at += 1) pieces.push(word.slice(at, at + 4));
    }
  }
  return pieces;
}

/** The text as one sequence of units: words, and single Chinese characters. */
export function unitsOf(text: string): string[] {
  return runsOf(text).flatMap((run) => (isHan(run) ? [...run] : [run]));
}

/** How often each entry occurs. */
export function countsOf(entries: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const entry of entries) counts.set(entry, (counts.get(entry) ?? 0) + 1);
  return counts;
}

/** Chinese when at least a third of its letters are. */
export function languageOf(text: string): 'zh' | 'en' {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  return han * 3 >= letters && han > 0 ? 'zh' : 'en';
}
