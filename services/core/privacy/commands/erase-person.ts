import type { ErasureReceipt } from '@tokenholic/contracts';
import { type Kit, notFound, type Principal } from '@tokenholic/kit';
import { type Connection, presentTables, type Subject, tableName, withSubject } from '../adapters/gate.ts';
import { personStillThere } from '../domain/failures.ts';
import { ERASED, mentionsOf, withoutMentions } from '../domain/mentions.ts';
import { count, type ErasedStore } from '../domain/receipt.ts';
import { organizationTables, personTables } from '../domain/registry.ts';
import type { PrivacyPorts } from '../ports.ts';
import { addressesOf } from '../queries/find-people.ts';
import { saveReceipt } from './save-receipt.ts';

interface PersonRow {
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
  const person = await findPerson(kit, home, personId);
  if (person.left_at === null) throw personStillThere();
  const fence = { organizationIds, personIds: [personId], addresses: [] };
  const known = await addressesOf(kit, organizationIds, [personId]);
  const invited = await withSubject(kit.database, fence, (client) => invitedWith(client, personId));
  const addresses = [...new Set([...known, ...invited])];
  const subject = { ...fence, addresses };
  const texts = mentionsOf([person.name_zh, person.name_en, ...addresses]);
  const stores = await eraseEverywhere(kit, subject, personId, texts);
  for (const organizationId of organizationIds) kit.cache.clear(organizationId);
  ports.forget();
  const keeper = (await ports.findVendor()) ?? home;
  return saveReceipt(kit, principal, keeper, {
    ...{ subject: { kind: 'person', id: personId }, auditSeal: null },
    stores: [...stores, count('memory', 'cache', null), count('memory', 'sign-in', null)],
  });
}

async function findPerson(kit: Kit, home: string, personId: string): Promise<PersonRow> {
  const subject = { organizationIds: [home], personIds: [personId], addresses: [] };
  const { rows } = await withSubject(kit.database, subject, (client) =>
    client.query<PersonRow>(
      'select name_zh, name_en, left_at from identity.users where id = $1 and organization_id = $2',
      [personId, home],
    ),
  );
  const [person] = rows;
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
async function invitedWith(client: Connection, personId: string): Promise<string[]> {
  const { rows } = await client.query<{ email: string }>(
    'select email from identity.invitations where accepted_by = $1',
    [personId],
  );
  return rows.map(({ email }) => email);
}

async function eraseEverywhere(
  kit: Kit,
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
      for (const column of entry.mentions)
        stores.push(count('table', name, await takeOut(client, tableName(name), column, texts)));
    }
    return stores;
  });
}

/** Takes names and addresses out of one column, text or JSON alike; the answer is in how many rows they stood. */
async function takeOut(
  client: Connection,
  table: string,
  column: string,
  mentions: readonly string[],
): Promise<number> {
  if (mentions.length === 0) return 0;
  const { rows } = await client.query<{ place: string; value: unknown }>(
    `select ctid::text as place, to_jsonb("${column}") as value from ${table}
     where "${column}"::text ilike any ($1) for update`,
    [mentions.map((text) => `%${searchable(text)}%`)],
  );
  let changed = 0;
  for (const { place, value } of rows) {
    const kept = withoutMentions(value, mentions);
    if (JSON.stringify(kept) === JSON.stringify(value)) continue;
    const text = `update ${table} set "${column}" = (jsonb_populate_record(null::${table}, jsonb_build_object('${column}', $1::jsonb)))."${column}" where ctid = $2::tid`;
    await client.query(text, [JSON.stringify(kept), place]);
    changed += 1;
  }
  return changed;
}

/** For LIKE: signs with a meaning stand for themselves, and those that JSON writes differently for any sign. */
function searchable(text: string): string {
  return text.replace(/["\\\p{Cc}]/gu, '%').replace(/[%_]/g, (sign) => (sign === '%' ? '%' : '\\_'));
}
