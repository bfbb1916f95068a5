// What a text is put together from, for the two questions that are asked of it. Each part once.

/** Runs of one to three characters: words in Chinese have no spaces between them. */
function* chineseParts(text: string): Generator<string> {
  for (const [run] of text.matchAll(/[\u4e00-\u9fff]+/g))
    for (let at = 0; at < run.length; at += 1)
      for (let end = at + 1; end <= Math.min(at + 3, run.length); end += 1) yield run.slice(at, end);
}

/** What tells of a use: English words of three letters and more, without their plural. */
export function topicParts(text: string): string[] {
  const lower = text.toLowerCase();
  const words = [...lower.matchAll(/[a-z]{3,}/g)].map(
    ([word]) => `_${word.length > 3 && word.endsWith('s') ? word.slice(0, -1) : word}`,
  );
  return [...new Set([...chineseParts(lower), ...words])];
}

/**
 * What tells whether something is so, will be or was: English words as they stand, the shortest too, and pairs of them in
 * their order.
 */
export function tenseParts(text: string): string[] {
  const lower = text.toLowerCase();
  const words = [...lower.matchAll(/[a-z]+/g)].map(([word]) => `_${word}`);
  const pairs = words.slice(1).map((word, at) => `${words[at]}${word}`);
  return [...new Set([...chineseParts(lower), ...words, ...pairs])];
}
