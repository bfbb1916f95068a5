import type { Kit, Reaction } from '@tokenholic/kit';
import { drawVersion } from '../commands/draw-version.ts';

/** Research is done: draw the next version. */
export function onResearchCompleted(kit: Kit): Reaction<'research.completed'> {
  return (tx, event) => drawVersion(kit, tx, event.organizationId, event.payload);
}
