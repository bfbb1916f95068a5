import { SELF_HOSTED } from '@tokenholic/reference';
import type { Gazetteer, ModelFacts } from './gazetteer.ts';
import { aiCue, selfHostedCue, servesCue } from './lexicon/cues.ts';
import { type Hit, nameAsWritten } from './matcher.ts';
import { kindByName, type OutputKind } from './modality.ts';
import { type Clause, type Sentence, splitClauses } from './passages.ts';

/** A model or a provider as a clause names it. */
export interface Mention {
  providerId: string | null;
  modelId: string | null;
  modelName: string | null;
  at: number;
  clause: Clause;
  versioned: boolean;
  /** Null for a provider without a model. */
  kinds: ReadonlySet<OutputKind> | null;
}

/** What a sentence names. */
export interface View {
  sentence: Sentence;
  clauses: Clause[];
  hits: Hit[];
  mentions: Mention[];
}

/** What a page tells of models that its company makes for itself. */
export interface OwnModels {
  isMakerOf: (houseModel: string) => boolean;
  /** Names that the page gives to the company's own models. */
  names: readonly string[];
}

/** Providers and models of a sentence, each with the clause it stands in and who serves it. */
export function lookAt(sentence: Sentence, hits: Hit[], gazetteer: Gazetteer, own: OwnModels): View {
  const clauses = splitClauses(sentence.text);
  const clauseAt = (at: number) =>
    clauses.findLast((clause) => clause.start <= at) ?? { text: sentence.text, start: 0 };
  const isNamed = ({ entry }: Hit) =>
    ['model', 'house_model', 'provider'].includes(entry.kind) && !entry.context;
  const firm = hits.some(isNamed) || own.names.some((name) => sentence.text.includes(name));
  const usable = hits.filter(({ entry }) => !entry.context || firm || aiCue.test(sentence.text));
  const providers = usable.filter(({ entry }) => entry.kind === 'provider');
  const models = withoutTails(
    sentence.text,
    usable.filter(({ entry }) => entry.kind === 'model'),
  );
  const named = models.map((hit) => modelMention(hit, sentence.text, clauseAt, providers, models, gazetteer));
  const mentions = [
    ...named,
    ...bareProviders(providers, models, named, clauseAt),
    ...houseModelsIn(sentence.text, usable, clauseAt, own.isMakerOf),
    ...ownModels(sentence.text, [...models, ...usable.filter(isHouseModel)], clauseAt, own.names),
  ];
  return { sentence, clauses, hits: usable, mentions };
}

/** "Claude 3.5 Sonnet" is one name: what stands in the tail of a name is not named again. */
function withoutTails(text: string, hits: readonly Hit[]): Hit[] {
  return hits.filter(
    (hit) =>
      !hits.some(
        (other) => other.start < hit.start && nameAsWritten(text, other.start, other.end).end > hit.start,
      ),
  );
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
  // "Gemini" may be read as its maker's name; the name of a model is not the name of a host.
  const hosts = providers.filter(
    (other) => gazetteer.hosts.has(other.entry.id) && !models.some((model) => overlaps(other, model)),
  );
  // A host in another clause serves this model only when it has no model of its own there.
  const near = hosts.filter((host) => {
    const place = clauseAt(host.start);
    if (standInOneBracket(text, host, hit)) return true;
    const isElsewhere =
      Math.abs(host.start - hit.end) < 60 && !models.some((model) => clauseAt(model.start) === place);
    return place === clause || (isElsewhere && servesCue.test(place.text));
  });
  return {
    modelId: known ? facts.id : null,
    modelName: known ? facts.name : written.name.trim(),
    providerId: servedBy(facts, near, clause, text, hosts),
    at: hit.start,
    clause,
    versioned: facts !== undefined && (!facts.familyOnly || written.end > hit.end),
    kinds: known ? facts.kinds : (kindByName(written.name.trim()) ?? facts?.kinds ?? null),
  };
}

function servedBy(
  facts: ModelFacts | undefined,
  near: readonly Hit[],
  clause: Clause,
  text: string,
  hosts: readonly Hit[],
): string | null {
  const makerId = facts?.makerId ?? null;
  if (near.some((host) => host.entry.id === makerId)) return makerId;
  const [host] = near;
  if (host !== undefined) return host.entry.id;
  const canBeRunByAnyone = facts?.openWeights === true && hosts.length === 0;
  return selfHostedCue.test(clause.text) || (selfHostedCue.test(text) && canBeRunByAnyone)
    ? SELF_HOSTED
    : makerId;
}

/** "(Azure OpenAI, GPT-4o)": a bracket tells host and model of one thing. */
function standInOneBracket(text: string, a: Hit, b: Hit): boolean {
  const [first, last] = [Math.min(a.start, b.start), Math.max(a.end, b.end)];
  return /[(（][^()（）]*$/.test(text.slice(0, first)) && !/[()（）]/.test(text.slice(first, last));
}

const overlaps = (a: Hit, b: Hit) => a.start < b.end && b.start < a.end;

/** Providers with no model of their own: neither in the clause, nor elsewhere in the sentence as the one who serves it. */
function bareProviders(
  providers: readonly Hit[],
  models: readonly Hit[],
  served: readonly Mention[],
  clauseAt: (at: number) => Clause,
): Mention[] {
  return providers
    .filter(
      (provider) =>
        !models.some(
          (model) => overlaps(model, provider) || clauseAt(model.start) === clauseAt(provider.start),
        ),
    )
    .filter((provider) => !served.some((mention) => mention.providerId === provider.entry.id))
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

const isHouseModel = ({ entry }: Hit) => entry.kind === 'house_model';

/** Models that companies make for themselves: on a text about the maker they are its own, elsewhere nobody's in particular. */
function houseModelsIn(
  text: string,
  hits: readonly Hit[],
  clauseAt: (at: number) => Clause,
  isOwn: (houseModel: string) => boolean,
): Mention[] {
  return hits.filter(isHouseModel).map(({ entry, start, end }) => ({
    providerId: isOwn(entry.id) ? SELF_HOSTED : null,
    modelId: null,
    modelName: text.slice(start, end),
    at: start,
    clause: clauseAt(start),
    versioned: true,
    kinds: null,
  }));
}

/** The client's own model, by the name that the page gave it, or without one. */
function ownModels(
  text: string,
  models: readonly Hit[],
  clauseAt: (at: number) => Clause,
  names: readonly string[],
): Mention[] {
  const own = (at: number, modelName: string | null): Mention => ({
    ...{ providerId: SELF_HOSTED, modelId: null, modelName, at, clause: clauseAt(at) },
    versioned: modelName !== null,
    kinds: null,
  });
  const named = names
    .map((name) => ({ name, at: text.indexOf(name) }))
    .filter(({ name, at }) => at >= 0 && !models.some((hit) => hit.start < at + name.length && at < hit.end))
    .map(({ name, at }) => own(at, name));
  if (named.length > 0) return named;
  const cue = /自研|in-house|\bown\b|of its own making/i.exec(text);
  if (cue === null || models.length > 0) return [];
  const isAboutModel = /模型|大模型|推理|\bmodels?\b|generative|LLM|assistant|recommender/i.test(text);
  return isAboutModel ? [own(cue.index, null)] : [];
}
