const LONGEST_QUOTE = 160;

/** Sentences of a text, in both scripts; a full stop between digits or letters ends none. */
export function sentencesOf(text: string): string[] {
  return text
    .split(/(?<=[。！？!?；;\n])\s*|(?<=[.])\s+/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence.length > 1);
}

/** A sentence as it is shown: long ones end with an ellipsis, so that they are still found in their source from the start. */
export function asQuote(sentence: string): string {
  const characters = [...sentence];
  return characters.length <= LONGEST_QUOTE
    ? sentence
    : `${characters.slice(0, LONGEST_QUOTE - 1).join('')}…`;
}

/** Chinese by its script: product names in Latin letters do not make a text English. */
export function isChinese(text: string): boolean {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const letters = text.match(/[A-Za-z]/g)?.length ?? 0;
  return han > 0 && han * 4 >= letters;
}

/** Length in words; two Chinese characters make about one word. */
export function wordsIn(text: string): number {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const others = text.match(/[A-Za-z0-9][\w'’.-]*/g)?.length ?? 0;
  return Math.round(han / 1.7) + others;
}
