import {
  confidenceOf,
  type LocalizedText,
  type PersonaEvidence,
  type PersonaTrait,
  type PersonaTraitKey,
} from '@tokenholic/contracts';
import type { Interaction } from '../history.ts';
import type { Claim } from '../reading/claims.ts';
import { labelOf } from '../vocabulary.ts';

/** Quotes and activities that are kept with a trait; the newest say most about today. */
const MOST_EVIDENCE = 5;

interface Making {
  key: PersonaTraitKey;
  value: string;
  score: number;
  support: number;
  against: number;
  detail: LocalizedText;
  evidence: PersonaEvidence[];
  via: PersonaTrait['via'];
  estimate?: PersonaTrait['estimate'];
}

export function makeTrait({ score, estimate = null, ...rest }: Making): PersonaTrait {
  return {
    ...rest,
    estimate,
    label: labelOf(rest.key, rest.value),
    confidence: confidenceOf(Math.round(score * 100) / 100),
  };
}

/** What the person said, newest first. */
export function quotesOf(
  claims: readonly Claim[],
  byId: ReadonlyMap<string, Interaction>,
): PersonaEvidence[] {
  return claims
    .flatMap(({ activityId, quote }) => {
      const activity = byId.get(activityId);
      return activity === undefined ? [] : [{ ...evidenceOf(activity), quote }];
    })
    .sort((first, second) => second.at.localeCompare(first.at))
    .slice(0, MOST_EVIDENCE);
}

/** What the person did, newest first. */
export function deedsOf(interactions: readonly Interaction[]): PersonaEvidence[] {
  return [...interactions]
    .sort((first, second) => second.at.getTime() - first.at.getTime())
    .slice(0, MOST_EVIDENCE)
    .map(evidenceOf);
}

function evidenceOf({ id, at, channel }: Interaction): PersonaEvidence {
  return { activityId: id, at: at.toISOString(), channel, quote: null };
}
