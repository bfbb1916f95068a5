import type { TenantTransaction } from '@tokenholic/kit';
import { inArray } from 'drizzle-orm';
import { countTerms, termsBeginningWith } from '../adapters/lexical-index.ts';
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
  counted: { term: string; documents: number }[];
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
  const documentsOf = new Map<string, number>();
  const count = async (terms: readonly string[]) => {
    for (const { term, documents: some } of await countTerms(tx, scope.ids, terms))
      documentsOf.set(term, (documentsOf.get(term) ?? 0) + some);
  };
  await count([...new Set([...own.terms, ...abroad.terms])]);
  const respelt: Translation[] = [];
  for (const asked of own.terms.filter((term) => !documentsOf.has(term) && mayBeMisspelt(term))) {
    const known = await termsBeginningWith(tx, scope.ids, asked.slice(0, 1));
    for (const read of likelySpellings(asked, known)) respelt.push({ asked, read });
  }
  await count(respelt.map(({ read }) => read));
  const asked = { ...own, terms: [...new Set([...own.terms, ...respelt.map(({ read }) => read)])] };
  const language = languageOf(question);
  const isAbroad = ({ text }: Candidate) => translations.length > 0 && languageOf(text) !== language;
  return {
    counted: [...documentsOf].map(([term, some]) => ({ term, documents: some })),
    weightOf: (term) => inverseFrequency(documentsOf.get(term) ?? 0, scope.chunks),
    rarityOf: (term) => inverseFrequency(documentsOf.get(term) ?? 0, scope.chunks + RARITY_CHUNKS),
    readAs: [...translations, ...respelt],
    askedOf: (candidate) => (isAbroad(candidate) ? abroad : asked),
    lookedFor: (candidate) => (isAbroad(candidate) ? translatedTerms : asked.terms),
  };
}

/** What the glossary knows of a question, and the names and numbers that are the same in both languages. */
function inOtherLanguage(question: string, translations: readonly Translation[]): string {
  const same = languageOf(question) === 'zh' ? (question.match(/[\p{Script=Latin}\p{N}.-]{2,}/gu) ?? []) : [];
  const numbers =
    languageOf(question) === 'en' ? (question.match(/\S*\p{N}\S*|(?<=\s)\p{Lu}\S+/gu) ?? []) : [];
  return [...translations.map(({ read }) => read), ...same, ...numbers].join(' ');
}
