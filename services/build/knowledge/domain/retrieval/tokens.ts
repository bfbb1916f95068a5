import { stemmer } from 'stemmer';
import { stopWords } from './stop-words.ts';

// A word of a text without spaces may touch Chinese: "调用Qwen模型" is three runs.
const RUNS = /\p{Script=Han}+|[[\p{L}\p{N}]--\p{Script=Han}]+(?:[.,]\d+)*/gv;
const PLAIN = /^[\0-\x7f]*$/;
const HAN = /^\p{Script=Han}/u;
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** One spelling for what readers take as the same: width, case and accents. */
export function fold(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Runs of one script in folded text: a Chinese run, or one word or number of another script. */
function runsOf(text: string): string[] {
  return fold(text).match(RUNS) ?? [];
}

const isHan = (run: string) => HAN.test(run);

/** Terms the index is made of: stems of words, overlapping pairs of Chinese characters. */
export function termsOf(text: string): string[] {
  const terms: string[] = [];
  for (const run of runsOf(text)) addTerms(run, terms);
  return terms;
}

function addTerms(run: string, terms: string[]): void {
  if (!isHan(run)) {
    if (!stopWords.has(run)) terms.push(stemOf(run));
  } else if (run.length === 1) terms.push(run);
  else for (let at = 0; at + 2 <= run.length; at += 1) terms.push(run.slice(at, at + 2));
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
  for (const run of runsOf(text)) addWords(run, words);
  return words;
}

function addWords(run: string, words: string[]): void {
  if (isHan(run)) {
    for (const { segment } of segmenter.segment(run)) if (!stopWords.has(segment)) words.push(segment);
  } else if (!stopWords.has(run)) words.push(run);
}

/** Pieces that survive a different spelling or ending: four letters of a word, one Chinese character. */
export function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  for (const run of runsOf(text)) addPieces(run, pieces);
  return pieces;
}

function addPieces(run: string, pieces: string[]): void {
  if (isHan(run)) {
    for (const character of run) if (!stopWords.has(character)) pieces.push(character);
  } else if (!stopWords.has(run)) {
    const word = `_${run}_`;
    if (word.length <= 4) pieces.push(word);
    for (let at = 0; at + 4 <= word.length; at += 1) pieces.push(word.slice(at, at + 4));
  }
}

/** The text as one sequence of units: words, and single Chinese characters. */
export function unitsOf(text: string): string[] {
  const units: string[] = [];
  for (const run of runsOf(text)) addUnits(run, units);
  return units;
}

function addUnits(run: string, units: string[]): void {
  if (isHan(run)) for (const character of run) units.push(character);
  else units.push(run);
}

/** A text taken apart in every way at once: folding and cutting it is the costly part. */
export interface TextParts {
  terms: string[];
  words: string[];
  pieces: string[];
  units: string[];
}

/** Adds the parts of a text to those of the texts before it, and returns its terms. */
export function addParts(text: string, parts: TextParts): string[] {
  const from = parts.terms.length;
  for (const run of runsOf(text)) {
    addTerms(run, parts.terms);
    addWords(run, parts.words);
    addPieces(run, parts.pieces);
    addUnits(run, parts.units);
  }
  return parts.terms.slice(from);
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
