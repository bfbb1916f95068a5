/** Words of a text that tell of a use: pairs of characters in Chinese, words without their plural in English. Each once. */
export function wordsOf(text: string): string[] {
  const words = new Set<string>();
  const lower = text.toLowerCase();
  for (const [run] of lower.matchAll(/[\u4e00-\u9fff]+/g))
    for (let at = 0; at + 1 < run.length; at += 1) words.add(run.slice(at, at + 2));
  for (const [word] of lower.matchAll(/[a-z]{3,}/g))
    words.add(`_${word.length > 3 && word.endsWith('s') ? word.slice(0, -1) : word}`);
  return [...words];
}
