import type { KnowledgeAnswer, KnowledgeHit } from '@tokenholic/contracts';
import type { Kit, TenantTransaction } from '@tokenholic/kit';
import { inArray, sql } from 'drizzle-orm';
import { countTerms, readPostings, termsBeginningWith } from '../adapters/lexical-index.ts';
import type { Readable } from '../domain/base.ts';
import { searchText } from '../domain/index/prepare.ts';
import { chooseTerms } from '../domain/retrieval/choose-terms.ts';
import { gather } from '../domain/retrieval/gather.ts';
import type { Translation } from '../domain/retrieval/glossary.ts';
import { marksOf } from '../domain/retrieval/marks.ts';
import { rank } from '../domain/retrieval/rank.ts';
import {
  type Asked,
  type Candidate,
  coveredShare,
  inverseFrequency,
  readCandidate,
  readQuestion,
} from '../domain/retrieval/signals.ts';
import { likelySpellings, mayBeMisspelt } from '../domain/retrieval/spelling.ts';
import { languageOf } from '../domain/retrieval/tokens.ts';
import { chunks, collections, documents } from '../tables.ts';

export interface Search {
  question: string;
  /** Empty: all that may be read. */
  collectionIds: readonly string[];
  limit: number;
}

export type Translate = (question: string) => Translation[];

/** Passages the index hands over to be weighed closely. */
const CANDIDATES = 40;
/** Below this share of what was asked, nothing here speaks of it. */
const KNOWN_FROM = 0.35;
const RARITY_CHUNKS = 1_000;

/** Finds the passages that answer a question, with the sentences that do. */
export async function search(
  kit: Kit,
  readable: Readable,
  translate: Translate,
  { question, collectionIds, limit }: Search,
): Promise<KnowledgeAnswer> {
  const started = performance.now();
  const found = await kit.database.withTenant(readable, async (tx) => {
    const scope = await readScope(tx, collectionIds);
    const wording = await readWording(tx, scope, question, translate(question));
    const gathered = gather(
      await readPostings(tx, scope.ids, chooseTerms(wording.counted)),
      scope.sizes,
      wording.weightOf,
      scope.averageLength,
      CANDIDATES,
    );
    return { scope, wording, passages: await readPassages(tx, gathered) };
  });
  const { scope, wording, passages } = found;
  const index = { weightOf: wording.weightOf, averageLength: scope.averageLength };
  const items = passages.map((item) => ({
    item,
    candidate: readCandidate(searchText(item.title, item.heading, item.text)),
  }));
  const ranked = rank(wording.askedOf, items, index).slice(0, limit);
  const hits = ranked.map(({ item, score, candidate: whole }): KnowledgeHit => {
    const candidate = readCandidate(item.text);
    const terms = wording.lookedFor(whole);
    const covered = coveredShare(terms, (term) => whole.counts.has(term), wording.rarityOf);
    return { ...item, score, covered, marks: marksOf(wording.askedOf(candidate), candidate, index) };
  });
  const known = hits.some(({ covered }) => covered >= KNOWN_FROM);
  return { question, hits, known, readAs: wording.readAs, milliseconds: performance.now() - started };
}

interface Scope {
  ids: string[];
  sizes: ReadonlyMap<string, number>;
  chunks: number;
  averageLength: number;
}

async function readScope(tx: TenantTransaction, collectionIds: readonly string[]): Promise<Scope> {
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

interface Wording {
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

async function readWording(
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

type Passage = Omit<KnowledgeHit, 'marks' | 'score' | 'covered'>;

async function readPassages(
  tx: TenantTransaction,
  gathered: readonly { collectionId: string; number: number }[],
): Promise<Passage[]> {
  if (gathered.length === 0) return [];
  const ids = sql.param(gathered.map(({ collectionId }) => collectionId));
  const numbers = sql.param(gathered.map(({ number }) => number));
  const rows = await tx.db
    .select({ chunk: chunks, document: documents, readOnly: collections.readOnly })
    .from(chunks)
    .innerJoin(documents, sql`${documents.id} = ${chunks.documentId}`)
    .innerJoin(collections, sql`${collections.id} = ${chunks.collectionId}`)
    .where(
      sql`(${chunks.collectionId}, ${chunks.number}) in (select * from unnest(${ids}::uuid[], ${numbers}::int[]))`,
    );
  const placeOf = new Map(
    gathered.map(({ collectionId, number }, place) => [`${collectionId}:${number}`, place]),
  );
  const place = ({ passageId }: Passage) => placeOf.get(passageId) ?? gathered.length;
  const passages = rows.map(({ chunk, document, readOnly }) => ({
    passageId: `${chunk.collectionId}:${chunk.number}`,
    ...{ collectionId: chunk.collectionId, documentId: document.id, title: document.title, readOnly },
    ...{ origin: document.origin, asOf: document.asOf },
    ...{ heading: chunk.heading, page: chunk.page, text: chunk.text },
  }));
  return passages.sort((first, second) => place(first) - place(second));
}
