import type { Client } from '@tokenholic/contracts';
import { type Kit, notFound } from '@tokenholic/kit';
import { and, eq, sql } from 'drizzle-orm';
import { organizations } from '../tables.ts';

export function toClient(row: typeof organizations.$inferSelect): Client {
  return {
    id: row.organizationId,
    name: row.name,
    website: row.website,
    sample: row.sample,
    createdAt: row.createdAt.toISOString(),
  };
}

/** Reads clients one by one; made once for a kit. */
export function createGetClient(kit: Kit): (clientId: string) => Promise<Client> {
  const find = kit.database.prepareRead((db) =>
    db
      .select()
      .from(organizations)
      .where(
        and(eq(organizations.organizationId, sql.placeholder('clientId')), eq(organizations.kind, 'client')),
      )
      .prepare('identity_get_client'),
  );
  return async (clientId) => {
    const [row] = await find([clientId], { clientId });
    if (row === undefined) throw notFound();
    return toClient(row);
  };
}
