import type { Quote, ReportedFigure, SourceKind, Standing } from '@tokenholic/contracts';
import { SELF_HOSTED } from '@tokenholic/reference';
import { findFigures, findShare } from './figures.ts';
import type { Gazetteer } from './gazetteer.ts';
import {
  aiCue,
  denialOfAll,
  otherCompanyCue,
  ownModelName,
  selfHostedCue,
  servesCue,
  standingCues,
  useCue,
} from './lexicon/cues.ts';
import { type Hit, nameAsWritten } from './matcher.ts';
import { fits, type OutputKind, usualUse } from './modality.ts';
import { type Clause, type Sentence, splitClauses, splitSentences } from './passages.ts';

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
  let carried: Carried = { useCaseId: null, paragraph: -1 };
  for (const sentence of splitSentences(page.text)) {
    const hits = gazetteer.match(sentence.text);
    countIndustries(hits, reading);
    reading.employees ??= employeesIn(sentence.text);
    const view = lookAt(sentence, hits, gazetteer);
    const useCases = useCasesOf(view, carried, gazetteer);
    if (useCases.own.length > 0)
      carried = { useCaseId: useCases.own[0]?.id ?? null, paragraph: sentence.paragraph };
    keepFigures(page, sentence, useCases, reading);
    reading.claims.push(...claimsOf(page, sentence, view, useCases, gazetteer));
  }
  return reading;
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

interface Mention {
  providerId: string | null;
  modelId: string | null;
  modelName: string | null;
  at: number;
  clause: Clause;
  versioned: boolean;
  /** Null for a provider without a model. */
  kinds: ReadonlySet<OutputKind> | null;
}

interface View {
  sentence: Sentence;
  clauses: Clause[];
  hits: Hit[];
  mentions: Mention[];
}

function lookAt(sentence: Sentence, hits: Hit[], gazetteer: Gazetteer): View {
  const clauses = splitClauses(sentence.text);
  const clauseAt = (at: number) =>
    clauses.findLast((clause) => clause.start <= at) ?? { text: sentence.text, start: 0 };
  const firm = hits.some(
    ({ entry }) => (entry.kind === 'model' || entry.kind === 'provider') && !entry.context,
  );
  const usable = hits.filter(({ entry }) => !entry.context || firm || aiCue.test(sentence.text));
  const providers = usable.filter(({ entry }) => entry.kind === 'provider');
  const models = usable.filter(({ entry }) => entry.kind === 'model');
  const mentions = [
    ...models.map((hit) => modelMention(hit, sentence.text, clauseAt, providers, models, gazetteer)),
    ...bareProviders(providers, models, clauseAt),
    ...ownModels(sentence.text, models, clauseAt),
  ];
  return { sentence, clauses, hits: usable, mentions };
}

/** A model's maker serves it, unless the passage names a host or says that the client runs it itself. */
function modelMention(
  hit: Hit,
  text: string,
  clauseAt: (at: number) => Clause,
  providers: readonly Hit[],
  models: readonly Hit[],
  gazetteer: Gazetteer,
): Mention {
  const clause = clauseAt(hit.start);
  const written = nameAsWritten(text, hit.start, hit.end);
  const facts = gazetteer.models.get(hit.entry.id);
  const known = facts !== undefined && !facts.familyOnly && written.end === hit.end;
  const hosts = providers.filter((other) => gazetteer.hosts.has(other.entry.id) && !overlaps(other, hit));
  // A host in another clause serves this model only when it has no model of its own there.
  const near = hosts.filter((host) => {
    const place = clauseAt(host.start);
    const isElsewhere =
      Math.abs(host.start - hit.end) < 60 && !models.some((model) => clauseAt(model.start) === place);
    return place === clause || (isElsewhere && servesCue.test(place.text));
  });
  return {
    modelId: known ? facts.id : null,
    modelName: known ? facts.name : written.name.trim(),
    providerId: servedBy(facts?.makerId ?? null, near, clause, text, providers),
    at: hit.start,
    clause,
    versioned: facts !== undefined && (!facts.familyOnly || written.end > hit.end),
    kinds: facts?.kinds ?? null,
  };
}

function servedBy(
  makerId: string | null,
  near: readonly Hit[],
  clause: Clause,
  text: string,
  providers: readonly Hit[],
): string | null {
  if (near.some((host) => host.entry.id === makerId)) return makerId;
  const [host] = near;
  if (host !== undefined) return host.entry.id;
  return selfHostedCue.test(clause.text) || (selfHostedCue.test(text) && providers.length === 0)
    ? SELF_HOSTED
    : makerId;
}

const overlaps = (a: Hit, b: Hit) => a.start < b.end && b.start < a.end;

/** Providers with no model of their own in the clause. */
function bareProviders(
  providers: readonly Hit[],
  models: readonly Hit[],
  clauseAt: (at: number) => Clause,
): Mention[] {
  return providers
    .filter((provider) => !models.some((model) => overlaps(model, provider)))
    .filter((provider) => {
      const clause = clauseAt(provider.start);
      return !models.some(
        (model) => Math.abs(model.start - provider.start) < 60 || clauseAt(model.start) === clause,
      );
    })
    .map((provider) => ({
      providerId: provider.entry.id,
      modelId: null,
      modelName: null,
      at: provider.start,
      clause: clauseAt(provider.start),
      versioned: false,
      kinds: null,
    }));
}

