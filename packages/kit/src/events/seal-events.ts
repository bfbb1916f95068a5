import { type SQL, sql } from 'drizzle-orm';
import type { DataKeys, TenantReader } from '../encryption/data-keys.ts';
import { openPayload, sealPayload } from './personal-events.ts';
import { personalTypes } from './personal-parts.ts';

interface StoredRow extends Record<string, unknown> {
  seq: string;
  type: string;
  payload: unknown;
  personal: string | null;
}

/** Events from before their type's fields were declared personal as they are today. */
const plainOf = (organizationId: string): SQL => sql`organization_id = ${organizationId}
  and type in (select jsonb_object_keys(${JSON.stringify(personalTypes)}::jsonb))
  and personal_fields is distinct from (${JSON.stringify(personalTypes)}::jsonb ->> type)`;

export async function countPlainEvents({ db }: TenantReader, organizationId: string): Promise<number> {
  const { rows } = await db.execute<{ count: number }>(
    sql`select count(*)::int as count from kit.events where ${plainOf(organizationId)}`,
  );
  return rows[0]?.count ?? 0;
}

/** Takes what is personal out of some older events and seals it; the answer is how many. */
export async function sealEvents(
  tx: TenantReader,
  keys: DataKeys,
  organizationId: string,
  most: number,
): Promise<number> {
  const { rows } = await tx.db.execute<StoredRow>(
    sql`select seq::text, type, payload, personal from kit.events where ${plainOf(organizationId)}
      limit ${most} for update skip locked`,
  );
  for (const { seq, type, payload, personal } of rows) {
    const whole = await openPayload(keys, tx, organizationId, { payload, personal });
    const stored = await sealPayload(keys, tx, organizationId, type, whole);
    await tx.db.execute(sql`update kit.events set payload = ${JSON.stringify(stored.payload)}::jsonb,
      personal = ${stored.personal}, personal_fields = ${stored.fields} where seq = ${seq}`);
  }
  return rows.length;
}
