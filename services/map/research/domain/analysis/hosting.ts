import { SELF_HOSTED } from '@tokenholic/reference';
import { type Gazetteer, OUTSIDE_HOST } from './gazetteer.ts';
import { forAllCue, ownDeployment, pointsTo, servesCue } from './lexicon/hosting-cues.ts';
import { providerProducts } from './lexicon/outside-vendors.ts';
import type { Hit } from './matcher.ts';
import type { Mention } from './mentions.ts';
import type { Clause } from './passages.ts';

/** A cloud, a host or the client's own machines, where a sentence names them. */
export interface Host {
  id: string;
  start: number;
  end: number;
  clause: number;
}

/** Who could serve the models of a sentence. The name of a model is not the name of a host. */
export function hostsIn(
  text: string,
  providers: readonly Hit[],
  models: readonly Mention[],
  clauseAt: (at: number) => number,
  gazetteer: Gazetteer,
): Host[] {
  const free = (start: number, end: number) => !models.some((model) => start < model.end && model.at < end);
  const clouds = providers
    .filter(
      ({ entry, start, end }) =>
        gazetteer.hosts.has(entry.id) &&
        !isProduct(entry.text) &&
        !MAKING.test(entry.text) &&
        free(start, end),
    )
    .map(({ entry, start, end }) => ({ id: entry.id, start, end, clause: clauseAt(start) }));
  const own = [...text.matchAll(ownDeployment)]
    .map((match) => ({ start: match.index, end: match.index + match[0].length }))
    .filter(({ start, end }) => !clouds.some((cloud) => cloud.start < end && start < cloud.end))
    .map(({ start, end }) => ({ id: SELF_HOSTED, start, end, clause: clauseAt(start) }));
  return [...clouds, ...own].sort((a, b) => a.start - b.start);
}

/** Who made a model says nothing about where another runs. */
const MAKING = /^(?:自研|in[- ]house)$/i;

/** A finished service serves nobody else's model. */
const products = new Set(Object.values(providerProducts).flatMap((names) => names.split('|')));
const isProduct = (name: string) => products.has(name);

/** A model's maker serves it, unless the sentence names a host or says that the client runs it itself. */
export function servedBy(
  model: Mention,
  models: readonly Mention[],
  hosts: readonly Host[],
  text: string,
  clauses: readonly Clause[],
): Mention {
  if (model.providerId === SELF_HOSTED) return { ...model, hosted: true };
  const near = hosts.filter((host) => serves(host, model, models, hosts, text, clauses));
  if (near.length === 0) return model;
  const maker = near.find((host) => host.id === model.providerId);
  const nearest = near.toSorted((a, b) => gap(a, model) - gap(b, model))[0];
  const own = near.find((host) => host.id === SELF_HOSTED && host.clause === nearest?.clause);
  const host = maker ?? own ?? nearest;
  return host === undefined ? model : { ...model, providerId: providerOf(host), hosted: true };
}

/** Null where the host is outside the catalogue. */
export const providerOf = ({ id }: Pick<Host, 'id'>): string | null => (id === OUTSIDE_HOST ? null : id);

