import type { Kit, TenantTransaction } from '@tokenholic/kit';
import { eq } from 'drizzle-orm';
import { maps } from '../tables.ts';
import { refreshPortfolio } from './draw-version.ts';

/** The client has another name: map and list say it from now on. */
export async function renameClient(
  kit: Kit,
  tx: TenantTransaction,
  clientId: string,
  clientName: string,
): Promise<void> {
  const renamed = await tx.db
    .update(maps)
    .set({ clientName, updatedAt: kit.now() })
    .where(eq(maps.organizationId, clientId))
    .returning({ id: maps.organizationId });
  if (renamed.length > 0) await refreshPortfolio(kit, tx, clientId);
}
