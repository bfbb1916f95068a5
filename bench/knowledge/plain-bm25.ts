// The yardstick: BM25 (k1 1.2, b 0.75) over lower-case words; Chinese by pairs of characters. Nothing else.

const tokens = (text: string): string[] =>
  (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/\p{Script=Han}+|[a-z0-9]+/gu) ?? []
  ).flatMap((run) =>
    /\p{Script=Han}/u.test(run) && run.length > 1
      ? Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2))
      : [run],
  );

/** Ranks all texts for a question, best first. */
export function plainBm25(texts: readonly string[]): (question: string) => number[] {
  const documents = texts.map((text) => {
    const own = tokens(text);
    const counts = new Map<string, number>();
    for (const token of own) counts.set(token, (counts.get(token) ?? 0) + 1);
    return { counts, length: own.length };
  });
  const frequency = new Map<string, number>();
  for (const { counts } of documents)
    for (const token of counts.keys()) frequency.set(token, (frequency.get(token) ?? 0) + 1);
  const average = documents.reduce((sum, { length }) => sum + length, 0) / documents.length;
  return (question) => {
    const asked = [...new Set(tokens(question))];
    const scores = documents.map(({ counts, length }) =>
      asked.reduce((sum, token) => {
        const count = counts.get(token) ?? 0;
        const some = frequency.get(token) ?? 0;
        const weight = Math.log(1 + (documents.length - some + 0.5) / (some + 0.5));
        return sum + (weight * count * 2.2) / (count + 1.2 * (0.25 + (0.75 * length) / average));
      }, 0),
    );
    return scores
      .map((score, index) => ({ score, index }))
      .sort((first, second) => second.score - first.score)
      .map(({ index }) => index);
  };
}
