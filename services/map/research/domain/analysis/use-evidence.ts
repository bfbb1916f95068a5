import { z } from 'zod';
import type { Gazetteer } from './gazetteer.ts';
import type { Place, Topic } from './linking.ts';
import { NO_USE, type UseShares } from './meaning/use-model.ts';
import weights from './meaning/use-weights.json' with { type: 'json' };
import { type Mention, type View, weighedParts } from './mentions.ts';
import { fits, usualUse } from './modality.ts';

/** What may speak for a use where a model is named. */
export const EVIDENCE = [
  // What the clause, its sentence, the sentences beside and the page's beginning mean: logarithms of the use's share.
  'clause',
  'sentence',
  'around',
  'opening',
  'mood',
  // The text was speaking of it: in the sentence before, earlier in this one, more so where this one says nothing.
  'carried',
  'carriedWithin',
  'carriedWhereSilent',
  'heading',
  // A word for it stands elsewhere in the sentence, or one that only hints at it.
  'firmInSentence',
  'hintInClause',
  'hintInSentence',
  // The name itself is for it wherever nothing else is said.
  'usual',
  'usualOfKind',
] as const;

/** A share so small counts as this. */
const LEAST_SHARE = 0.2;

/** What speaks for each use that the model can serve, in the order of `EVIDENCE`. */
export type Evidence = ReadonlyMap<string, readonly number[]>;

const weightOf = z.record(z.enum(EVIDENCE), z.number()).parse(weights);

/** Null where nothing was weighed by meaning. */
export function evidenceAt(
  mention: Mention,
  view: View,
  places: readonly Place[],
  topic: Topic,
  gazetteer: Gazetteer,
): Evidence | null {
  const { clause, sentence, around, opening } = weighedParts(mention.clause, view);
  const whole = sentence ?? around ?? opening;
  if (whole === null) return null;
  const none = (clause ?? whole).get(NO_USE) ?? 0;
  const usualOfKind = mention.kinds === null ? null : usualUse(mention.kinds);
  const found = new Map<string, readonly number[]>();
  for (const id of whole.keys()) {
    if (id === NO_USE) continue;
    if (mention.kinds !== null && !fits(mention.kinds, gazetteer.useCaseKinds.get(id))) continue;
    const isTopic = topic.useCaseId === id;
    const isCarried = isTopic && topic.derivation === 'carried';
    const words = places.filter((place) => place.id === id);
    const holds: Record<(typeof EVIDENCE)[number], number> = {
      clause: logShare(clause ?? sentence, id),
      sentence: logShare(sentence, id),
      around: logShare(around, id),
      opening: logShare(opening, id),
      mood: logShare(topic.mood, id),
      carried: Number(isCarried && !topic.within),
      carriedWithin: Number(isCarried && topic.within),
      carriedWhereSilent: isCarried ? none : 0,
      heading: Number(isTopic && topic.derivation === 'heading'),
      firmInSentence: Number(words.some(({ hint }) => !hint)),
      hintInClause: Number(words.some(({ hint, clause: at }) => hint && at === mention.clause)),
      hintInSentence: Number(words.some(({ hint }) => hint)),
      usual: Number(
        mention.usual === id || words.some(({ at, end }) => at < mention.end && mention.at < end),
      ),
      usualOfKind: Number(usualOfKind === id),
    };
    found.set(
      id,
      EVIDENCE.map((name) => holds[name]),
    );
  }
  return found;
}

const logShare = (shares: UseShares | null, use: string) =>
  shares === null ? 0 : Math.log((shares.get(use) ?? 0) + LEAST_SHARE);

/** How likely each use is, the likeliest first: weights learnt by `bench/extraction/train-weighing.ts`. */
export function weighed(evidence: Evidence): { id: string; share: number }[] {
  const powers = [...evidence].map(([id, values]) => ({
    id,
    power: Math.exp(values.reduce((sum, value, at) => sum + value * (weightAt[at] ?? 0), 0)),
  }));
  const total = powers.reduce((sum, { power }) => sum + power, 0);
  return powers.map(({ id, power }) => ({ id, share: power / total })).toSorted((a, b) => b.share - a.share);
}

const weightAt = EVIDENCE.map((name) => weightOf[name]);
