import type { Client } from '@tokenholic/contracts';
import { type Kit, notFound } from '@tokenholic/kit';
import { and, eq } from 'drizzle-orm';
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

export async function getClient(kit: Kit, clientId: string): Promise<Client> {
  const [row] = await kit.database.readTenant([clientId], (db) =>
    db
      .select()
      .from(organizations)
      .where(and(eq(organizations.organizationId, clientId), eq(organizations.kind, 'client'))),
  );
  if (row === undefined) throw notFound();
  return toClient(row);
}
