import type { TenantTransaction } from '@tokenholic/kit';
import { inArray } from 'drizzle-orm';
import { readTerms } from '../adapters/lexical-index.ts';
import { wordsLike } from '../adapters/vocabulary.ts';
import type { PostingBlock } from '../domain/retrieval/gather.ts';
import type { Translation } from '../domain/retrieval/glossary.ts';
import { type Asked, type Candidate, inverseFrequency, readQuestion } from '../domain/retrieval/signals.ts';
import { likelySpellings, mayBeMisspelt } from '../domain/retrieval/spelling.ts';
import { languageOf } from '../domain/retrieval/tokens.ts';
import { collections } from '../tables.ts';

const RARITY_CHUNKS = 1_000;

/** What is searched in, and how large it is. */
export interface Scope {
  ids: string[];
  sizes: ReadonlyMap<string, number>;
  chunks: number;
  averageLength: number;
}

export async function readScope(tx: TenantTransaction, collectionIds: readonly string[]): Promise<Scope> {
  const rows = await tx.db
    .select()
    .from(collections)
    .where(collectionIds.length === 0 ? undefined : inArray(collections.id, [...collectionIds]));
  const total = rows.reduce((sum, { chunkCount }) => sum + chunkCount, 0);
  const terms = rows.reduce((sum, { termCount }) => sum + termCount, 0);
  return {
    ids: rows.map(({ id }) => id),
    sizes: new Map(rows.map(({ id, nextChunk }) => [id, nextChunk])),
    chunks: total,
    averageLength: Math.max(1, terms / Math.max(1, total)),
  };
}

export interface Wording {
  /** Passages that have the rarer of the asked terms. */
  postings: PostingBlock[];
  weightOf: (term: string) => number;
  /** The same as if the collections were large: in a small one every word is rare, and one that is missing weighs too much. */
  rarityOf: (term: string) => number;
  readAs: Translation[];
  /** The question as it is put to a passage: in the passage's own language where the glossary knows the words. */
  askedOf: (candidate: Candidate) => Asked;
  /** Terms a passage must have to speak of what was asked. */
  lookedFor: (candidate: Candidate) => readonly string[];
}

export async function readWording(
  tx: TenantTransaction,
  scope: Scope,
  question: string,
  translations: readonly Translation[],
): Promise<Wording> {
  const own = readQuestion(question);
  const translated = inOtherLanguage(question, translations);
  const abroad = readQuestion(`${translated} ${question}`);
  const translatedTerms = readQuestion(translated).terms;
  const first = [...new Set([...own.terms, ...abroad.terms])];
  const found = await readTerms(tx, scope.ids, first);
  const known = new Set(found.map(({ term }) => term));
  const respelt: Translation[] = [];
  for (const asked of own.terms.filter((term) => !known.has(term) && mayBeMisspelt(term)))
    for (const read of likelySpellings(asked, await wordsLike(tx, scope.ids, asked)))
      respelt.push({ asked, read });
  const spellings = respelt.map(({ read }) => read);
  const indexed =
    respelt.length === 0 ? found : await readTerms(tx, scope.ids, [...new Set([...first, ...spellings])]);
  const documentsOf = new Map<string, number>();
  for (const { term, documents } of indexed) documentsOf.set(term, (documentsOf.get(term) ?? 0) + documents);
  const asked = { ...own, terms: [...new Set([...own.terms, ...spellings])] };
  const language = languageOf(question);
  const isAbroad = ({ text }: Candidate) => translations.length > 0 && languageOf(text) !== language;
  return {
    postings: indexed.flatMap(({ postings }) => postings),
    weightOf: once((term) => inverseFrequency(documentsOf.get(term) ?? 0, scope.chunks)),
    rarityOf: once((term) => inverseFrequency(documentsOf.get(term) ?? 0, scope.chunks + RARITY_CHUNKS)),
    readAs: [...translations, ...respelt],
    askedOf: (candidate) => (isAbroad(candidate) ? abroad : asked),
    lookedFor: (candidate) => (isAbroad(candidate) ? translatedTerms : asked.terms),
  };
}

/** A figure that is asked for thousands of times, computed once a term. */
function once(figureOf: (term: string) => number): (term: string) => number {
  const known = new Map<string, number>();
  return (term) => {
    const figure = known.get(term) ?? figureOf(term);
    known.set(term, figure);
    return figure;
  };
}

/** What the glossary knows of a question, and the names and numbers that are the same in both languages. */
function inOtherLanguage(question: string, translations: readonly Translation[]): string {
  const same = languageOf(question) === 'zh' ? (question.match(/[\p{Script=Latin}\p{N}.-]{2,}/gu) ?? []) : [];
  const numbers =
    languageOf(question) === 'en' ? (question.match(/\S*\p{N}\S*|(?<=\s)\p{Lu}\S+/gu) ?? []) : [];
  return [...translations.map(({ read }) => read), ...same, ...numbers].join(' ');
}
