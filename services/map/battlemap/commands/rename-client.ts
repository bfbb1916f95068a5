import type { Kit, TenantTransaction } from '@tokenholic/kit';
import { eq } from 'drizzle-orm';
import { maps } from '../tables.ts';

/** The client has another name: the map says it from now on. */
export async function renameClient(
  kit: Kit,
  tx: TenantTransaction,
  clientId: string,
  clientName: string,
): Promise<void> {
  await tx.db.update(maps).set({ clientName, updatedAt: kit.now() }).where(eq(maps.organizationId, clientId));
}
