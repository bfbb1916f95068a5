import type { Kit, Reaction } from '@tokenholic/kit';
import { drawVersion } from '../commands/draw-version.ts';

/** People judged the findings: draw the next version from what stands. */
export function onFindingsReviewed(kit: Kit): Reaction<'findings.reviewed'> {
  return (tx, { organizationId, payload: { reviewId, ...found } }) =>
    drawVersion(kit, tx, organizationId, { ...found, runId: reviewId });
}
