import type { Kit } from '@tokenholic/kit';
import { eq, isNull } from 'drizzle-orm';
import { clearJobs } from '../adapters/jobs.ts';
import { addUp, type ErasedStore } from '../domain/receipt.ts';
import type { PrivacyPorts } from '../ports.ts';
import { receipts } from '../tables.ts';
import { eraseBeside, eraseTables } from './erase-organization.ts';

/** Jobs are ended after half an hour, so work that was under way at the erasure writes nothing after this. */
const SETTLES_AFTER_MS = 40 * 60_000;

/** Work that was running when an organisation was erased may have written since: goes over it again until none is left. */
export async function settleErasures(kit: Kit, ports: Pick<PrivacyPorts, 'storesBeside'>): Promise<void> {
  const open = await kit.database.withSystem((tx) =>
    tx.db.select().from(receipts).where(isNull(receipts.settledAt)),
  );
  for (const row of open) {
    const subject = { organizationIds: [row.subjectId], personIds: [], addresses: [] };
    const late: ErasedStore[] = [];
    if (row.subjectKind === 'organization') {
      late.push(...(await eraseTables(kit, subject)), ...(await eraseBeside(ports, row.subjectId)));
      await clearJobs(kit, row.subjectId);
      kit.cache.clear(row.subjectId);
      await kit.sharedCache.clear(row.subjectId);
    }
    const isOver = kit.now().getTime() - row.requestedAt.getTime() > SETTLES_AFTER_MS;
    await kit.database.withTenant([row.organizationId], (tx) =>
      tx.db
        .update(receipts)
        .set({ stores: addUp([...row.stores, ...late]), settledAt: isOver ? kit.now() : null })
        .where(eq(receipts.id, row.id)),
    );
  }
}
