import { readHead } from './head.ts';
import { tenseParts } from './phrases.ts';
import weights from './standing-model.json' with { type: 'json' };

const head = readHead(weights, tenseParts);

/** How likely a text tells of each standing, `none` for no use of its own: trained by `bench/extraction/train-standings.ts`. */
export const standingSharesOf = head.sharesOf;
