import type { Kit } from '@tokenholic/kit';
import { and, eq } from 'drizzle-orm';
import { connectionUnknown } from '../domain/failures.ts';
import { connections } from '../tables.ts';

/** Puts the models in the order in which they are to be asked. */
export async function orderModels(kit: Kit, vendorId: string, ids: readonly string[]): Promise<void> {
  await kit.database.withTenant([vendorId], async (tx) => {
    for (const [index, id] of ids.entries()) {
      const changed = await tx.db
        .update(connections)
        .set({ position: index + 1, updatedAt: kit.now() })
        .where(and(eq(connections.organizationId, vendorId), eq(connections.id, id)))
        .returning();
      if (changed.length === 0) throw connectionUnknown();
    }
    await tx.audit(vendorId, { action: 'settings.models_ordered', subject: vendorId, after: ids });
  });
}
