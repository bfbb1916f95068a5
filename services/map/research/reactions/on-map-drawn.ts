import type { Kit, Reaction } from '@tokenholic/kit';
import { saveRun } from '../commands/save-run.ts';
import { completeRun, isActive } from '../domain/run/run.ts';
import { findRun } from '../queries/runs.ts';

/** The visualisation agent is done: so is the run. */
export function onMapDrawn(kit: Kit): Reaction<'map.drawn'> {
  return async (tx, { organizationId, payload }) => {
    if (payload.runId === null) return;
    const run = await findRun(tx, organizationId, payload.runId);
    // A map drawn after a review has no run that waits for it.
    if (run === null || !isActive(run.status)) return;
    await saveRun(tx, organizationId, run.id, completeRun(run, payload.version, kit.now()), 'visualisation');
  };
}
