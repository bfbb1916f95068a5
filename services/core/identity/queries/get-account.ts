import type { Account } from '@tokenholic/contracts';
import { notFound } from '@tokenholic/kit';
import { eq } from 'drizzle-orm';
import { findPerson, type OwnAccount } from '../commands/account/own-account.ts';
import { organizations } from '../tables.ts';

/** The own account with the organisation it belongs to. */
export async function getAccount(own: OwnAccount): Promise<Account> {
  const { kit, principal } = own;
  const home = principal.homeOrganizationId;
  const person = await findPerson(own);
  const [organization] = await kit.database.withTenant([home], (tx) =>
    tx.db.select().from(organizations).where(eq(organizations.organizationId, home)),
  );
  if (organization === undefined) throw notFound();
  return {
    ...{ id: person.id, name: person.name, email: person.email, language: person.language },
    ...{ twoFactor: person.twoFactorEnabled, roles: principal.user.roles },
    organization: { id: home, name: organization.name, kind: organization.kind },
  };
}
