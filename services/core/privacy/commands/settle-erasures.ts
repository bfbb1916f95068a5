import type { Kit } from '@tokenholic/kit';
import { eq, isNull } from 'drizzle-orm';
import { clearJobs } from '../adapters/jobs.ts';
import { addUp, type ErasedStore } from '../domain/receipt.ts';
import type { PrivacyPorts } from '../ports.ts';
import { sealedReceipts } from '../sealed.ts';
import { receipts } from '../tables.ts';
import { takeOutContact } from './erase-contact.ts';
import { eraseBeside, eraseTables } from './erase-organization.ts';

/** Jobs are ended after half an hour, so work that was under way at the erasure writes nothing after this. */
const SETTLES_AFTER_MS = 40 * 60_000;

type Row = typeof receipts.$inferSelect;

/** Work that was running at an erasure may have written since: goes over it again until none is left. */
export async function settleErasures(kit: Kit, ports: PrivacyPorts): Promise<void> {
  const open = await kit.database.withSystem((tx) =>
    tx.db.select().from(receipts).where(isNull(receipts.settledAt)),
  );
  for (const row of open) {
    const isOver = kit.now().getTime() - row.requestedAt.getTime() > SETTLES_AFTER_MS;
    const late = row.subjectKind === 'organization' ? await again(kit, ports, row) : [];
    // A contact is looked for once more, at the end: the whole log has to be opened for it.
    if (isOver) late.push(...(await lookAgain(kit, ports, row)));
    await kit.database.withTenant([row.organizationId], (tx) =>
      tx.db
        .update(receipts)
        .set({
          stores: addUp([...row.stores, ...late]),
          ...(isOver ? { settledAt: kit.now(), pending: null } : {}),
        })
        .where(eq(receipts.id, row.id)),
    );
  }
}

async function again(kit: Kit, ports: PrivacyPorts, row: Row): Promise<ErasedStore[]> {
  const subject = { organizationIds: [row.subjectId], personIds: [], addresses: [] };
  const late = [...(await eraseTables(kit, subject)), ...(await eraseBeside(ports, row.subjectId))];
  await clearJobs(kit, row.subjectId);
  kit.cache.clear(row.subjectId);
  await kit.sharedCache.clear(row.subjectId);
  return late;
}

async function lookAgain(kit: Kit, ports: PrivacyPorts, stored: Row): Promise<ErasedStore[]> {
  const [row] = await kit.database.withTenant([stored.organizationId], (tx) =>
    tx.open(sealedReceipts, [stored]),
  );
  if (row === undefined || row.pending === null) return [];
  const kept = row.stores.find(({ kind, done }) => kind === 'files' && done === 'kept');
  const late = await takeOutContact(kit, ports, row.pending, kept?.why?.en ?? null);
  return late.filter(({ done }) => done !== 'kept');
}
