import { SELF_HOSTED } from '@tokenholic/reference';
import type { Gazetteer } from './gazetteer.ts';
import { aiCue, ownModelName, selfHostedCue, servesCue } from './lexicon/cues.ts';
import { type Hit, nameAsWritten } from './matcher.ts';
import type { OutputKind } from './modality.ts';
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

/** Providers and models of a sentence, each with the clause it stands in and who serves it. */
export function lookAt(sentence: Sentence, hits: Hit[], gazetteer: Gazetteer): View {
  const clauses = splitClauses(sentence.text);
  const clauseAt = (at: number) =>
    clauses.findLast((clause) => clause.start <= at) ?? { text: sentence.text, start: 0 };
  const firm = hits.some(
    ({ entry }) => (entry.kind === 'model' || entry.kind === 'provider') && !entry.context,
  );
  const usable = hits.filter(({ entry }) => !entry.context || firm || aiCue.test(sentence.text));
  const providers = usable.filter(({ entry }) => entry.kind === 'provider');
  const models = usable.filter(({ entry }) => entry.kind === 'model');
  const named = models.map((hit) => modelMention(hit, sentence.text, clauseAt, providers, models, gazetteer));
  const mentions = [
    ...named,
    ...bareProviders(providers, models, named, clauseAt),
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
