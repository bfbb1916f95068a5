import { type Role, roleSchema } from '@tokenholic/contracts';
import type { Kit, TenantTransaction } from '@tokenholic/kit';
import { asc, eq, inArray } from 'drizzle-orm';
import type { Person } from '../../adapters/accounts/auth.ts';
import { clientNameKey } from '../../domain/client-name.ts';
import { leastBusy } from '../../domain/least-busy.ts';
import { toClient } from '../../queries/get-client.ts';
import { sealedUsers } from '../../sealed.ts';
import { assignments, organizations, users } from '../../tables.ts';

/**
 * Makes the organisation a person asked for at sign-up, with the person as its owner, and gives it to the seller with the
 * fewest clients. Does nothing when it is there already, or when the person joined an existing one.
 */
export async function provisionOrganization(kit: Kit, person: Person): Promise<void> {
  const { organizationId, organizationName } = person;
  if (organizationId === null || organizationName === null) return;
  const seller = await chooseSeller(kit);
  await kit.database.withTenant(
    seller === null ? [organizationId] : [organizationId, seller.organizationId],
    async (tx) => {
      const [organization] = await tx.db
        .insert(organizations)
        .values({
          ...{ organizationId, kind: 'client', name: organizationName },
          ...{ nameKey: clientNameKey(organizationName), createdBy: person.id, createdAt: kit.now() },
        })
        .onConflictDoNothing()
        .returning();
      if (organization === undefined) return;
      await addMember(tx, person, organizationId, ['owner']);
      await tx.publish(organizationId, 'client.created', { client: toClient(organization), research: null });
      await tx.audit(organizationId, { action: 'organization.sign_up', subject: person.id });
      if (seller === null) return;
      await tx.db.insert(assignments).values({ userId: seller.id, organizationId });
      const name = { zh: seller.nameZh, en: seller.nameEn };
      await tx.publish(organizationId, 'client.assigned', { userId: seller.id, name });
    },
  );
}

export async function addMember(
  tx: TenantTransaction,
  person: Pick<Person, 'id' | 'name'>,
  organizationId: string,
  roles: readonly Role[],
): Promise<void> {
  const row = await tx.seal(sealedUsers, organizationId, {
    ...{ id: person.id, organizationId, roles: [...roles] },
    ...{ nameZh: person.name, nameEn: person.name },
  });
  await tx.db.insert(users).values(row);
}

const SELLERS: readonly Role[] = ['sales_agent', 'sales_manager'];

async function chooseSeller(kit: Kit): Promise<typeof users.$inferSelect | null> {
  return kit.database.withSystem(async (tx) => {
    const { db } = tx;
    const vendors = db
      .select({ id: organizations.organizationId })
      .from(organizations)
      .where(eq(organizations.kind, 'vendor'));
    const people = await db
      .select()
      .from(users)
      .where(inArray(users.organizationId, vendors))
      .orderBy(asc(users.id));
    const sellers = people.filter(
      ({ roles, demo, leftAt, kind }) =>
        !demo &&
        kind === 'person' &&
        leftAt === null &&
        roles.some((role) => SELLERS.includes(roleSchema.parse(role))),
    );
    const given = await db.select({ userId: assignments.userId }).from(assignments);
    const chosen = leastBusy(sellers, given);
    const [opened] = await kit.vault.open(tx, sealedUsers, chosen === null ? [] : [chosen]);
    return opened ?? null;
  });
}
