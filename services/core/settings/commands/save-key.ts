import type { Kit } from '@tokenholic/kit';
import { and, eq } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { secretOf } from '../adapters/connections.ts';
import { connections } from '../tables.ts';
import { removeConnection } from './remove-connection.ts';

const KIND = { search: 'tavily', browser: 'agentbay' } as const;

/** Connects the search provider or the browser service by its key; null disconnects it. */
export async function saveKey(
  kit: Kit,
  vendorId: string,
  purpose: keyof typeof KIND,
  apiKey: string | null,
): Promise<void> {
  const [existing] = await kit.database.withTenant([vendorId], ({ db }) =>
    db
      .select()
      .from(connections)
      .where(and(eq(connections.organizationId, vendorId), eq(connections.purpose, purpose))),
  );
  if (apiKey === null) {
    if (existing !== undefined) await removeConnection(kit, vendorId, existing.id);
    return;
  }
  const id = existing?.id ?? uuidv7();
  await kit.secrets.set(vendorId, secretOf(id), apiKey);
  await kit.database.withTenant([vendorId], async (tx) => {
    const made = await tx.db
      .insert(connections)
      .values({
        ...{ id, organizationId: vendorId, purpose, kind: KIND[purpose], position: 1 },
        updatedAt: kit.now(),
      })
      .onConflictDoNothing()
      .returning({ id: connections.id });
    if (made.length === 0)
      await tx.db.update(connections).set({ updatedAt: kit.now() }).where(eq(connections.id, id));
    await tx.audit(vendorId, { action: `settings.${purpose}_connected`, subject: id });
  });
}
