import type { Kit, SealedTable } from '@tokenholic/kit';
import { type Subject, withSubject } from '../adapters/gate.ts';
import { openRows, sealedColumnsOf } from '../adapters/sealed-rows.ts';

/** Everybody who belongs or belonged to an organisation. */
async function peopleOf(kit: Kit, organizationId: string): Promise<string[]> {
  const subject = { organizationIds: [organizationId], personIds: [], addresses: [] };
  return withSubject(kit.database, subject, async (client) => {
    const { rows } = await client.query<{ id: string }>(
      'select id from identity.users where organization_id = $1',
      [organizationId],
    );
    return rows.map(({ id }) => id);
  });
}

/** The e-mail addresses of people: by their accounts, and those they were invited with. */
export async function addressesOf(
  kit: Kit,
  organizationIds: readonly string[],
  personIds: readonly string[],
): Promise<string[]> {
  const rows = await withSubject(
    kit.database,
    { organizationIds, personIds, addresses: [] },
    async (client) => {
      const found = await client.query<{ email: string }>('select email from accounts.people');
      return found.rows;
    },
  );
  const place = { table: 'accounts.people', column: 'email', lookUp: true };
  return Promise.all(rows.map(({ email }) => kit.vault.openOwn(place, email)));
}

/** Addresses as mails hold them: sealed, alike for the same address; and in plain, from before they were. */
export async function asRecipients(kit: Kit, addresses: readonly string[]): Promise<string[]> {
  const place = { table: 'accounts.mails', column: 'recipient', lookUp: true };
  const sealed = await Promise.all(addresses.map((address) => kit.vault.sealOwnEach(place, address)));
  return [...addresses, ...sealed.flat()];
}

/** An organisation with everybody in it, and the addresses that were ever invited to it. */
export async function subjectOfOrganization(
  kit: Kit,
  sealed: readonly SealedTable[],
  organizationId: string,
): Promise<Subject> {
  const personIds = await peopleOf(kit, organizationId);
  const known = await addressesOf(kit, [organizationId], personIds);
  const subject = { organizationIds: [organizationId], personIds, addresses: known };
  const invited = await withSubject(kit.database, subject, async (client) => {
    const { rows } = await client.query<{ organization_id: string; email: string }>(
      'select organization_id, email from identity.invitations',
    );
    const opened = await openRows(kit, client, sealedColumnsOf(sealed, 'identity.invitations'), rows);
    return opened.map(({ email }) => email);
  });
  return { ...subject, addresses: await asRecipients(kit, [...new Set([...known, ...invited])]) };
}
