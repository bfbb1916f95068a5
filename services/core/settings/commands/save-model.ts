import type { SaveModelConnection } from '@tokenholic/contracts';
import type { Kit } from '@tokenholic/kit';
import { and, eq, max } from 'drizzle-orm';
import { secretOf } from '../adapters/connections.ts';
import { keyMissing } from '../domain/failures.ts';
import { connections } from '../tables.ts';

/** Adds a model at the end of the order, or changes the one with this id. Without a key the one that is there stays. */
export async function saveModel(
  kit: Kit,
  vendorId: string,
  connectionId: string,
  input: SaveModelConnection,
): Promise<void> {
  const { apiKey, ...rest } = input;
  const secret = secretOf(connectionId);
  if (apiKey === null && (await kit.secrets.get(vendorId, secret)) === null) throw keyMissing();
  if (apiKey !== null) await kit.secrets.set(vendorId, secret, apiKey);
  await kit.database.withTenant([vendorId], async (tx) => {
    const [last] = await tx.db
      .select({ position: max(connections.position) })
      .from(connections)
      .where(and(eq(connections.organizationId, vendorId), eq(connections.purpose, 'model')));
    const values = { ...rest, updatedAt: kit.now() };
    const made = await tx.db
      .insert(connections)
      .values({
        ...values,
        id: connectionId,
        organizationId: vendorId,
        purpose: 'model',
        position: (last?.position ?? 0) + 1,
      })
      .onConflictDoNothing()
      .returning({ id: connections.id });
    if (made.length === 0)
      await tx.db.update(connections).set(values).where(eq(connections.id, connectionId));
    await tx.audit(vendorId, {
      action: 'settings.model_saved',
      subject: connectionId,
      after: { ...rest, keyChanged: apiKey !== null },
    });
  });
}
