import type { EraseContact, ErasureReceipt } from '@tokenholic/contracts';
import type { Kit, Principal } from '@tokenholic/kit';
import { type NamedFile, namingFiles } from '../adapters/contact-files.ts';
import { walkTables } from '../adapters/contact-tables.ts';
import { type Connection, presentTables, tableName, withSubject } from '../adapters/gate.ts';
import { redactJobs } from '../adapters/jobs.ts';
import { type ContactSubject, redactorFor } from '../domain/contact.ts';
import { contactNameDiffers } from '../domain/failures.ts';
import { ERASED } from '../domain/mentions.ts';
import { count, type ErasedStore } from '../domain/receipt.ts';
import type { PrivacyPorts } from '../ports.ts';
import { findContact } from '../queries/find-contact.ts';
import { asRecipients } from '../queries/find-people.ts';
import { saveReceipt } from './save-receipt.ts';

/**
 * Erases a contact of a client from every store. What the person was part of stays, under an id that leads to nobody, so that
 * figures of deals hold; names, addresses and own words are taken out of it.
 */
export async function eraseContact(
  kit: Kit,
  ports: PrivacyPorts,
  principal: Principal,
  which: { clientId: string; contactId: string },
  { confirmName, keepFilesBecause }: EraseContact,
): Promise<ErasureReceipt> {
  const { person, name } = await findContact(kit, ports, { ...which, home: principal.homeOrganizationId });
  if (name.trim() !== confirmName.trim()) throw contactNameDiffers();
  const stores = await takeOutContact(kit, ports, person, keepFilesBecause ?? null);
  await kit.database.withTenant([person.clientId], (tx) =>
    tx.publish(person.clientId, 'contact.removed', {
      ...{ headline: { zh: ERASED, en: ERASED }, contactId: person.contactId },
    }),
  );
  const subject = { kind: 'person' as const, id: person.contactId, clientId: person.clientId };
  return saveReceipt(kit, principal, person.vendorId, { subject, stores, auditSeal: null }, person);
}

/** Goes through every store once. Doing it again takes out what was written since. */
export async function takeOutContact(
  kit: Kit,
  ports: PrivacyPorts,
  person: ContactSubject,
  keepFilesBecause: string | null,
): Promise<ErasedStore[]> {
  const present = await presentTables(kit.database);
  const sealed = ports.sealedTables();
  const fence = await fenceOf(kit, person);
  // Files first: when one cannot be written nothing else is gone yet, and it can be asked again.
  const files = await namingFiles(kit, fence, person, { present, documents: ports.documents });
  const stores =
    keepFilesBecause === null ? await settleFiles(kit, ports, files) : keptFiles(files, keepFilesBecause);
  const walked = await withSubject(kit.database, fence, async (client) => {
    if (keepFilesBecause === null) await dropFileRows(client, files);
    const redactor = redactorFor(person);
    const tables = await walkTables(kit, { client, person, redactor, sealed, present, dry: false });
    if (!present.has('accounts.mails')) return tables;
    const { rowCount } = await client.query('delete from accounts.mails');
    return [...tables, count('table', 'accounts.mails', rowCount, { done: 'deleted' })];
  });
  stores.push(...walked.filter(({ erased }) => erased !== 0));
  stores.push(await redactJobs(kit, person, redactorFor(person)));
  for (const organizationId of fence.organizationIds) {
    kit.cache.clear(organizationId);
    await kit.sharedCache.clear(organizationId);
  }
  return [...stores, count('memory', 'cache', null)];
}

/** Rows of the client and the vendor, and mails to the person's addresses; nobody's account. */
export async function fenceOf(kit: Kit, person: ContactSubject) {
  const emails = person.addresses.filter((one) => one.includes('@'));
  return {
    organizationIds: [person.clientId, person.vendorId],
    personIds: [],
    addresses: await asRecipients(kit, emails),
  };
}

async function settleFiles(
  kit: Kit,
  { documents }: PrivacyPorts,
  files: readonly NamedFile[],
): Promise<ErasedStore[]> {
  const stores: ErasedStore[] = [];
  for (const { store, id, organizationId, key, rewritten } of files) {
    if (key === null) await documents?.remove(organizationId, id);
    else if (rewritten === null) await kit.blobs.remove(organizationId, key);
    else await kit.blobs.put(organizationId, key, rewritten);
    stores.push(count('files', store, 1, { done: rewritten === null ? 'deleted' : 'replaced' }));
  }
  return stores;
}

const keptFiles = (files: readonly NamedFile[], reason: string): ErasedStore[] =>
  files.map(({ store }) => count('files', store, 1, { done: 'kept', why: { zh: reason, en: reason } }));

/** A file that went takes its row along. */
async function dropFileRows(client: Connection, files: readonly NamedFile[]): Promise<void> {
  for (const { table, id, rewritten } of files)
    if (table !== null && rewritten === null)
      await client.query(`delete from ${tableName(table)} where id = $1`, [id]);
}
