import { readHead, type Shares } from './head.ts';
import { topicParts } from './phrases.ts';
import weights from './use-model.json' with { type: 'json' };

const head = readHead(weights, topicParts);

export const USE_EMBEDDER = head.embedder;

/** The share of what tells of no use at all. */
export const NO_USE = 'none';

/** How likely a text speaks of each use, `none` among them. */
export type UseShares = Shares;

/** Which use a text speaks of by its words and by what it means: trained by `bench/extraction/train-uses.ts`. */
export const sharesOf = head.sharesOf;
