import type { Kit } from '@tokenholic/kit';
import { eq, sql } from 'drizzle-orm';
import { organizations } from '../tables.ts';

/** A client with the seller whose rules hold for it. */
export interface ClientOfSeller {
  clientId: string;
  sellerId: string;
}

/**
 * Clients with their sellers: the one whose people made the client, else the one that looked after it first. A client that
 * nobody looks after is in no pair. About one organisation, as seller or client, or about all when it is null.
 */
export async function pairClientsWithSellers(
  kit: Pick<Kit, 'database'>,
  about: string | null,
): Promise<ClientOfSeller[]> {
  const { rows } = await kit.database.withSystem(async ({ db }) => {
    const { organizationId, kind } = organizations;
    const asked =
      about === null ? [] : await db.select({ kind }).from(organizations).where(eq(organizationId, about));
    // Of one client nobody else's seller is looked for: this is asked for each client that is made.
    const isClient = asked[0]?.kind === 'client';
    return db.execute<{ client: string; seller: string }>(
      sql`select client, seller from (
          select client.organization_id as client, coalesce(
            (select vendor.organization_id from identity.users maker
             join identity.organizations vendor on vendor.organization_id = maker.organization_id and vendor.kind = 'vendor'
             where maker.id = client.created_by),
            (select vendor.organization_id from identity.assignments a join identity.users agent on agent.id = a.user_id
             join identity.organizations vendor on vendor.organization_id = agent.organization_id and vendor.kind = 'vendor'
             where a.organization_id = client.organization_id order by a.assigned_at, vendor.organization_id limit 1)
          ) as seller
          from identity.organizations client
          where client.kind = 'client' and ${isClient ? sql`client.organization_id = ${about}::uuid` : sql`true`}
        ) pairs
        where seller is not null and (${about}::uuid is null or ${about}::uuid in (client, seller))
        order by seller, client`,
    );
  });
  return rows.map(({ client, seller }) => ({ clientId: client, sellerId: seller }));
}
