import type { Quote, ReportedFigure, SourceKind, Standing } from '@tokenholic/contracts';
import { SELF_HOSTED } from '@tokenholic/reference';
import { employeesIn, findFigures, findShare } from './figures.ts';
import type { Gazetteer } from './gazetteer.ts';
import { aiCue, otherCompanyCue, placedUseCue, useCue, wantedSkillCue } from './lexicon/cues.ts';
import { ownedBy, ownModelNames } from './lexicon/house-models.ts';
import type { Hit } from './matcher.ts';
import { lookAt, type Mention, type View } from './mentions.ts';
import { fits, usualUse } from './modality.ts';
import { type Sentence, splitSentences } from './passages.ts';
import { cueIn, standingOf, standingOfClause, tellsOfSwitch } from './standing.ts';

export interface ReadablePage {
  id: string;
  title: string;
  text: string;
  url: string | null;
  sourceKind: SourceKind;
  date: string | null;
}

/** One statement of a page about a use of AI. */
export interface Claim {
  useCaseId: string | null;
  providerId: string | null;
  modelId: string | null;
  modelName: string | null;
  standing: Standing;
  score: number;
  figures: ReportedFigure[];
  quote: Quote;
}

export interface PageReading {
  claims: Claim[];
  /** Hits of industry words, for the whole run to weigh. */
  industries: Map<string, number>;
  employees: number | null;
  /** Figures by use case, for claims of other sentences. */
  figures: Map<string, ReportedFigure[]>;
}

const SOURCE_WEIGHT: Partial<Record<SourceKind, number>> = {
  search: 0.9,
  wikipedia: 0.92,
  wikidata: 0.92,
  news: 0.95,
  reference: 0.95,
};

/** Reads one page by rules: passages, mentions, what each clause says of them, and links between use, provider and model. */
export function readPage(page: ReadablePage, gazetteer: Gazetteer): PageReading {
  const reading: PageReading = { claims: [], industries: new Map(), employees: null, figures: new Map() };
  let [paragraph, paragraphStart] = [-1, 0];
  const own = { isMakerOf: ownedBy(`${page.title}\n${page.text}`), names: ownModelNames(page.text) };
  let carried: Carried = { useCaseId: null, paragraph: -1 };
  for (const sentence of splitSentences(page.text)) {
    if (sentence.paragraph !== paragraph)
      [paragraph, paragraphStart] = [sentence.paragraph, reading.claims.length];
    const hits = gazetteer.match(sentence.text);
    countIndustries(hits, reading);
    reading.employees ??= employeesIn(sentence.text);
    const view = lookAt(sentence, hits, gazetteer, own);
    const useCases = useCasesOf(view, carried, gazetteer);
    const told = useCases.own[0]?.id ?? (useCases.inherited === null ? hintIn(hits) : null);
    if (told !== null) carried = { useCaseId: told, paragraph: sentence.paragraph };
    keepFigures(page, sentence, useCases.own[0]?.id ?? hintIn(hits), reading);
    const claims = claimsOf(page, sentence, view, useCases, gazetteer);
    if (tellsOfSwitch(view)) endEarlier(reading.claims, claims, paragraphStart);
    reading.claims.push(...claims);
  }
  return reading;
}

/** "We built it on A. Last winter we moved it to B": what the paragraph said of the same use before is over. */
function endEarlier(claims: Claim[], now: readonly Claim[], from: number): void {
  const uses = new Set(
    now.filter(({ standing }) => standing === 'current').map(({ useCaseId }) => useCaseId),
  );
  for (const [index, claim] of claims.entries()) {
    if (
      index >= from &&
      claim.standing === 'current' &&
      claim.providerId !== null &&
      uses.has(claim.useCaseId)
    )
      claims[index] = { ...claim, standing: 'ended' };
  }
}

interface Carried {
  useCaseId: string | null;
  paragraph: number;
}

interface Place {
  id: string;
  at: number;
}

interface UseCases {
  /** Named in the sentence itself. */
  own: Place[];
  /** From the heading or the sentence before. */
  inherited: string | null;
}

function useCasesOf(view: View, carried: Carried, gazetteer: Gazetteer): UseCases {
  const named = view.hits.filter(({ entry }) => entry.kind === 'use_case');
  const firm = named.filter(({ entry }) => !entry.context);
  const own = (firm.length > 0 ? firm : named).map(({ entry, start }) => ({ id: entry.id, at: start }));
  const fromHeading = gazetteer
    .match(view.sentence.heading)
    .find(({ entry }) => entry.kind === 'use_case' && !entry.context);
  const inherited =
    carried.paragraph === view.sentence.paragraph ? carried.useCaseId : (fromHeading?.entry.id ?? null);
  return { own, inherited: inherited ?? fromHeading?.entry.id ?? carried.useCaseId };
}

/** What a sentence that does not speak of AI hints at, for the sentence after it. */
const hintIn = (hits: readonly Hit[]) =>
  hits.find(({ entry }) => entry.kind === 'use_case')?.entry.id ?? null;

