import { type Kit, notFound, openPayload, type SealedTable } from '@tokenholic/kit';
import { drizzle } from 'drizzle-orm/node-postgres';
import { z } from 'zod';
import { type Connection, presentTables, withSubject } from '../adapters/gate.ts';
import { openRows, sealedColumnsOf } from '../adapters/sealed-rows.ts';
import { type ContactSubject, ownWordsIn, waysOfPhone } from '../domain/contact.ts';
import type { PrivacyPorts } from '../ports.ts';

interface ContactRow extends Record<string, unknown> {
  id: string;
  organization_id: string;
  name: string;
  email: string;
  phone: string;
  erased_at: Date | null;
}

const savedSchema = z.object({ name: z.string(), email: z.string(), phone: z.string() });
const saidSchema = z.object({
  ...{ kind: z.string(), direction: z.string(), subject: z.string(), text: z.string() },
  people: z.array(z.object({ contactId: z.string() })),
  authorId: z.string().nullable().optional(),
  turns: z.array(z.object({ contactId: z.string().nullable(), text: z.string() })).optional(),
});

export interface FoundContact {
  person: ContactSubject;
  /** As the record says it today. */
  name: string;
}

/** A contact of a client, with every name, address and word by which other records lead to the person. */
export async function findContact(
  kit: Kit,
  ports: PrivacyPorts,
  { clientId, contactId, home }: { clientId: string; contactId: string; home: string },
): Promise<FoundContact> {
  const vendorId = (await ports.sellerOf(clientId)) ?? home;
  if (clientId === vendorId || !(await presentTables(kit.database)).has('deals.contacts')) throw notFound();
  const fence = { organizationIds: [...new Set([clientId, vendorId])], personIds: [], addresses: [] };
  return withSubject(kit.database, fence, async (client) => {
    const sealed = sealedColumnsOf(ports.sealedTables(), 'deals.contacts');
    const { rows } = await client.query<ContactRow>(
      'select id, organization_id, name, email, phone, erased_at from deals.contacts where organization_id = $1',
      [clientId],
    );
    const everybody = await openRows(kit, client, sealed, rows);
    const contact = everybody.find(({ id }) => id === contactId);
    if (contact === undefined || contact.erased_at !== null) throw notFound();
    const living = everybody.map(({ id }) => id).filter((id) => id !== contactId);
    const ids = [contactId, ...(await mergedInto(client, contactId)).filter((id) => !living.includes(id))];
    const history = await readHistory(kit, client, clientId, ids);
    const names = unique([contact.name, ...history.saved.map(({ name }) => name)]);
    const others = everybody.filter(({ id }) => id !== contactId).map(({ name }) => name);
    return {
      name: contact.name,
      person: {
        ...{ clientId, vendorId, contactId, ids, names, eventIds: history.eventIds },
        clientName: await nameOf(client, clientId),
        addresses: unique(
          [contact, ...history.saved].flatMap(({ email, phone }) => [email, ...waysOfPhone(phone)]),
        ),
        words: unique(history.words),
        nameShared: sharesName(names, [...others, ...(await memberNames(kit, ports.sealedTables(), client))]),
      },
    };
  });
}

const unique = (texts: readonly string[]) => [...new Set(texts.filter((text) => text.trim() !== ''))];

function sharesName(names: readonly string[], others: readonly string[]): boolean {
  const folded = new Set(others.map((name) => name.trim().toLowerCase()));
  return names.some((name) => folded.has(name.trim().toLowerCase()));
}

async function nameOf(client: Connection, clientId: string): Promise<string> {
  const text = 'select name from identity.organizations where organization_id = $1';
  return (await client.query<{ name: string }>(text, [clientId])).rows[0]?.name ?? '';
}

/** Records that became one with this one, and are no longer there. */
async function mergedInto(client: Connection, contactId: string): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    "select distinct payload->>'goneId' as id from kit.events where type = 'contact.merged' and payload->>'contactId' = $1",
    [contactId],
  );
  return rows.map(({ id }) => id);
}

async function memberNames(kit: Kit, sealed: readonly SealedTable[], client: Connection): Promise<string[]> {
  const text = 'select organization_id, name_zh, name_en from identity.users where left_at is null';
  const { rows } = await client.query<{ organization_id: string; name_zh: string; name_en: string }>(text);
  const opened = await openRows(kit, client, sealedColumnsOf(sealed, 'identity.users'), rows);
  return opened.flatMap((row) => [row.name_zh, row.name_en]);
}

/** What the log says of a person: how they were called and reached over time, and what they said. */
async function readHistory(kit: Kit, client: Connection, clientId: string, ids: readonly string[]) {
  const { rows } = await client.query<{
    id: string;
    type: string;
    payload: unknown;
    personal: string | null;
  }>(
    `select id, type, payload, personal from kit.events where organization_id = $1
     and (payload->>'contactId' = any ($2) or payload->>'goneId' = any ($2)
       or (type = 'activity.logged' and payload->'people' @> any ($3::jsonb[])))`,
    [clientId, ids, ids.map((contactId) => JSON.stringify([{ contactId }]))],
  );
  const reader = { db: drizzle(client) };
  const saved: z.infer<typeof savedSchema>[] = [];
  const words: string[] = [];
  for (const { type, ...stored } of rows) {
    if (type !== 'contact.saved' && type !== 'activity.logged') continue;
    const whole = await openPayload(kit.vault.keys, reader, clientId, stored);
    if (type === 'contact.saved') saved.push(savedSchema.parse(whole));
    else words.push(...ownWordsIn(saidSchema.parse(whole), ids));
  }
  return { saved, words, eventIds: rows.map(({ id }) => id) };
}
