import type { Kit } from '@tokenholic/kit';
import { organizations } from '../tables.ts';

/** Ids of every organisation of the installation, for work that goes over all of them. Not for requests. */
export async function listOrganizationIds(kit: Pick<Kit, 'database'>): Promise<string[]> {
  const rows = await kit.database.withSystem(({ db }) =>
    db.select({ id: organizations.organizationId }).from(organizations).orderBy(organizations.organizationId),
  );
  return rows.map(({ id }) => id);
}
