import type { ConsentCheck, ConsentPurpose } from '@tokenholic/contracts';
import type { TenantTransaction } from '@tokenholic/kit';
import { and, desc, eq, inArray } from 'drizzle-orm';
import { standOfPerson } from '../domain/consent.ts';
import { sealedConsents } from '../sealed.ts';
import { consents } from '../tables.ts';
import { policyIn } from './consent-policy.ts';

/** A contact with the addresses and numbers by which the person may have decided. */
export interface Reach {
  contactId: string;
  addresses: readonly string[];
}

/** A number is one however it is written; consent is kept in this form. */
const asKept = (address: string): string =>
  address.includes('@') ? address : address.replace(/[\s()-]/g, '');

/** Whether something may be done about each of some contacts of one client, within the transaction that would do it. */
export async function standOfContacts(
  tx: TenantTransaction,
  clientId: string,
  people: readonly Reach[],
  purpose: ConsentPurpose,
  now: Date,
): Promise<Map<string, ConsentCheck>> {
  const { purposes } = await policyIn(tx, clientId);
  const wanted = new Map<string, string>();
  for (const address of new Set(people.flatMap(({ addresses }) => addresses)))
    wanted.set(address, await tx.lookUp(sealedConsents, 'address', clientId, asKept(address)));
  const rows = wanted.size === 0 ? [] : await newestOf(tx, clientId, [...wanted.values()], purpose);
  return new Map(
    people.map(({ contactId, addresses }) => {
      const newest = addresses.map(
        (address) => rows.find((row) => row.index === wanted.get(address)) ?? null,
      );
      return [contactId, standOfPerson(newest, purposes[purpose].basis, now)];
    }),
  );
}

async function newestOf(
  { db }: TenantTransaction,
  clientId: string,
  indexes: readonly string[],
  purpose: ConsentPurpose,
) {
  const { addressIndex: index, decision, decidedAt, expiresAt } = consents;
  return db
    .selectDistinctOn([index], { index, decision, decidedAt, expiresAt })
    .from(consents)
    .where(
      and(eq(consents.organizationId, clientId), eq(consents.purpose, purpose), inArray(index, [...indexes])),
    )
    .orderBy(index, desc(decidedAt), desc(consents.recordedAt), desc(consents.id));
}
