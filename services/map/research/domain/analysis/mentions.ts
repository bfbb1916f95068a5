import { SELF_HOSTED } from '@tokenholic/reference';
import { type Role, rolesIn } from './frames.ts';
import { type Gazetteer, OUTSIDE_HOST } from './gazetteer.ts';
import { type Host, hostsIn, servedBy } from './hosting.ts';
import { aiCue } from './lexicon/use-cues.ts';
import { type Hit, nameAsWritten } from './matcher.ts';
import { NO_USE, type UseShares } from './meaning/use-model.ts';
import { kindByName, type OutputKind } from './modality.ts';
import { type OwnModels, ownModelsIn, ownNamesIn } from './own-models.ts';
import { type Clause, type Sentence, splitClauses } from './passages.ts';
import type { Told } from './standing.ts';
import { hitsWithin, type SurveyedSentence, withoutNames } from './survey.ts';
import type { Evidence } from './use-evidence.ts';

/** A model or a provider as a clause names it. */
export interface Mention {
  /** Who serves it, as far as its sentence tells. */
  providerId: string | null;
  /** Who made it, whoever serves it. */
  makerId: string | null;
  modelId: string | null;
  modelName: string | null;
  /** The catalogue's id of the model or family, where the name is no more than its. */
  modelKey: string | null;
  at: number;
  end: number;
  /** Number of the clause it stands in. */
  clause: number;
  versioned: boolean;
  /** The text itself says who serves the model, rather than its maker being assumed. */
  hosted: boolean;
  /** Null for a provider without a model. */
  kinds: ReadonlySet<OutputKind> | null;
  /** What the name is for where nothing else is said. */
  usual: string | null;
}

/** A sentence that names more is a list without end, or rubbish: the rest of it is left unread. */
export const MOST_NAMES = 24;

/** What a sentence names. */
export interface View {
  sentence: Sentence;
  clauses: Clause[];
  /** What the matcher found, and what of it counts here. */
  names: Hit[];
  hits: Hit[];
  /** In the order of the text. */
  mentions: Mention[];
  hosts: Host[];
  roles: ReadonlyMap<Mention, Role>;
  /** What each clause says of standing by itself, once asked for. */
  cues: Map<number, Told | null>;
  meaningOf: MeaningOf;
  standingOf: MeaningOf;
  /** The sentence with its neighbours, and the page's beginning, as they are weighed. */
  around: string;
  opening: string;
  observe: Observe | undefined;
}

/** Hears what speaks for each use where a model is named: how weights are learnt. */
export type Observe = (mention: Mention, evidence: Evidence) => void;

/** What a text without its names says of the use, by what it means; null where it was not weighed. */
export type MeaningOf = (text: string) => UseShares | null;

/** What each part of a text that may tell of a clause's use means; null where it was not weighed. */
export function weighedParts(clause: number, view: View, meaningOf: MeaningOf = view.meaningOf) {
  const { sentence, clauses, names, around, opening } = view;
  const part = clauses.length < 2 ? undefined : clauses[clause];
  const within = part === undefined ? [] : hitsWithin(names, part.start, part.start + part.text.length);
  return {
    clause: part === undefined ? null : meaningOf(withoutNames(part.text, within, part.start)),
    sentence: meaningOf(withoutNames(sentence.text, names)),
    around: meaningOf(around),
    opening: meaningOf(opening),
  };
}

/** What a sentence or a clause of it means by itself: both count, where both were weighed. */
export function ownSharesAt(clause: number, view: View): UseShares | null {
  const { clause: own, sentence: whole } = weighedParts(clause, view);
  if (own === null || whole === null) return own ?? whole;
  return new Map([...own].map(([use, share]) => [use, (share + (whole.get(use) ?? 0)) / 2]));
}

