import type { ErasureReceipt } from '@tokenholic/contracts';
import { type Kit, notFound, type Principal, type SealedTable } from '@tokenholic/kit';
import { type Connection, presentTables, type Subject, tableName, withSubject } from '../adapters/gate.ts';
import { openRows, sealedColumnsOf } from '../adapters/sealed-rows.ts';
import { takeOut, takeOutSealed } from '../adapters/take-out.ts';
import { personStillThere } from '../domain/failures.ts';
import { ERASED, mentionsOf } from '../domain/mentions.ts';
import { count, type ErasedStore } from '../domain/receipt.ts';
import { organizationTables, personTables } from '../domain/registry.ts';
import type { PrivacyPorts } from '../ports.ts';
import { addressesOf, asRecipients } from '../queries/find-people.ts';
import { saveReceipt } from './save-receipt.ts';

interface PersonRow extends Record<string, unknown> {
  organization_id: string;
  name_zh: string;
  name_en: string;
  left_at: Date | null;
}

/**
 * Erases somebody who left: account, sessions, own settings and practice go; name and address are taken out of what the
 * person is mentioned in. What was done for a client stays, under an id that leads to nobody.
 */
export async function erasePerson(
  kit: Kit,
  ports: PrivacyPorts,
  principal: Principal,
  personId: string,
): Promise<ErasureReceipt> {
  const home = principal.homeOrganizationId;
  const touched = await organizationsTouchedBy(kit, personId);
  const organizationIds = [...new Set([home, ...touched])];
  const person = await findPerson(kit, ports.sealedTables(), home, personId);
  if (person.left_at === null) throw personStillThere();
  const fence = { organizationIds, personIds: [personId], addresses: [] };
  const known = await addressesOf(kit, organizationIds, [personId]);
  const invited = await withSubject(kit.database, fence, (client) =>
    invitedWith(kit, client, ports.sealedTables(), personId),
  );
  const addresses = [...new Set([...known, ...invited])];
  const subject = { ...fence, addresses: await asRecipients(kit, addresses) };
  const texts = mentionsOf([person.name_zh, person.name_en, ...addresses]);
  const stores = await eraseEverywhere(kit, ports.sealedTables(), subject, personId, texts);
  for (const organizationId of organizationIds) kit.cache.clear(organizationId);
  kit.vault.forget(home);
  ports.forget();
  const keeper = (await ports.sellerOf(home)) ?? home;
  return saveReceipt(kit, principal, keeper, {
    ...{ subject: { kind: 'person', id: personId, clientId: null }, auditSeal: null },
    stores: [...stores, count('memory', 'cache', null), count('memory', 'sign-in', null)],
  });
}

async function findPerson(
  kit: Kit,
  sealed: readonly SealedTable[],
  home: string,
  personId: string,
): Promise<PersonRow> {
  const subject = { organizationIds: [home], personIds: [personId], addresses: [] };
  const [person] = await withSubject(kit.database, subject, async (client) => {
    const { rows } = await client.query<PersonRow>(
      'select organization_id, name_zh, name_en, left_at from identity.users where id = $1 and organization_id = $2',
      [personId, home],
    );
    return openRows(kit, client, sealedColumnsOf(sealed, 'identity.users'), rows);
  });
  if (person === undefined) throw notFound();
  return person;
}

/** Organisations in whose events the person acted or is named. */
async function organizationsTouchedBy(kit: Kit, personId: string): Promise<string[]> {
  const { rows } = await kit.database.withSystem(({ client }) =>
    client.query<{ id: string }>(
      "select distinct organization_id as id from kit.events where actor = $1 or payload->>'userId' = $1",
      [personId],
    ),
  );
  return rows.map(({ id }) => id);
}

/** The address a person was invited with: the account that held it too is gone since they left. */
async function invitedWith(
  kit: Kit,
  client: Connection,
  sealed: readonly SealedTable[],
  personId: string,
): Promise<string[]> {
  const { rows } = await client.query<{ organization_id: string; email: string }>(
    'select organization_id, email from identity.invitations where accepted_by = $1',
    [personId],
  );
  const opened = await openRows(kit, client, sealedColumnsOf(sealed, 'identity.invitations'), rows);
  return opened.map(({ email }) => email);
}

async function eraseEverywhere(
  kit: Kit,
  sealed: readonly SealedTable[],
  subject: Subject,
  personId: string,
  texts: readonly string[],
): Promise<ErasedStore[]> {
  const present = await presentTables(kit.database);
  return withSubject(kit.database, subject, async (client) => {
    const stores: ErasedStore[] = [];
    // The own row loses its name whatever it was; elsewhere a name of one sign could not be told from other text.
    const names = 'update identity.users set name_zh = $2, name_en = $2, roles = $3 where id = $1';
    await client.query(names, [personId, ERASED, []]);
    for (const { name } of personTables.filter((table) => present.has(table.name))) {
      const { rowCount } = await client.query(`delete from ${tableName(name)}`);
      stores.push(count('table', name, rowCount));
    }
    for (const { name, entry } of organizationTables.filter((table) => present.has(table.name))) {
      if (entry.personColumn !== null) {
        const text = `delete from ${tableName(name)} where "${entry.personColumn}" = $1`;
        stores.push(count('table', name, (await client.query(text, [personId])).rowCount));
      }
      const table = sealedColumnsOf(sealed, name);
      for (const column of entry.mentions) {
        const isSealed = table?.columns.some((one) => one.column === column) === true;
        const changed = isSealed
          ? await takeOutSealed(kit, client, table, column, texts)
          : await takeOut(client, tableName(name), column, texts);
        stores.push(count('table', name, changed));
      }
    }
    return stores;
  });
}
