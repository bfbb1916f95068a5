import { isSmallWord, latinWords } from './words.ts';

const SMALL_HAN = /[的了是我你您他们在不也都就和有会要能可把这那个么吗呢吧一]/u;

/** Words that carry a text: English stems, and pairs of Chinese characters. */
export function carriersOf(text: string): Set<string> {
  const carriers = new Set<string>();
  for (const word of latinWords(text)) {
    if (word.length >= 3 && !isSmallWord(word) && !/^\d+$/.test(word)) carriers.add(stem(word));
  }
  for (const run of text.match(/[\p{Script=Han}]+/gu) ?? []) {
    const signs = [...run];
    for (let index = 0; index + 1 < signs.length; index += 1) {
      const pair = signs.slice(index, index + 2);
      if (!pair.some((sign) => SMALL_HAN.test(sign))) carriers.add(pair.join(''));
    }
  }
  return carriers;
}

const stem = (word: string) =>
  word
    .replace(/'s$/, '')
    .replace(/(?:ing|ed|es|s)$/, '')
    .slice(0, 7);

/** Carrying words two texts share. */
export function sharedCarriers(one: ReadonlySet<string>, other: ReadonlySet<string>): string[] {
  return [...one].filter((carrier) => other.has(carrier));
}

export const plainOf = (text: string) => text.toLowerCase().replace(/[\s\p{P}]/gu, '');

interface Comparable {
  plain: string;
  carriers: ReadonlySet<string>;
}
/** From so many carrying words on, two texts can be the same without being equal. */
const ENOUGH = 4;
const SAME_FROM = 0.6;

/** Whether a text says what an earlier one said: nearly all its carrying words, and not much else. */
export function isSameAs(one: Comparable, other: Comparable): boolean {
  if (one.plain === other.plain) return true;
  const [a, b] = [one.carriers.size, other.carriers.size];
  const smaller = Math.min(a, b);
  if (smaller < ENOUGH || smaller / Math.max(a, b) < SAME_FROM) return false;
  const both = sharedCarriers(one.carriers, other.carriers).length;
  return both / (a + b - both) >= SAME_FROM;
}