/** What a clause and its sentence mean of standing: both count, where both were weighed. */
export function standingSharesAt(clause: number, view: View): UseShares | null {
  const { clause: own, sentence: whole } = weighedParts(clause, view, view.standingOf);
  if (own === null || whole === null) return own ?? whole;
  return new Map([...own].map(([standing, share]) => [standing, (share + (whole.get(standing) ?? 0)) / 2]));
}

/** Providers and models of a sentence, each with the clause it stands in and who serves it. */
export function lookAt(
  { sentence, hits, around }: SurveyedSentence,
  opening: string,
  gazetteer: Gazetteer,
  own: OwnModels,
  /** What the sentence before told, of which this one may tell more. */
  last: readonly { modelName: string | null; hosted: boolean }[],
  meaningOf: MeaningOf,
  /** The sentence answers a question. */
  answers: boolean,
  standingOf: MeaningOf,
  observe?: Observe,
): View {
  const goesOn = last.length > 0;
  const isOpenEnded = last.some(({ modelName, hosted }) => modelName !== null && !hosted);
  const clauses = splitClauses(sentence);
  const clauseAt = (at: number) =>
    Math.max(
      0,
      clauses.findLastIndex((clause) => clause.start <= at),
    );
  const isNamed = ({ entry }: Hit) =>
    ['model', 'house_model', 'provider'].includes(entry.kind) && !entry.context;
  const firm = hits.some(isNamed) || own.names.some((name) => sentence.text.includes(name));
  // Where the page has come to speak of AI, a named use is sign enough.
  const isFirmUse = ({ entry }: Hit) => entry.kind === 'use_case' && !entry.context;
  const isUse = goesOn && hits.some(isFirmUse);
  const shares = meaningOf(withoutNames(sentence.text, hits));
  const isMeant = [...(shares ?? [])].some(([use, share]) => use !== NO_USE && share >= MEANS_A_USE);
  const isOpen = firm || isUse || answers || isMeant || aiCue.test(sentence.text);
  const isGoverned = ({ start }: Hit) =>
    goesOn && FROM.test(sentence.text.slice(Math.max(0, start - 16), start));
  const usable = (isOpen ? hits : hits.filter((hit) => !hit.entry.context || isGoverned(hit))).filter(
    ({ start, end }) =>
      !EVERYDAY.test(sentence.text.slice(start, end)) && !LIKE.test(sentence.text.slice(end, end + 8)),
  );
  const providers = usable.filter(({ entry }) => entry.kind === 'provider');
  const models = withoutTails(
    sentence.text,
    usable.filter(({ entry }) => entry.kind === 'model'),
  ).map((hit) => drafted(hit, sentence.text, clauseAt, gazetteer, providers));
  const ownModels = ownModelsIn(sentence.text, usable, models, clauseAt, own);
  const drafts = [...models, ...ownModels].sort((a, b) => a.at - b.at);
  const hosts =
    drafts.length > 0 || isOpenEnded || isMeant || hits.some(isFirmUse)
      ? hostsIn(sentence.text, providers, models, clauseAt, gazetteer)
      : [];
  const roles =
    hosts.length > 0 && drafts.length > 1 ? rolesIn(sentence.text, drafts) : new Map<Mention, Role>();
  const served = drafts.map((draft) => {
    // Who serves is told of what is used, not of what it was preferred to.
    const eligible = drafts.filter((other) => other === draft || roles.get(other) !== 'beside');
    return roles.get(draft) === 'beside' ? draft : servedBy(draft, eligible, hosts, sentence.text, clauses);
  });
  const itself = ownNamesIn(sentence.text, own.client);
  const bare = bareProviders(providers, served, hosts, clauseAt).filter(
    ({ at, end }) => !itself.some((name) => name.start <= at && end <= name.end),
  );
  const all = [...served, ...bare].sort((a, b) => a.at - b.at);
  const parts = rolesIn(sentence.text, all);
  // Beside a model, a cloud of no role of its own is just whose model it is.
  const mentions = all
    .filter((mention) => served.includes(mention) || !isOverlooked(mention, served, parts))
    .slice(0, MOST_NAMES);
  return {
    sentence,
    clauses,
    names: hits,
    hits: usable,
    mentions,
    hosts,
    roles: parts,
    cues: new Map(),
    meaningOf,
    standingOf,
    around,
    opening,
    observe,
  };
}

