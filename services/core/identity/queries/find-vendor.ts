import type { Kit } from '@tokenholic/kit';
import { and, asc, eq, ne } from 'drizzle-orm';
import { DEMO_VENDOR } from '../domain/demo-people.ts';
import { organizations } from '../tables.ts';
import { listOrganizationIds } from './list-organizations.ts';
import { pairClientsWithSellers } from './pair-clients.ts';

/** Sellers of the installation, the oldest first; the demo's own in demo mode. */
export async function listVendors(kit: Pick<Kit, 'database'>, demo: boolean): Promise<string[]> {
  if (demo) return [DEMO_VENDOR];
  const rows = await kit.database.withSystem(({ db }) =>
    db
      .select({ id: organizations.organizationId })
      .from(organizations)
      .where(and(eq(organizations.kind, 'vendor'), ne(organizations.organizationId, DEMO_VENDOR)))
      .orderBy(asc(organizations.createdAt)),
  );
  return rows.map(({ id }) => id);
}

/** The vendor whose installation this is: the oldest; null before there is one. */
export async function findVendor(kit: Pick<Kit, 'database'>, demo: boolean): Promise<string | null> {
  return (await listVendors(kit, demo))[0] ?? null;
}

/** The seller whose an organisation is: a seller's is itself, and whom nobody looks after belongs to the installation's own. */
export async function findSellerOf(
  kit: Pick<Kit, 'database'>,
  demo: boolean,
  organizationId: string,
): Promise<string | null> {
  const vendors = await listVendors(kit, demo);
  if (vendors.includes(organizationId)) return organizationId;
  if (vendors.length < 2) return vendors[0] ?? null;
  const [pair] = await pairClientsWithSellers(kit, organizationId);
  return pair?.sellerId ?? vendors[0] ?? null;
}

export interface SellerWithClients {
  sellerId: string;
  clientIds: string[];
}

/** Each seller with its clients; where there is one, with all there are. */
export async function listSellers(kit: Pick<Kit, 'database'>, demo: boolean): Promise<SellerWithClients[]> {
  const vendors = await listVendors(kit, demo);
  const [only] = vendors;
  if (only !== undefined && vendors.length === 1) {
    const everybody = await listOrganizationIds(kit);
    return [{ sellerId: only, clientIds: everybody.filter((id) => id !== only) }];
  }
  const pairs = Map.groupBy(await pairClientsWithSellers(kit, null), ({ sellerId }) => sellerId);
  return vendors.map((sellerId) => ({
    sellerId,
    clientIds: (pairs.get(sellerId) ?? []).map(({ clientId }) => clientId),
  }));
}
