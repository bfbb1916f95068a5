import { type Kit, openPayload, sealPayload } from '@tokenholic/kit';
import { drizzle } from 'drizzle-orm/node-postgres';
import { z } from 'zod';
import { eventWithout } from '../domain/contact.ts';
import { count, type ErasedStore } from '../domain/receipt.ts';
import type { Walk } from './contact-tables.ts';
import { searchable } from './take-out.ts';

const BATCH = 500;
const payloadSchema = z.record(z.string(), z.unknown());
const UNTIED = { isTied: false, clientColumn: null };

interface StoredEvent {
  id: string;
  seq: string;
  organization_id: string;
  type: string;
  payload: unknown;
  personal: string | null;
}

/** Takes a contact out of the log: what is personal is opened, freed of the person and sealed again in its place. */
export async function redactEvents(
  kit: Pick<Kit, 'vault'>,
  { client, person, redactor, dry }: Walk,
): Promise<ErasedStore[]> {
  const reader = { db: drizzle(client) };
  const { keys } = kit.vault;
  const texts = [...person.names, ...person.addresses, ...person.ids].map((text) => `%${searchable(text)}%`);
  let deleted = 0;
  let replaced = 0;
  for (let after = '0'; ; ) {
    const { rows } = await client.query<StoredEvent>(
      `select id, seq::text, organization_id, type, payload, personal from kit.events
       where seq > $1::bigint and (personal <> '' or payload::text ilike any ($2)) order by kit.events.seq limit ${BATCH}`,
      [after, texts],
    );
    for (const { id, seq, organization_id: organizationId, type, ...stored } of rows) {
      const whole = payloadSchema.parse(await openPayload(keys, reader, organizationId, stored));
      const row = { id, organization_id: organizationId, payload: whole };
      const kept = eventWithout(type, whole, person, (value) => redactor.take(value, row, UNTIED));
      if (kept === null) {
        deleted += 1;
        if (!dry) await client.query('delete from kit.events where seq = $1', [seq]);
        continue;
      }
      if (JSON.stringify(kept) === JSON.stringify(whole)) continue;
      replaced += 1;
      if (dry) continue;
      const sealed = await sealPayload(keys, reader, organizationId, type, kept);
      await client.query(
        'update kit.events set payload = $2::jsonb, personal = $3, personal_fields = $4 where seq = $1',
        [seq, JSON.stringify(sealed.payload), sealed.personal, sealed.fields],
      );
    }
    after = rows.at(-1)?.seq ?? after;
    if (rows.length < BATCH) break;
  }
  return [
    count('table', 'kit.events', deleted, { done: 'deleted' }),
    count('table', 'kit.events', replaced, { done: 'replaced' }),
  ];
}
