import type { Kit, Reaction } from '@tokenholic/kit';
import { saveRun } from '../commands/save-run.ts';
import { completeRun, isActive } from '../domain/run/run.ts';
import { loadRun } from '../queries/runs.ts';

/** The visualisation agent is done: so is the run. */
export function onMapDrawn(kit: Kit): Reaction<'map.drawn'> {
  return async (tx, { organizationId, payload }) => {
    if (payload.runId === null) return;
    const run = await loadRun(tx, organizationId, payload.runId);
    if (!isActive(run.status)) return;
    await saveRun(tx, organizationId, run.id, completeRun(run, payload.version, kit.now()), 'visualisation');
  };
}
