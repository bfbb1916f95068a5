import type { Kit, Reaction } from '@tokenholic/kit';
import { startRun } from '../commands/start-run.ts';
import { clients } from '../tables.ts';

/** A client was created: know it, and research it when asked to. */
export function onClientCreated(kit: Kit): Reaction<'client.created'> {
  return async (tx, { organizationId, payload: { client, research } }) => {
    await tx.db
      .insert(clients)
      .values({ organizationId, name: client.name, website: client.website })
      .onConflictDoNothing();
    if (research !== null) await startRun(kit, tx, organizationId, research);
  };
}

export function onClientRenamed(): Reaction<'client.renamed'> {
  return async (tx, { organizationId, payload: { client } }) => {
    const { name, website } = client;
    await tx.db
      .insert(clients)
      .values({ organizationId, name, website })
      .onConflictDoUpdate({ target: clients.organizationId, set: { name, website } });
  };
}