function serves(
  host: Host,
  model: Mention,
  models: readonly Mention[],
  hosts: readonly Host[],
  text: string,
  clauses: readonly Clause[],
): boolean {
  if (standInOneBracket(text, host, model)) return true;
  const clause = clauses[host.clause]?.text ?? '';
  const isShared = forAllCue.test(clause) || WHOLE.test(clause);
  const one = pointsTo(clause);
  if (one !== null && !models.some((other) => other.clause === host.clause))
    return models.filter((other) => other.at < host.start).at(one === 'first' ? 0 : -1) === model;
  if (host.start >= model.end && /^(?:,? and |,? or |、|和|与) ?$/.test(text.slice(model.end, host.start)))
    return false;
  if (host.clause === model.clause) {
    const nearer = nearestTo(host, models, text);
    return nearer === model || isShared || isCoordinated(nearer, model, text);
  }
  // A host in another clause serves this model only when it has no model of its own there, and this one has no other host.
  const isTaken = models.some((other) => other.clause === host.clause);
  const hasOwn = hosts.some((other) => other.clause === model.clause);
  // "Translation: GPT-5 nano, Azure": nothing but a host's name between two commas.
  const isAlone = models.length === 1 && clause.trim().length - (host.end - host.start) <= 4;
  if (isTaken || hasOwn || !(servesCue.test(clause) || isAlone || host.id === SELF_HOSTED)) return false;
  // What follows a name tells of that name: only what sets the scene tells of the names to come.
  if (host.end <= model.at && models.some((other) => other.end <= host.start)) return false;
  if (host.end <= model.at && host.id !== SELF_HOSTED && !SCENE.test(text.slice(0, host.start))) return false;
  const between = models.filter(
    (other) =>
      other !== model &&
      (host.start > model.at
        ? other.at > model.at && other.at < host.start
        : other.at > host.end && other.at < model.at),
  );
  const isNext = between.every((other) => isCoordinated(other, model, text));
  return (isNext || isShared) && Math.abs(host.clause - model.clause) <= 3;
}

/** "… and is hosted end to end on Azure": said of all that was named. */
const WHOLE = /^\s?and (?:is|are) hosted\b|\bend to end\b|全部|整套/i;

const gap = (host: Host, model: Mention) =>
  host.start >= model.end ? host.start - model.end : model.at - host.end + 1;

/** In one clause, a host belongs to the model nearest to it. */
function nearestTo(host: Host, models: readonly Mention[], text: string): Mention | undefined {
  return models
    .filter((model) => model.clause === host.clause)
    .toSorted((a, b) => weight(host, a, text) - weight(host, b, text))[0];
}

/** "在火山引擎上，…", "On AWS, …" */
const SCENE =
  /(?:在|于|基于|通过|借助|依托|走|接入|租用)[^，。]{0,4}$|\b(?:on|in|with|through|via|using)\s(?:\w+\s)?$/i;

/** "百炼上的 Qwen" and "Claude on Bedrock": the one before its model by a possessive, the other after it by a preposition. */
function weight(host: Host, model: Mention, text: string): number {
  const isBefore = host.end <= model.at;
  const link = isBefore ? text.slice(host.end, model.at) : text.slice(model.end, host.start);
  const isTight = isBefore
    ? /^\s?(?:上|里|中)?(?:托管|部署)?(?:的|['’]s)?\s*$/.test(link)
    : /^\s*[（(]?(?:,? ?(?:on|via|through|in|at|from)|通过|经)\s/i.test(link);
  return gap(host, model) - (isTight ? 30 : 0);
}

/** "A、B 和 C": nothing stands between two names but what joins them. */
export function isCoordinated(
  a: Pick<Mention, 'at' | 'end'> | undefined,
  b: Pick<Mention, 'at' | 'end'>,
  text: string,
): boolean {
  if (a === undefined) return false;
  const [first, second] = a.at < b.at ? [a, b] : [b, a];
  return JOINT.test(text.slice(first.end, second.at));
}

const JOINT =
  /^\s*(?:、|\/|和|与|及|以及|或|加|配|,? ?(?:and|or|&|plus)(?: (?:with|on|in|the|a|its))?|,)\s*(?:模型|models?)?\s*$/i;

/** "(Azure OpenAI, GPT-4o)": a bracket tells host and model of one thing; so does a bracket right after the model. */
function standInOneBracket(text: string, host: Host, model: Mention): boolean {
  const [first, last] = [Math.min(host.start, model.at), Math.max(host.end, model.end)];
  if (/[(（][^()（）]*$/.test(text.slice(Math.max(0, first - 60), first)))
    return !/[()（）]/.test(text.slice(first, last));
  return (
    model.end <= host.start && /^[^()（）、，,]{0,6}[(（][^()（）]*$/.test(text.slice(model.end, host.start))
  );
}
