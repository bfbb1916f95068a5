import type { DroppedSentence } from '@tokenholic/contracts';
import { isChinese } from '../language.ts';
import { type Figure, figuresOf, isAtItsPlace, isSameFigure } from './figures.ts';
import { isInstruction } from './instructions.ts';
import { negationsOf, unsupportedKinds } from './polarity.ts';

export { isInstruction } from './instructions.ts';
export type Fault = DroppedSentence['reason'];

const fold = (text: string) => text.normalize('NFKC').toLowerCase();
const isHan = (text: string) => /\p{Script=Han}/u.test(text);

const PERIOD = /^\d+-(?:day|week|month|year|hour|minute|second|percent)/i;

/** Words of Latin letters; `3.5-flash` is one, `30-day` is none. */
const wordsOf = (text: string) =>
  (text.normalize('NFKC').match(/(?:\d[\d.]*-)?[A-Za-z][\w.+-]*/g) ?? [])
    .filter((word) => !PERIOD.test(word))
    .map((word) => word.replace(/[.+-]+$/, ''));

/** Names written in Latin letters with a capital, a digit or a hyphen inside: models, products, companies. */
function namesOf(text: string): string[] {
  const firsts = new Set(
    (text.match(/(?:^|[.!?。！？：:]\s*)([A-Za-z][\w.+-]*)/g) ?? []).map((word) =>
      word.replace(/^\W+/, '').replace(/[.+-]+$/, ''),
    ),
  );
  return wordsOf(text)
    .filter(
      (word) => /[A-Z]/.test(word.slice(1)) || /\d/.test(word) || (/^[A-Z]/.test(word) && !firsts.has(word)),
    )
    .filter((word) => word.length > 1)
    .map(fold);
}

const FUNCTION_WORDS = new Set(
  'a an the of in on at to for by with from as is are was were be been it its this that these those and or than then so can will would may has have had do does which who also more most such into their our your we you they he she not no never without'.split(
    ' ',
  ),
);

/** Words that carry meaning: stems for English, pairs of characters for Chinese. */
function contentOf(text: string): Set<string> {
  const content = new Set<string>();
  for (const run of fold(text).match(/\p{Script=Han}+|[a-z0-9][a-z0-9.-]*/gu) ?? []) {
    if (isHan(run)) for (let at = 0; at + 2 <= run.length; at += 1) content.add(run.slice(at, at + 2));
    else if (!FUNCTION_WORDS.has(run)) content.add(run.replace(/(?:ing|ed|es|s)$/, '').replace(/[.-]+$/, ''));
  }
  return content;
}

const SUPPORTED_FROM = 0.6;
/** When no single sentence of the source carries it, nearly all of its words must stand in the passage. */
const SUPPORTED_BY_ALL_FROM = 0.85;

/**
 * Whether a sentence says no more than the passages it cites. Null when it stands; else the first fault. Its figures with
 * their units stand together with its names in one sentence of a source, each beside the word it belongs to there; names
 * are whole names; most of its words stand there; it has no stronger word and no other "not" than its source.
 */
export function faultOf(sentence: string, passages: readonly string[]): Fault | null {
  if (passages.length === 0) return 'no_citation';
  if (isInstruction(sentence)) return 'instruction';
  const all = passages.join('\n');
  const figures = figuresOf(sentence);
  const known = figuresOf(all);
  if (figures.some((figure) => !known.some((other) => isSameFigure(figure, other)))) return 'number';
  const names = namesOf(sentence);
  const hasName = nameCheck(all);
  if (names.some((name) => !hasName(name))) return 'name';
  const { sentences, pairs } = sourcesOf(passages);
  if (sentences.some((source) => standsIn(sentence, source))) return null;
  const fits = (source: string) => carries(source, figures, names);
  const single = sentences.filter(fits);
  // What two sentences say together may be about two things: only without a name or without a figure it cannot be mixed up.
  const mixes = figures.length > 0 && names.length > 0;
  const sources = single.length > 0 || mixes ? single : pairs.filter(fits);
  if (sources.length === 0) return figures.length > 0 ? 'number' : 'name';
  const sameLanguage = isChinese(sentence) === isChinese(all) || (isChinese(sentence) && isHan(all));
  // Across languages words cannot be compared: figures or names must carry the sentence.
  if (!sameLanguage) {
    if (figures.length + names.length === 0) return 'words';
    return sources.some((source) => isAsStrong(sentence, source)) ? null : 'negation';
  }
  const own = contentOf(sentence);
  const byShare = sources
    .map((source) => ({ source, share: shareOf(own, contentOf(source)) }))
    .sort((first, second) => second.share - first.share);
  const [nearest] = byShare;
  if (nearest === undefined) return 'words';
  if (nearest.share < SUPPORTED_FROM && shareOf(own, contentOf(all)) < SUPPORTED_BY_ALL_FROM) return 'words';
  return isAsStrong(sentence, nearest.source) ? null : 'negation';
}

/** Word for word, and not cut out of a word: `支持退款` does not stand in `不支持退款`. */
function standsIn(sentence: string, source: string): boolean {
  const [words, whole] = [fold(sentence), fold(source)];
  const at = whole.indexOf(words);
  return at >= 0 && !/[\p{L}\p{N}]$/u.test(whole.slice(0, at));
}

function shareOf(own: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let found = 0;
  for (const entry of own) if (other.has(entry)) found += 1;
  return own.size === 0 ? 0 : found / own.size;
}

/** Sentences of the passages, and each two that follow each other: what one begins the next may end. */
function sourcesOf(passages: readonly string[]): { sentences: string[]; pairs: string[] } {
  const byPassage = passages.map((passage) =>
    passage
      .split(/(?<=[。！？；])|(?<=[.!?])\s+|\n/)
      .map((sentence) => sentence.trim())
      .filter((sentence) => sentence !== ''),
  );
  return {
    sentences: [...byPassage.flat(), ...passages.flatMap((passage) => passage.split('\n'))],
    pairs: byPassage.flatMap((all) => all.slice(1).map((sentence, at) => `${all[at]}\n${sentence}`)),
  };
}

function nameCheck(text: string): (name: string) => boolean {
  const words = new Set(wordsOf(text).map(fold));
  const plain = (word: string) => word.replace(/s$/, '');
  const stems = new Set([...words].map(plain));
  // In Chinese text a name may touch its neighbours: the whole run of Latin letters is still a word of its own.
  return (name) => words.has(name) || stems.has(plain(name));
}

/** All names and figures of the claim stand in this source, the figures at their places. */
function carries(source: string, figures: readonly Figure[], names: readonly string[]): boolean {
  const there = figuresOf(source);
  return names.every(nameCheck(source)) && figures.every((figure) => isAtItsPlace(figure, there));
}

const isAsStrong = (sentence: string, source: string) =>
  negationsOf(sentence) % 2 === negationsOf(source) % 2 &&
  negationsOf(sentence) > 0 === negationsOf(source) > 0 &&
  unsupportedKinds(sentence, source).length === 0;
