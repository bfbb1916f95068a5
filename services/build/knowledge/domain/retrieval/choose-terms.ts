export interface CountedTerm {
  term: string;
  documents: number;
}

/** So many passages are looked at for one question; a collection of any size answers in the same time. */
const MOST_POSTINGS = 60_000;
/** But the rarest terms are always read. */
const FEWEST_TERMS = 2;

/** Which terms to read from the index: the rarest first, as long as there is room. The rest is weighed on the texts that were found. */
export function chooseTerms(counted: readonly CountedTerm[]): string[] {
  const chosen: string[] = [];
  let postings = 0;
  for (const { term, documents } of [...counted].sort(
    (first, second) => first.documents - second.documents,
  )) {
    if (chosen.length >= FEWEST_TERMS && postings + documents > MOST_POSTINGS) break;
    postings += documents;
    chosen.push(term);
  }
  return chosen;
}