/** "Perplexity-style" is not Perplexity. */
const LIKE = /^[- ](?:style|like)\b|^式/;

/** Names that are everyday words when they are written small. */
const EVERYDAY =
  /^(?:step|spark|seed|nova|titan|ark|wan|meta|foundry|nuance|vertex|haiku|opus|sonnet|bedrock|talkie)$/;

/** From this share on, a sentence that names a company is about what its AI is used for. */
const MEANS_A_USE = 0.5;

/** A name after these is where something comes from, not a passing word. */
const FROM = /\b(?:from|by|via|through|with)\s(?:the\s)?$|(?:来自|由|经|通过|用的是)\s?$/i;

/** "Claude 3.5 Sonnet" is one name: what stands in the tail of a name is not named again. */
function withoutTails(text: string, hits: readonly Hit[]): Hit[] {
  let end = -1;
  return hits.filter((hit) => {
    if (hit.start < end) return false;
    end = nameAsWritten(text, hit.start, hit.end).end;
    return true;
  });
}

/** A model as written, as yet served by its maker. */
function drafted(
  hit: Hit,
  text: string,
  clauseAt: (at: number) => number,
  gazetteer: Gazetteer,
  providers: readonly Hit[],
): Mention {
  const written = nameAsWritten(text, hit.start, hit.end);
  const facts = gazetteer.models.get(hit.entry.id);
  const known = facts !== undefined && !facts.familyOnly && written.end === hit.end;
  // "MiniMax" may be its voice as well as its language model; "MiniMax-M2" is the one.
  const isBrand = providers.some(({ start, end }) => start === hit.start && end === hit.end);
  const isBare = facts?.familyOnly === true && facts.ofManyKinds && isBrand && written.end === hit.end;
  return {
    modelId: known ? facts.id : null,
    modelName: known ? facts.name : written.name.trim(),
    modelKey: facts !== undefined && written.end === hit.end ? facts.id : null,
    providerId: facts?.makerId ?? null,
    makerId: facts?.makerId ?? null,
    at: hit.start,
    end: written.end,
    clause: clauseAt(hit.start),
    versioned: facts !== undefined && (!facts.familyOnly || written.end > hit.end),
    hosted: false,
    kinds: known
      ? facts.kinds
      : (kindByName(written.name.trim(), text.slice(written.end)) ??
        (isBare ? null : (facts?.kinds ?? null))),
    usual: null,
  };
}

const isOverlooked = (bare: Mention, served: readonly Mention[], roles: ReadonlyMap<Mention, Role>) =>
  !roles.has(bare) && served.some(({ clause }) => clause === bare.clause);

/** Providers that serve no model of the sentence. */
function bareProviders(
  providers: readonly Hit[],
  served: readonly Mention[],
  hosts: readonly Host[],
  clauseAt: (at: number) => number,
): Mention[] {
  return providers
    .filter(({ entry }) => entry.id !== SELF_HOSTED && entry.id !== OUTSIDE_HOST)
    .filter(
      ({ start, end, entry }) =>
        !served.some(
          (mention) =>
            (mention.at < end && start < mention.end) ||
            (mention.providerId === entry.id &&
              (mention.clause === clauseAt(start) || hosts.some((host) => host.start === start))),
        ),
    )
    .map(({ entry, start, end }) => ({
      providerId: entry.id,
      makerId: entry.id,
      modelId: null,
      modelName: null,
      modelKey: null,
      at: start,
      end,
      clause: clauseAt(start),
      versioned: false,
      hosted: true,
      kinds: null,
      usual: null,
    }));
}
