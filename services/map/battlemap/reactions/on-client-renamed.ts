import type { Kit, Reaction } from '@tokenholic/kit';
import { renameClient } from '../commands/rename-client.ts';

export function onClientRenamed(kit: Kit): Reaction<'client.renamed'> {
  return (tx, event) => renameClient(kit, tx, event.organizationId, event.payload.client.name);
}
