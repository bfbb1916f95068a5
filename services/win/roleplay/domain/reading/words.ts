const SMALL_EN = new Set(
  'a an the i we you he she it they me us them my our your their its this that these those is are was were be been am do does did have has had will would can could shall should may might must not no and or but if so because than then as at by for from in into of on onto to with without about after before over under out up down off what how why which who when where there here one each any some all both more most very just only also too let’s let us i’d we’d i’ll we’ll you’d don’t won’t it’s that’s what’s'
    .split(' ')
    .map((word) => word.replace(/’/g, "'")),
);

/** Small words of English: a sentence has them, a list of keywords has none. */
export const isSmallWord = (word: string) => SMALL_EN.has(word);
/** Words in Latin letters, in lower case. */
export const latinWords = (text: string): string[] =>
  text
    .toLowerCase()
    .replace(/’/g, "'")
    .match(/[\p{Script=Latin}\p{N}']+/gu) ?? [];
