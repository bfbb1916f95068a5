import type { SourceKind } from '@tokenholic/contracts';
import { SOURCE_WEIGHT } from '../confidence.ts';
import type { ReadLink } from './answer.ts';
import { weightsOf } from './heads.ts';

const [start = 0, ofLink = 0, ofProvider = 0, ofStanding = 0] = weightsOf('chance');

/**
 * Chance that a link with its provider and standing is right, 0 to 1: a logistic regression over how sure each of the three
 * is, learnt with the reader on passages that it was not taught.
 */
export function chanceOfLink(
  { logit, providerShare, standingShare }: Pick<ReadLink, 'logit' | 'providerShare' | 'standingShare'>,
  sourceKind: SourceKind,
): number {
  const sum = start + ofLink * logit + ofProvider * providerShare + ofStanding * standingShare;
  return (SOURCE_WEIGHT[sourceKind] ?? 1) / (1 + Math.exp(-sum));
}
