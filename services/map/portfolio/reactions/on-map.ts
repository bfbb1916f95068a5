import type { Reactions } from '@tokenholic/kit';
import { eq } from 'drizzle-orm';
import { mapLineOf } from '../domain/client-line.ts';
import { clients } from '../tables.ts';
import { applyChange } from './change-line.ts';

/** A map was drawn or edited: its line follows. */
export const onMap: Reactions = {
  'map.drawn': async (tx, event) => {
    const { version, basis, totals } = event.payload;
    await applyChange(tx, event, { kind: 'drawn', map: mapLineOf(version, basis, totals) });
  },
  'map.edited': async (tx, event) => {
    const { version, totals } = event.payload;
    const [known] = await tx.db
      .select({ map: clients.map })
      .from(clients)
      .where(eq(clients.organizationId, event.organizationId));
    const drawn = known?.map ?? null;
    if (drawn === null)
      throw new Error(`Client ${event.organizationId} has an edited map that was never drawn`);
    await applyChange(tx, event, { kind: 'drawn', map: mapLineOf(version, drawn.basis, totals) });
  },
};
