import type { Kit } from '@tokenholic/kit';
import { drizzle } from 'drizzle-orm/node-postgres';
import { count, type ErasedStore } from '../domain/receipt.ts';
import { sealedConsents } from '../sealed.ts';
import type { Walk } from './contact-tables.ts';

const REFUSALS = {
  zh: '拒绝记录只留下带密钥的哈希，以便今后继续遵守（GDPR 第 17(3)(e) 条、个人信息保护法第 47 条）',
  en: 'a refusal stays as a keyed hash, so that it goes on being honoured (GDPR Art. 17(3)(e), PIPL Art. 47)',
};

/** What to compare with the index of consents for the ways in which an address is written. */
export async function consentIndexes(
  kit: Pick<Kit, 'vault'>,
  { client, person }: Pick<Walk, 'client' | 'person'>,
): Promise<string[]> {
  const reader = { db: drizzle(client) };
  const ways = new Set(
    person.addresses.map((one) => (one.includes('@') ? one : one.replace(/[\s()-]/g, ''))),
  );
  return Promise.all(
    [...ways].map((one) => kit.vault.lookUp(reader, sealedConsents, 'address', person.clientId, one)),
  );
}

/** Consent goes with the person; the newest refusal of each purpose stays without address and proof, as a hash. */
export async function settleConsents(kit: Pick<Kit, 'vault'>, walk: Walk): Promise<ErasedStore[]> {
  const { client, person, dry } = walk;
  const indexes = await consentIndexes(kit, walk);
  const { rows } = await client.query<{ id: string; stays: boolean }>(
    `select c.id, c.decision = 'withdrawn' and not exists (
       select 1 from privacy.consents later
       where later.organization_id = c.organization_id and later.address_index = c.address_index
         and later.purpose = c.purpose
         and (later.decided_at, later.recorded_at, later.id) > (c.decided_at, c.recorded_at, c.id)) as stays
     from privacy.consents c where c.organization_id = $1 and c.address_index = any ($2)`,
    [person.clientId, indexes],
  );
  const staying = rows.filter(({ stays }) => stays).map(({ id }) => id);
  const going = rows.filter(({ stays }) => !stays).map(({ id }) => id);
  if (!dry) {
    await client.query('delete from privacy.consents where id = any ($1::uuid[])', [going]);
    await client.query("update privacy.consents set address = '', proof = '' where id = any ($1::uuid[])", [
      staying,
    ]);
  }
  return [
    count('table', 'privacy.consents', going.length, { done: 'deleted' }),
    count('table', 'privacy.consents', staying.length, { done: 'kept', why: REFUSALS }),
  ];
}
