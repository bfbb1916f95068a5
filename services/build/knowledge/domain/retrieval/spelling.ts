/** Damerau's distance (swaps count once), cut off above two: enough for slips of the pen and British or American endings. */
export function editDistance(first: string, second: string): number {
  if (Math.abs(first.length - second.length) > MOST_SLIPS) return Number.POSITIVE_INFINITY;
  const width = second.length + 1;
  let earlier = new Array<number>(width).fill(0);
  let before = Array.from({ length: width }, (_, at) => at);
  for (let row = 1; row <= first.length; row += 1) {
    const now = [row];
    for (let column = 1; column < width; column += 1) {
      const same = first[row - 1] === second[column - 1];
      let best = Math.min(
        (before[column] ?? 0) + 1,
        (now[column - 1] ?? 0) + 1,
        (before[column - 1] ?? 0) + (same ? 0 : 1),
      );
      const swapped =
        row > 1 &&
        column > 1 &&
        first[row - 1] === second[column - 2] &&
        first[row - 2] === second[column - 1];
      if (swapped) best = Math.min(best, (earlier[column - 2] ?? 0) + 1);
      now.push(best);
    }
    [earlier, before] = [before, now];
  }
  return before[width - 1] ?? 0;
}

const SHORTEST = 5;
const MOST = 2;
/** Letters that may be wrong, missing or too many. */
export const MOST_SLIPS = 2;
const SPELT = /^[a-z]{4,}$/;

/** Whether a term of the index is a word that others may be misspellings of. */
export const isSpelt = (term: string) => SPELT.test(term);

/** Whether another spelling may be looked for: a word of letters that is long enough to be told from its neighbours. */
export function mayBeMisspelt(term: string): boolean {
  return term.length >= SHORTEST && /^[a-z]+$/.test(term);
}

/** Terms of the index that an unknown term may stand for: those at the least distance, two at most. */
export function likelySpellings(term: string, known: Iterable<string>): string[] {
  const allowed = term.length >= 6 ? MOST_SLIPS : 1;
  let least = allowed;
  let found: string[] = [];
  for (const candidate of known) {
    if (candidate.length < 4 || candidate[0] !== term[0]) continue;
    const distance = editDistance(term, candidate);
    if (distance > least) continue;
    if (distance < least) [least, found] = [distance, []];
    found.push(candidate);
  }
  return found.sort().slice(0, MOST);
}
