import type { TenantTransaction } from '@tokenholic/kit';
import { and, eq, inArray, isNull } from 'drizzle-orm';
import { sealedContacts } from '../sealed.ts';
import { contacts } from '../tables.ts';

const reach = {
  ...{ id: contacts.id, organizationId: contacts.organizationId },
  ...{ email: contacts.email, phone: contacts.phone },
};
const digits = (text: string) => text.replace(/[\s()-]/g, '');

/** How some contacts can be reached: e-mail address and telephone number, as far as they are known. */
export async function reachOf(
  tx: TenantTransaction,
  contactIds: readonly string[],
): Promise<{ contactId: string; addresses: string[] }[]> {
  if (contactIds.length === 0) return [];
  const rows = await tx.db
    .select(reach)
    .from(contacts)
    .where(inArray(contacts.id, [...contactIds]));
  const known = await tx.open(sealedContacts, rows);
  return contactIds.map((contactId) => {
    const row = known.find(({ id }) => id === contactId);
    return { contactId, addresses: [row?.email ?? '', row?.phone ?? ''].filter((one) => one !== '') };
  });
}

/** Contacts of a client that have an address or number. Numbers are sealed and have no index: each is opened. */
export async function contactsAt(
  tx: TenantTransaction,
  clientId: string,
  address: string,
): Promise<string[]> {
  const isEmail = address.includes('@');
  const rows = await tx.db
    .select(reach)
    .from(contacts)
    .where(
      and(
        eq(contacts.organizationId, clientId),
        isNull(contacts.erasedAt),
        isEmail
          ? eq(contacts.emailIndex, await tx.lookUpAcross(sealedContacts, 'email', address))
          : undefined,
      ),
    );
  const known = await tx.open(sealedContacts, rows);
  return known.filter(({ phone }) => isEmail || digits(phone) === digits(address)).map(({ id }) => id);
}
