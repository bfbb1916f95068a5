import type { ContactTraces } from '@tokenholic/contracts';
import type { Kit, Principal } from '@tokenholic/kit';
import { namingFiles } from '../adapters/contact-files.ts';
import { walkTables } from '../adapters/contact-tables.ts';
import { presentTables, withSubject } from '../adapters/gate.ts';
import { fenceOf } from '../commands/erase-contact.ts';
import { redactorFor } from '../domain/contact.ts';
import { addUp } from '../domain/receipt.ts';
import type { PrivacyPorts } from '../ports.ts';
import { findContact } from './find-contact.ts';

/** Where a contact stands, and what an erasure would do there. */
export async function previewContact(
  kit: Kit,
  ports: PrivacyPorts,
  principal: Principal,
  which: { clientId: string; contactId: string },
): Promise<ContactTraces> {
  const { person, name } = await findContact(kit, ports, { ...which, home: principal.homeOrganizationId });
  const present = await presentTables(kit.database);
  const sealed = ports.sealedTables();
  const fence = await fenceOf(kit, person);
  const stores = await withSubject(kit.database, fence, (client) =>
    walkTables(kit, { client, person, redactor: redactorFor(person), sealed, present, dry: true }),
  );
  const files = await namingFiles(kit, fence, person, { present, documents: ports.documents });
  return {
    ...{ contactId: which.contactId, name, nameShared: person.nameShared },
    stores: addUp(stores).map(({ name: store, erased, done = 'replaced', why }) => ({
      ...{ name: store, rows: erased ?? 0, done },
      ...(why === undefined ? {} : { why }),
    })),
    files: files.map(({ store, id, name: called, rewritable }) => ({ store, id, name: called, rewritable })),
  };
}
