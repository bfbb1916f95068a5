import type { Kit } from '@tokenholic/kit';
import { and, eq } from 'drizzle-orm';
import { secretOf } from '../adapters/connections.ts';
import { connectionUnknown } from '../domain/failures.ts';
import { connections } from '../tables.ts';

/** Removes a connection and its key. */
export async function removeConnection(kit: Kit, vendorId: string, connectionId: string): Promise<void> {
  await kit.database.withTenant([vendorId], async (tx) => {
    const removed = await tx.db
      .delete(connections)
      .where(and(eq(connections.organizationId, vendorId), eq(connections.id, connectionId)))
      .returning();
    if (removed.length === 0) throw connectionUnknown();
    await tx.audit(vendorId, { action: 'settings.connection_removed', subject: connectionId });
  });
  await kit.secrets.remove(vendorId, secretOf(connectionId));
}
