import { type Standing, standingSchema } from '@tokenholic/contracts';
import { SELF_HOSTED } from '@tokenholic/reference';
import type { Group } from './groups.ts';
import { linear, STANDINGS, STATE_DIMENSIONS, USES, weightsOf } from './heads.ts';
import type { Host } from './stretch.ts';

// What the states of a stretch answer: which group is linked with which use, how that stands, who serves it. The same steps as
// in `bench/extraction/reader/train.py`, which taught the weights.

/** A stretch as the network saw it. */
export interface SeenStretch {
  /** Of every token, one after the other. */
  states: Float32Array;
  /** The first token of each part; past the end for one that was cut off. */
  starts: readonly number[];
  /** The number of the sentence that each token stands in, counted in the stretch. */
  sentences: readonly number[];
}

/** What the rules say of a group and a use. */
export interface RuleSays {
  score: number;
  standing: Standing;
  providerId: string | null;
}

export interface ReadLink {
  group: Group;
  useCaseId: string;
  providerId: string | null;
  standing: Standing;
  /** How sure the reader is of the link: the logarithm of its odds. */
  logit: number;
  /** And of who serves and how it stands: logarithms of their shares. */
  providerShare: number;
  standingShare: number;
  /** The token that tells the use, as far as this group hears it. */
  token: number;
}

const POINTER = 64;
const heads = {
  named: linear('uses_named'),
  unnamed: linear('uses_unnamed'),
  tokenUses: linear('token_uses'),
  look: linear('look'),
  lookUnnamed: linear('look_unnamed'),
  seen: linear('seen'),
  stands: linear('stands'),
  standing: linear('standing'),
  serve: linear('serve'),
  serveUnnamed: linear('serve_unnamed'),
  ask: linear('ask'),
  answer: linear('answer'),
};
const scene = weightsOf('scene.weight');
const standsOfUse = weightsOf('stands_use.weight');
const [sameNamed = 0, sameUnnamed = 0] = weightsOf('same');
const [pointed = 0] = weightsOf('pointed');
const [ruled = 0, ruledBySure = 0, ruledStanding = 0, ruledProvider = 0, toldProvider = 0] =
  weightsOf('rule');
const [shareNamed = 0, shareUnnamed = 0] = weightsOf('shares');
const standings = STANDINGS.map((name) => standingSchema.parse(name));

/** From which logit on a link counts: of a name, of a sentence without one, and of either where the rules say the same. */
export interface Least {
  named: number;
  sentence: number;
  ruled: number;
  /** For the likeliest use of a name that the rules link with something and that would be left with nothing. */
  only: number;
}

/** Links of a stretch that are likely enough, by group. */
export function linksIn(
  seen: SeenStretch,
  groups: readonly Group[],
  hosts: readonly Host[],
  /** How much the words of a group's sentences speak of each use: at least 0, by the order of `USES`. */
  hintsOf: (group: Group) => readonly number[],
  rulesOf: (group: Group, useCaseId: string) => RuleSays | null,
  /** What the rules say of the group in any use. */
  rulesOfGroup: (group: Group) => RuleSays | null,
  least: Least,
): ReadLink[] {
  const count = seen.sentences.length;
  const stateAt = (token: number) =>
    seen.states.subarray(token * STATE_DIMENSIONS, (token + 1) * STATE_DIMENSIONS);
  const tokens = Array.from({ length: count }, (_, token) => ({
    uses: heads.tokenUses(stateAt(token)),
    key: heads.seen(stateAt(token)),
  }));
  const hostKeys = hosts.flatMap(({ providerId, part }) => {
    const token = seen.starts[part];
    return token === undefined || token >= count ? [] : [{ providerId, key: heads.answer(stateAt(token)) }];
  });
  return groups.flatMap((group) => {
    const members = group.parts.flatMap((part) => {
      const token = seen.starts[part];
      return token === undefined || token >= count ? [] : [token];
    });
    if (members.length === 0) return [];
    const state = highestOf(members.map(stateAt));
    const isNamed = group.kind !== 'sentence';
    const own = new Set(members.map((token) => seen.sentences[token]));
    const question = (isNamed ? heads.look : heads.lookUnnamed)(state);
    const heard = tokens.map(
      ({ key }, token) =>
        dot(question, key) / Math.sqrt(POINTER) +
        (own.has(seen.sentences[token]) ? (isNamed ? sameNamed : sameUnnamed) : 0),
    );
    const direct = (isNamed ? heads.named : heads.unnamed)(state);
    const hints = hintsOf(group);
    const isRuled = isNamed && rulesOfGroup(group) !== null;
    const likely = USES.flatMap((useCaseId, use): (ReadLink & { isEnough: boolean })[] => {
      const scores = heard.map((value, token) => value + (tokens[token]?.uses[use] ?? 0));
      const byWords = (hints[use] ?? 0) * (isNamed ? shareNamed : shareUnnamed);
      const rule = rulesOf(group, useCaseId);
      const byRules = rule === null ? 0 : ruled + ruledBySure * logit(rule.score);
      const value = logSum([(direct[use] ?? 0) + byWords, logSum(scores)]) + byRules;
      const isEnough = value > (rule !== null ? least.ruled : isNamed ? least.named : least.sentence);
      if (!isEnough && !(isRuled && value > least.only)) return [];
      const weights = softmax(scores);
      return [
        {
          ...{ group, useCaseId, logit: value, isEnough },
          ...standingOf(state, use, weights, stateAt, rule ?? rulesOfGroup(group)),
          ...providerOf(state, group, hostKeys, rule),
          token: weights.reduce((best, weight, token) => (weight > (weights[best] ?? 0) ? token : best), 0),
        },
      ];
    });
    const enough = likely.filter(({ isEnough }) => isEnough).filter((link, _, all) => !isShadow(link, all));
    return enough.length > 0 ? enough : likely.toSorted((a, b) => b.logit - a.logit).slice(0, 1);
  });
}

