import type { SourceKind } from '@tokenholic/contracts';
import { z } from 'zod';
import weights from './meaning/confidence-weights.json' with { type: 'json' };
import type { Shares } from './meaning/head.ts';
import { NO_USE, type UseShares } from './meaning/use-model.ts';
import { ownSharesAt, standingSharesAt, type View } from './mentions.ts';
import type { Statement } from './statements.ts';

/** What a sentence gives a statement to rest on, besides what it states. */
export interface Ground {
  /** The sentence says "uses" in so many words. */
  used: boolean;
  /** How likely this use is beside the others by all that speaks for one; null where a known word decided. */
  share: number | null;
  /** What the sentence means, of the use and of its standing; null where it was not weighed. */
  uses: UseShares | null;
  standings: Shares | null;
  /** How many models and providers it names. */
  names: number;
}

/** What a clause of a sentence gives a statement to rest on. */
export const groundAt = (
  clause: number,
  view: View,
  { used, share }: Pick<Ground, 'used' | 'share'>,
): Ground => ({
  ...{ used, share, names: view.mentions.length },
  uses: ownSharesAt(clause, view),
  standings: standingSharesAt(clause, view),
});

/** What makes a statement more or less likely to be right. Each is 0 where it is as usual or not known. */
export const GROUNDS = [
  'always',
  // How the use came to the name, beside a known word in the same clause.
  'sameSentence',
  'carried',
  'heading',
  'meaning',
  'kind',
  'unnamed',
  'hint',
  // Logarithm of the learnt share of the use; how much more than usual the sentence itself means this use, and none at all.
  'share',
  'usesMeant',
  'noneMeant',
  'used',
  // A standing other than "in use"; how much more than usual the sentence means this standing, and none at all.
  'notCurrent',
  'standingMeant',
  'noStandingMeant',
  // Who serves: told with the model, assumed to be its maker, a provider without a model, nobody known.
  'hosted',
  'bareProvider',
  'noProvider',
  // Logarithm of how many names the sentence has.
  'names',
] as const;
export type GroundName = (typeof GROUNDS)[number];

const weightOf = z.record(z.enum(GROUNDS), z.number()).parse(weights);

/** Shares on average over the statements of the passages to develop by: what is not weighed by meaning counts as usual. */
const USUAL = { use: 0.27, noUse: 0.15, standing: 0.43, noStanding: 0.12 };

const beyond = (usual: number, share: number | undefined) => (share === undefined ? 0 : share - usual);

/** What a statement rests on, in the order of `GROUNDS`. */
export function groundsOf(statement: Statement): number[] {
  const { derivation, ground, standing, useCaseId, providerId, modelName, hosted, hint } = statement;
  const { used, share, uses, standings, names } = ground;
  const values: Record<GroundName, number> = {
    always: 1,
    sameSentence: Number(derivation === 'same_sentence'),
    carried: Number(derivation === 'carried'),
    heading: Number(derivation === 'heading'),
    meaning: Number(derivation === 'meaning'),
    kind: Number(derivation === 'kind'),
    unnamed: Number(derivation === 'unnamed'),
    hint: Number(hint),
    share: share === null ? 0 : Math.log(share),
    usesMeant: beyond(USUAL.use, useCaseId === null ? undefined : uses?.get(useCaseId)),
    noneMeant: beyond(USUAL.noUse, uses?.get(NO_USE)),
    used: Number(used),
    notCurrent: Number(standing !== 'current'),
    standingMeant: beyond(USUAL.standing, standings?.get(standing)),
    noStandingMeant: beyond(USUAL.noStanding, standings?.get('none')),
    hosted: Number(hosted && modelName !== null && providerId !== null),
    bareProvider: Number(modelName === null && providerId !== null),
    noProvider: Number(providerId === null),
    names: Math.log(Math.max(1, names)),
  };
  return GROUNDS.map((name) => values[name]);
}

/** Sources that speak of the company rather than being it. */
export const SOURCE_WEIGHT: Partial<Record<SourceKind, number>> = {
  search: 0.9,
  wikipedia: 0.92,
  wikidata: 0.92,
  news: 0.95,
  reference: 0.95,
};

/** Chance that a statement is right, 0 to 1: a logistic regression learnt by `bench/extraction/train-confidence.ts`. */
export function chanceOf(statement: Statement): number {
  const sum = groundsOf(statement).reduce((total, value, at) => total + value * (weightAt[at] ?? 0), 0);
  return (SOURCE_WEIGHT[statement.quote.sourceKind] ?? 1) / (1 + Math.exp(-sum));
}

const weightAt = GROUNDS.map((name) => weightOf[name]);
