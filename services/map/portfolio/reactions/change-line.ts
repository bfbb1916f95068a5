import type { TenantTransaction } from '@tokenholic/kit';
import { eq } from 'drizzle-orm';
import { changeLine, figuresOf, type LineChange, newLine } from '../domain/client-line.ts';
import { clients, days } from '../tables.ts';

/** Folds one change into the client's line; a drawn map is also the day's. */
export async function applyChange(
  tx: TenantTransaction,
  { organizationId, occurredAt }: { organizationId: string; occurredAt: string },
  change: LineChange,
): Promise<void> {
  const [known] = await tx.db.select().from(clients).where(eq(clients.organizationId, organizationId));
  // The vendor's own organisation has people and no map: it is listed nowhere.
  if (known === undefined && change.kind !== 'named') return;
  const line = changeLine(known ?? newLine(''), change);
  const changedAt = new Date(occurredAt);
  await tx.db
    .insert(clients)
    .values({ ...line, organizationId, changedAt })
    .onConflictDoUpdate({ target: clients.organizationId, set: { ...line, changedAt } });
  if (change.kind !== 'drawn') return;
  const figures = figuresOf(change.map);
  await tx.db
    .insert(days)
    .values({ organizationId, day: occurredAt.slice(0, 10), figures })
    .onConflictDoUpdate({ target: [days.organizationId, days.day], set: { figures } });
}