/** The client's own model, by name when it has one. */
function ownModels(text: string, models: readonly Hit[], clauseAt: (at: number) => Clause): Mention[] {
  const cue = /自研|in-house|\bown\b/i.exec(text);
  if (cue === null || models.length > 0) return [];
  const clause = clauseAt(cue.index);
  const name =
    ownModelName.exec(text)?.[1] ??
    /([A-Z][a-z]*(?:[A-Z][A-Za-z]*|LM|GPT))\s*是我们自研/.exec(text)?.[1] ??
    null;
  if (
    name === null &&
    !/模型|大模型|推理|\bmodels?\b|generative|LLM|assistant|recommender|helper/i.test(text)
  )
    return [];
  return [
    {
      providerId: SELF_HOSTED,
      modelId: null,
      modelName: name,
      at: cue.index,
      clause,
      versioned: name !== null,
      kinds: null,
    },
  ];
}

function useCasesOf(view: View, carried: Carried, gazetteer: Gazetteer): UseCases {
  const own = view.hits
    .filter(({ entry }) => entry.kind === 'use_case')
    .map(({ entry, start }) => ({ id: entry.id, at: start }));
  const fromHeading = gazetteer.match(view.sentence.heading).find(({ entry }) => entry.kind === 'use_case');
  const inherited =
    carried.paragraph === view.sentence.paragraph ? carried.useCaseId : (fromHeading?.entry.id ?? null);
  return { own, inherited: inherited ?? fromHeading?.entry.id ?? carried.useCaseId };
}

function claimsOf(
  page: ReadablePage,
  sentence: Sentence,
  view: View,
  useCases: UseCases,
  gazetteer: Gazetteer,
): Claim[] {
  if (otherCompanyCue.test(sentence.text) && !/我们|we |our /i.test(sentence.text)) return [];
  const quote = quoteOf(page, sentence);
  const weight = SOURCE_WEIGHT[page.sourceKind] ?? 1;
  const claims: Claim[] = [];
  for (const mention of view.mentions) {
    const standing = standingOf(mention.clause, sentence.text, view);
    if (standing === 'denied') continue;
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
  if (!aiCue.test(sentence.text) || !useCue.test(sentence.text)) return [];
  return [...new Set(useCases.own.map((place) => place.id))].flatMap((useCaseId) => {
    const at = useCases.own.find((place) => place.id === useCaseId)?.at ?? 0;
    const clause = view.clauses.findLast((item) => item.start <= at) ?? { text: sentence.text, start: 0 };
    const standing = standingOf(clause, sentence.text, view);
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

/** The clause decides; a cue elsewhere in the sentence counts when the sentence has no second statement. */
function standingOf(clause: Clause, sentence: string, view: View): Standing | 'denied' {
  if (denialOfAll.test(sentence)) return 'denied';
  const own = cueIn(clause.text);
  if (own !== null) return own;
  const rest = cueIn(sentence);
  if (rest === null) return 'current';
  if (rest === 'compared') return view.mentions.length > 1 && useCue.test(clause.text) ? 'current' : rest;
  const clausesWithUse = view.clauses.filter((item) => useCue.test(item.text) && cueIn(item.text) === null);
  return view.mentions.length > 1 && clausesWithUse.includes(clause) ? 'current' : rest;
}

function cueIn(text: string): Standing | 'denied' | null {
  return standingCues.find(({ pattern }) => pattern.test(text))?.standing ?? null;
}

function quoteOf(page: ReadablePage, sentence: Sentence): Quote {
  const lead = sentence.text.length - sentence.text.trimStart().length;
  const text = sentence.text.trim().slice(0, 600);
  const start = sentence.start + lead;
  const { id, title, url, sourceKind, date } = page;
  return { pageId: id, text, start, end: start + text.length, pageTitle: title, url, sourceKind, date };
}

function keepFigures(page: ReadablePage, sentence: Sentence, useCases: UseCases, reading: PageReading): void {
  const useCaseId = useCases.own[0]?.id ?? null;
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

const EMPLOYEES =
  /(?:员工|职工|雇员)(?:总数|人数)?(?:约|共|超过|近)?\s*(\d[\d,]*(?:\.\d+)?)\s*(万)?\s*(?:余|多)?\s*(?:人|名)|(\d[\d,]*(?:\.\d+)?)\s*(万)?\s*(?:余|多)?\s*名?\s*(?:员工|职工|雇员)|(?:employs?|workforce of|team of)\s+(?:about |around |some |more than |over )?(\d[\d,]*)|(\d[\d,]*)\s+(?:employees|staff|colleagues|people across)/i;

function employeesIn(text: string): number | null {
  const match = EMPLOYEES.exec(text);
  if (match === null) return null;
  const digits = match[1] ?? match[3] ?? match[5] ?? match[6];
  const value =
    Number((digits ?? '').replaceAll(',', '')) * (match[2] === '万' || match[4] === '万' ? 1e4 : 1);
  return value >= 5 && value < 5e6 ? value : null;
}