function claimsOf(
  page: ReadablePage,
  sentence: Sentence,
  view: View,
  useCases: UseCases,
  gazetteer: Gazetteer,
): Claim[] {
  if (wantedSkillCue.test(sentence.text)) return [];
  if (otherCompanyCue.test(sentence.text) && !/我们|we |our /i.test(sentence.text)) return [];
  const quote = quoteOf(page, sentence);
  const weight = SOURCE_WEIGHT[page.sourceKind] ?? 1;
  const claims: Claim[] = [];
  for (const mention of view.mentions) {
    const standing = standingOf(mention, view);
    if (standing === 'denied') continue;
    // Others are compared with the company's own model; that is no statement about its own.
    if (standing === 'compared' && mention.providerId === SELF_HOSTED && mention.modelId === null) continue;
    const used = useCue.test(sentence.text);
    const link = linkOf(mention, useCases, gazetteer);
    if (link.useCaseId === null && !used) continue;
    const score =
      (0.5 + (link.own ? 0.15 : 0) + (used ? 0.12 : 0) + (mention.versioned ? 0.08 : 0)) *
      (link.own ? 1 : 0.85) *
      weight;
    const { providerId, modelId, modelName } = mention;
    const share =
      findShare(mention.clause.text) ?? (view.mentions.length === 1 ? findShare(sentence.text) : null);
    const figures =
      share === null ? [] : [{ metric: 'share' as const, value: share, period: 'total' as const, quote }];
    claims.push({
      useCaseId: link.useCaseId,
      providerId,
      modelId,
      modelName,
      standing,
      score,
      figures,
      quote,
    });
  }
  if (view.mentions.length === 0) claims.push(...anonymousUses(sentence, view, useCases, quote, weight));
  return claims;
}

/** The use case nearest to a mention that the model is made for, before it rather than after; else what its kind is usually for. */
function linkOf(
  mention: Mention,
  { own, inherited }: UseCases,
  gazetteer: Gazetteer,
): { useCaseId: string | null; own: boolean } {
  const suits = (id: string) => mention.kinds === null || fits(mention.kinds, gazetteer.useCaseKinds.get(id));
  const distance = (place: Place) =>
    place.at <= mention.at ? mention.at - place.at : (place.at - mention.at) * 1.3;
  const nearest = own.filter((place) => suits(place.id)).sort((a, b) => distance(a) - distance(b))[0];
  if (nearest !== undefined) return { useCaseId: nearest.id, own: true };
  if (inherited !== null && suits(inherited)) return { useCaseId: inherited, own: false };
  return { useCaseId: mention.kinds === null ? null : usualUse(mention.kinds), own: false };
}

/** AI is used for something, by a provider that is not named. */
function anonymousUses(
  sentence: Sentence,
  view: View,
  useCases: UseCases,
  quote: Quote,
  weight: number,
): Claim[] {
  if (!aiCue.test(sentence.text)) return [];
  const isUse = useCue.test(sentence.text) || placedUseCue.test(sentence.text);
  if (!isUse && cueIn(sentence.text) === null) return [];
  return [...new Set(useCases.own.map((place) => place.id))].flatMap((useCaseId) => {
    const at = useCases.own.find((place) => place.id === useCaseId)?.at ?? 0;
    const clause = view.clauses.findLast((item) => item.start <= at) ?? { text: sentence.text, start: 0 };
    const standing = standingOfClause(clause, view);
    if (standing === 'denied') return [];
    return [
      {
        useCaseId,
        providerId: null,
        modelId: null,
        modelName: null,
        standing,
        score: 0.42 * weight,
        figures: [],
        quote,
      },
    ];
  });
}

function quoteOf(page: ReadablePage, sentence: Sentence): Quote {
  const lead = sentence.text.length - sentence.text.trimStart().length;
  const text = sentence.text.trim().slice(0, 600);
  const start = sentence.start + lead;
  const { id, title, url, sourceKind, date } = page;
  return { pageId: id, text, start, end: start + text.length, pageTitle: title, url, sourceKind, date };
}

/** A figure needs no sign of AI beside it: "we make 9,800 seconds of film a day" counts for the film. */
function keepFigures(
  page: ReadablePage,
  sentence: Sentence,
  useCaseId: string | null,
  reading: PageReading,
): void {
  if (useCaseId === null) return;
  const quote = quoteOf(page, sentence);
  const figures = findFigures(sentence.text).map(({ metric, value, period }) => ({
    metric,
    value,
    period,
    quote,
  }));
  if (figures.length > 0)
    reading.figures.set(useCaseId, [...(reading.figures.get(useCaseId) ?? []), ...figures]);
}

function countIndustries(hits: readonly Hit[], reading: PageReading): void {
  for (const { entry } of hits) {
    if (entry.kind === 'industry')
      reading.industries.set(entry.id, (reading.industries.get(entry.id) ?? 0) + 1);
  }
}
