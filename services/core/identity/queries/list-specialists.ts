import type { SpecialistRequest } from '@tokenholic/contracts';
import type { Kit, Principal } from '@tokenholic/kit';
import { desc, eq, inArray } from 'drizzle-orm';
import { sealedSpecialistRequests, sealedUsers } from '../sealed.ts';
import { specialistRequests, users } from '../tables.ts';

const SHOWN = 30;

/** Who was asked about a client, the latest first. */
export async function listSpecialists(
  kit: Kit,
  { homeOrganizationId: home }: Principal,
  clientId: string,
): Promise<SpecialistRequest[]> {
  return kit.database.withTenant([clientId, home], async (tx) => {
    const stored = await tx.db
      .select()
      .from(specialistRequests)
      .where(eq(specialistRequests.organizationId, clientId))
      .orderBy(desc(specialistRequests.askedAt), desc(specialistRequests.id))
      .limit(SHOWN);
    const rows = await tx.open(sealedSpecialistRequests, stored);
    const ids = [...new Set(rows.map(({ specialistId }) => specialistId))];
    const known = ids.length === 0 ? [] : await tx.db.select().from(users).where(inArray(users.id, ids));
    const people = await tx.open(sealedUsers, known);
    const nameOf = new Map(people.map(({ id, nameZh, nameEn }) => [id, { zh: nameZh, en: nameEn }]));
    return rows.map(({ specialistId, organizationId: _, wasAssigned: __, ...row }) => ({
      ...row,
      specialist: { id: specialistId, name: nameOf.get(specialistId) ?? { zh: '—', en: '—' } },
      askedAt: row.askedAt.toISOString(),
      endedAt: row.endedAt?.toISOString() ?? null,
    }));
  });
}
