import type { Kit } from '@tokenholic/kit';
import { eq } from 'drizzle-orm';
import { organizations } from '../tables.ts';

/** What the clients among these organisations are called. */
export async function nameClients(
  kit: Kit,
  organizationIds: readonly string[],
): Promise<{ id: string; name: string }[]> {
  if (organizationIds.length === 0) return [];
  return kit.database.readTenant(organizationIds, (db) =>
    db
      .select({ id: organizations.organizationId, name: organizations.name })
      .from(organizations)
      .where(eq(organizations.kind, 'client')),
  );
}
