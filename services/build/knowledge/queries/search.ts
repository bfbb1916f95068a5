import type { KnowledgeAnswer, KnowledgeHit } from '@tokenholic/contracts';
import type { Kit } from '@tokenholic/kit';
import type { Nearness, Semantics } from '../adapters/semantics.ts';
import type { Readable } from '../domain/base.ts';
import { searchText } from '../domain/index/prepare.ts';
import { fuseMeaning } from '../domain/retrieval/fuse-meaning.ts';
import { gather } from '../domain/retrieval/gather.ts';
import type { Translation } from '../domain/retrieval/glossary.ts';
import { speaksOf } from '../domain/retrieval/known.ts';
import { marksOf } from '../domain/retrieval/marks.ts';
import { rank } from '../domain/retrieval/rank.ts';
import { type Candidate, coveredShare, readCandidate } from '../domain/retrieval/signals.ts';
import { languageOf } from '../domain/retrieval/tokens.ts';
import { markByMeaning } from './mark-by-meaning.ts';
import { type Passage, placeName, readPassages } from './passages.ts';
import { readScope, readWording, type Scope, type Wording } from './wording.ts';

export interface Search {
  question: string;
  /** Empty: all that may be read. */
  collectionIds: readonly string[];
  limit: number;
  /** `words` leaves vectors aside, also where there are some. */
  by?: 'words' | 'all';
}

export type Translate = (question: string) => Translation[];

/** Passages the index hands over to be weighed closely, and those that vectors do. */
const CANDIDATES = 40;
const NEAREST = 40;
/** A reranker reads so many. */
const RERANKED = 20;

/** Finds the passages that answer a question, by words and by meaning, with the sentences that do. */
export async function search(
  kit: Kit,
  readable: Readable,
  translate: Translate,
  { question, collectionIds, limit, by = 'all' }: Search,
  semantics: Semantics | null = null,
): Promise<KnowledgeAnswer> {
  const started = performance.now();
  const among = { organizationIds: readable, collectionIds, limit: NEAREST };
  const meant = by === 'words' || semantics === null ? null : await semantics.near(question, among);
  const near = meant === 'budget_spent' ? null : meant;
  const found = await kit.database.withTenant(readable, async (tx) => {
    const scope = await readScope(tx, collectionIds);
    const wording = await readWording(tx, scope, question, translate(question));
    const { postings, weightOf } = wording;
    const gathered = gather(postings, scope.sizes, weightOf, scope.averageLength, CANDIDATES);
    const byWords = new Set(gathered.map(placeName));
    const only = (near?.passages ?? []).filter((place) => !byWords.has(placeName(place)));
    return { scope, wording, byWords, passages: await readPassages(tx, [...gathered, ...only]) };
  });
  const ordered = await order(semantics, question, found, near);
  const hits = ordered
    .slice(0, limit)
    .map((weighed) => present(question, weighed, found, near?.embedder.id ?? null));
  if (near !== null && semantics !== null) await markByMeaning(semantics, near, question, hits);
  return {
    ...{ question, hits, known: hits.some(({ speaks }) => speaks), readAs: found.wording.readAs },
    by: near === null ? 'words' : 'all',
    meaningLeftOut: meant === 'budget_spent' ? meant : null,
    milliseconds: performance.now() - started,
  };
}

interface Found {
  scope: Scope;
  wording: Wording;
  byWords: ReadonlySet<string>;
  passages: Passage[];
}

interface Weighed {
  item: Passage;
  /** Null while nobody has asked: only those found by words are weighed by them. */
  candidate: Candidate | null;
  score: number;
  found: KnowledgeHit['found'];
}

/** Words give one order, meaning another; the two are joined, and a reranker, where there is one, has the last word. */
async function order(
  semantics: Semantics | null,
  question: string,
  { scope, wording, byWords, passages }: Found,
  near: Nearness | null,
): Promise<Weighed[]> {
  const index = { weightOf: wording.weightOf, averageLength: scope.averageLength };
  const isByWords = ({ passageId }: Passage) => byWords.has(passageId);
  const items = passages.filter(isByWords).map((item) => ({ item, candidate: readWhole(item) }));
  const ranked = rank(wording.askedOf, items, index);
  if (near === null)
    return ranked.map((one, at) => ({ ...one, found: { words: at + 1, meaning: null, reranked: false } }));
  const places = new Map(
    near.passages.map((place, at) => [placeName(place), { place: at + 1, similarity: place.similarity }]),
  );
  const foundOf = (item: Passage, words: number | null) => ({
    ...{ words, meaning: places.get(item.passageId) ?? null, reranked: false },
  });
  const both: Weighed[] = [
    ...ranked.map((one, at) => ({ ...one, found: foundOf(one.item, at + 1) })),
    ...passages
      .filter((item) => !isByWords(item))
      .map((item) => ({ item, candidate: null, score: 0, found: foundOf(item, null) })),
  ];
  const language = languageOf(question);
  const look = ({ found, score, item, candidate }: Weighed) => ({
    words:
      found.words === null || candidate === null
        ? null
        : { place: found.words - 1, score, covered: coveredOf(candidate, wording) },
    meaning: found.meaning === null ? null : { ...found.meaning, place: found.meaning.place - 1 },
    sameLanguage: languageOf(item.text) === language,
  });
  const fused = fuseMeaning(both, look, near.embedder.id);
  return rerank(semantics, question, fused);
}

async function rerank(
  semantics: Semantics | null,
  question: string,
  fused: readonly Weighed[],
): Promise<Weighed[]> {
  const first = fused.slice(0, RERANKED);
  const texts = first.map(({ item }) => textOf(item));
  const scores = (await semantics?.rerank(question, texts)) ?? null;
  if (scores === null) return [...fused];
  const weighed = first.map((one, at) => ({ one, score: scores[at] ?? Number.NEGATIVE_INFINITY }));
  weighed.sort((left, right) => right.score - left.score);
  const reranked = weighed.map(({ one }) => ({ ...one, found: { ...one.found, reranked: true } }));
  return [...reranked, ...fused.slice(RERANKED)];
}

function present(
  question: string,
  { item, score, candidate: whole, found }: Weighed,
  { wording, scope }: Found,
  embedder: string | null,
): KnowledgeHit {
  const candidate = readCandidate(item.text);
  const covered = coveredOf(whole ?? readWhole(item), wording);
  const index = { weightOf: wording.weightOf, averageLength: scope.averageLength };
  const speaks = speaksOf(question, { covered, found, text: item.text }, embedder);
  return {
    ...item,
    score,
    covered,
    speaks,
    found,
    marks: marksOf(wording.askedOf(candidate), candidate, index),
  };
}

const textOf = ({ title, heading, text }: Passage) => searchText(title, heading, text);
const readWhole = (item: Passage) => readCandidate(textOf(item));

/** Share of what was asked, by weight, that a passage has. */
const coveredOf = (candidate: Candidate, { lookedFor, rarityOf }: Wording) =>
  coveredShare(lookedFor(candidate), (term) => candidate.terms.counts.has(term), rarityOf);
