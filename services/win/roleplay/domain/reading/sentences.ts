import { carriersOf, plainOf } from './likeness.ts';
import { isSmallWord, latinWords } from './words.ts';

const SENTENCE = /[^。！？!?；;\n.]+(?:\.(?!\s|$)[^。！？!?；;\n.]*)*[。！？!?；;.]*/g;
const HAN = /\p{Script=Han}/gu;
/** Small words of Chinese: a sentence has them, a list of keywords has none. */
const SMALL_ZH =
  /[的了是我你您他她它们在不也都就和跟与有会要能可把被给让对从到里上下这那个些么吗呢吧呀先再才还又或但因为所以如果那怎什哪谁多几想说看用过着等以之前后按将已请每只很更最比太]/gu;
export interface Sentence {
  text: string;
  asks: boolean;
  /** Reads like something a person says, not like a list of keywords. */
  genuine: boolean;
  /** Its words without spaces, signs and case, to be compared. */
  plain: string;
  /** Words that carry it. */
  carriers: ReadonlySet<string>;
}

/** The sentences of a line, each with whether it is one at all. */
export function sentencesOf(text: string): Sentence[] {
  return (text.match(SENTENCE) ?? [])
    .map((sentence) => sentence.trim())
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence))
    .map((sentence) => ({
      ...{ text: sentence, asks: isQuestion(sentence), genuine: isGenuine(sentence) },
      ...{ plain: plainOf(sentence), carriers: carriersOf(sentence) },
    }));
}

const isQuestion = (sentence: string) =>
  /[?？]$/.test(sentence) || /(?:吗|呢|么|行不行|可不可以|好不好|是不是)[。\s]*$/.test(sentence);

/** Words of a text; a Chinese character counts as one, as in the usual word counts. */
export function countWords(text: string): number {
  return text.match(/[\p{Script=Han}]|[\p{L}\p{N}'’%-]+/gu)?.length ?? 0;
}

export const hanCount = (text: string) => text.match(HAN)?.length ?? 0;

/** A sentence has small words between its big ones, does not repeat itself and is no row of fragments. */
function isGenuine(sentence: string): boolean {
  if (isRow(sentence)) return false;
  const han = hanCount(sentence);
  const words = latinWords(sentence);
  if (han >= words.length) {
    if (han < 3) return false;
    const small = sentence.match(SMALL_ZH)?.length ?? 0;
    const different = new Set(sentence.match(HAN) ?? []).size;
    return small / han >= 0.13 && different / han >= (han > 40 ? 0.4 : 0.5);
  }
  if (words.length < 3) return false;
  const small = words.filter(isSmallWord).length / words.length;
  return small >= 0.26 && small <= 0.92 && new Set(words).size / words.length >= 0.5;
}

/** Four or more fragments of a word or two each. */
function isRow(sentence: string): boolean {
  const fragments = sentence
    .split(/[，,、/|·•\-–—:：\t]+|\s{2,}/)
    .filter((part) => /[\p{L}\p{N}]/u.test(part));
  if (fragments.length < 4) return false;
  const short = fragments.filter((part) => hanCount(part) + 2 * latinWords(part).length <= 5);
  return short.length / fragments.length > 0.6;
}