/** One purpose is one link: of two uses that a name hears in the same words, the less likely is the other's shadow. */
const isShadow = (link: ReadLink, all: readonly ReadLink[]) =>
  link.logit < SURE &&
  all.some((other) => other.logit > link.logit && Math.abs(other.token - link.token) <= SAME_WORDS);
/** Tokens apart. */
const SAME_WORDS = 10;
/** From this logit on both may be meant. */
const SURE = 1.5;

function standingOf(
  state: Float32Array,
  use: number,
  weights: readonly number[],
  stateAt: (token: number) => Float32Array,
  rule: RuleSays | null,
): Pick<ReadLink, 'standing' | 'standingShare'> {
  const place = new Float32Array(STATE_DIMENSIONS);
  for (const [token, weight] of weights.entries()) {
    if (weight < 1e-4) continue;
    for (const [index, value] of stateAt(token).entries())
      place[index] = (place[index] ?? 0) + weight * value;
  }
  const inner = heads.stands(state).map((value, row) => {
    let sum = value + (standsOfUse[use * (standsOfUse.length / USES.length) + row] ?? 0);
    for (let index = 0; index < STATE_DIMENSIONS; index += 1)
      sum += (scene[row * STATE_DIMENSIONS + index] ?? 0) * (place[index] ?? 0);
    return gelu(sum);
  });
  const scores = heads.standing(inner);
  const told = standings.map((name, at) => ({
    standing: name,
    score: (scores[at] ?? 0) + (rule?.standing === name ? ruledStanding : 0),
  }));
  const best = told.reduce((a, b) => (b.score > a.score ? b : a));
  return { standing: best.standing, standingShare: best.score - logSum(told.map(({ score }) => score)) };
}

function providerOf(
  state: Float32Array,
  { kind, makerId, told }: Group,
  hosts: readonly { providerId: string | null; key: Float32Array }[],
  rule: RuleSays | null,
): Pick<ReadLink, 'providerId' | 'providerShare'> {
  const [maker = 0, own = 0, nobody = 0] = (kind === 'sentence' ? heads.serveUnnamed : heads.serve)(state);
  const question = heads.ask(state);
  const entries: { providerId: string | null; score: number }[] = [
    { providerId: SELF_HOSTED, score: own },
    { providerId: null, score: nobody },
    ...(kind === 'sentence' ? [] : [{ providerId: makerId, score: maker }]),
    ...hosts.map(({ providerId, key }) => ({
      providerId,
      score: dot(question, key) / Math.sqrt(POINTER) + pointed,
    })),
  ];
  const powers = new Map<string | null, number>();
  for (const { providerId, score } of entries) {
    const byRules =
      (rule !== null && rule.providerId === providerId ? ruledProvider : 0) +
      (told === providerId ? toldProvider : 0);
    powers.set(providerId, (powers.get(providerId) ?? 0) + Math.exp(score + byRules));
  }
  const [providerId, power] = [...powers].reduce((a, b) => (b[1] > a[1] ? b : a));
  const whole = [...powers.values()].reduce((sum, value) => sum + value, 0);
  return { providerId, providerShare: Math.log(power / whole) };
}

function highestOf(states: readonly Float32Array[]): Float32Array {
  const highest = Float32Array.from(states[0] ?? []);
  for (const state of states.slice(1))
    for (const [index, value] of state.entries()) highest[index] = Math.max(highest[index] ?? 0, value);
  return highest;
}

function dot(left: Float32Array, right: Float32Array): number {
  let sum = 0;
  for (let index = 0; index < left.length; index += 1) sum += (left[index] ?? 0) * (right[index] ?? 0);
  return sum;
}

function logSum(values: readonly number[]): number {
  const highest = Math.max(...values);
  return highest + Math.log(values.reduce((sum, value) => sum + Math.exp(value - highest), 0));
}

function softmax(values: readonly number[]): number[] {
  const whole = logSum(values);
  return values.map((value) => Math.exp(value - whole));
}

const logit = (share: number) => {
  const bounded = Math.min(0.98, Math.max(0.02, share));
  return Math.log(bounded / (1 - bounded));
};

const gelu = (value: number) =>
  0.5 * value * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (value + 0.044715 * value ** 3)));
