import { localizedTextSchema } from '@tokenholic/contracts';
import type { Kit, Principal } from '@tokenholic/kit';
import { z } from 'zod';
import { sealedDeals } from '../sealed.ts';
import { deals } from '../tables.ts';
import { withClients } from './deal-access.ts';

export const ownerSchema = z.object({ id: z.uuid(), name: localizedTextSchema });
export type Owner = z.infer<typeof ownerSchema>;

const MOST = 200;

/** Who owns deals that this person may see, and the person: whom a deal can be given to. */
export async function listOwners(kit: Kit, principal: Principal): Promise<Owner[]> {
  const { id, name } = principal.user;
  const { organizationId, ownerId, ownerName } = deals;
  const rows = await withClients(kit, principal, async (tx) => {
    const stored = await tx.db
      .selectDistinctOn([ownerId], { organizationId, ownerId, ownerName })
      .from(deals)
      .orderBy(ownerId)
      .limit(MOST);
    return tx.open(sealedDeals, stored);
  });
  const others = rows
    .map((row) => ({ id: row.ownerId, name: row.ownerName }))
    .filter((row) => row.id !== id)
    .sort((a, b) => (a.name.en < b.name.en ? -1 : 1));
  return [{ id, name }, ...others];
}
