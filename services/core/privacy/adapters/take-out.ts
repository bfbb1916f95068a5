import type { Kit, SealedTable } from '@tokenholic/kit';
import { withoutMentions } from '../domain/mentions.ts';
import { type Connection, tableName } from './gate.ts';
import { openRows, sealCell } from './sealed-rows.ts';

/** Takes names and addresses out of one column, text or JSON alike; the answer is in how many rows they stood. */
export async function takeOut(
  client: Connection,
  table: string,
  column: string,
  mentions: readonly string[],
): Promise<number> {
  if (mentions.length === 0) return 0;
  const { rows } = await client.query<{ part: string; place: string; value: unknown }>(
    `select tableoid::text as part, ctid::text as place, to_jsonb("${column}") as value from ${table}
     where "${column}"::text ilike any ($1) for update`,
    [mentions.map((text) => `%${searchable(text)}%`)],
  );
  let changed = 0;
  for (const { part, place, value } of rows) {
    const kept = withoutMentions(value, mentions);
    if (JSON.stringify(kept) === JSON.stringify(value)) continue;
    const text = `update ${table} set "${column}" = (jsonb_populate_record(null::${table}, jsonb_build_object('${column}', $1::jsonb)))."${column}" where ctid = $2::tid and tableoid = $3::oid`;
    await client.query(text, [JSON.stringify(kept), place, part]);
    changed += 1;
  }
  return changed;
}

/** The same for a sealed column: what it says can be told only by opening every row. */
export async function takeOutSealed(
  kit: Kit,
  client: Connection,
  table: SealedTable,
  column: string,
  mentions: readonly string[],
): Promise<number> {
  const name = tableName(table.name);
  const { rows } = await client.query<{ organization_id: string; part: string; place: string }>(
    `select tableoid::text as part, ctid::text as place, organization_id, "${column}" from ${name} where "${column}" is not null for update`,
  );
  let changed = 0;
  for (const row of await openRows<Record<string, unknown>>(kit, client, table, rows)) {
    const value = row[column];
    const kept = withoutMentions(value, mentions);
    if (JSON.stringify(kept) === JSON.stringify(value)) continue;
    const at = { organizationId: String(row.organization_id), column };
    const sealed = await sealCell(kit, client, table, at, kept);
    const index = sealed.index === null ? '' : `, "${sealed.index.column}" = $4`;
    const set = sealed.kind === 'json' ? 'to_jsonb($1::text)' : '$1';
    await client.query(
      `update ${name} set "${column}" = ${set}${index} where ctid = $2::tid and tableoid = $3::oid`,
      [...[sealed.value, row.place, row.part], ...(sealed.index === null ? [] : [sealed.index.value])],
    );
    changed += 1;
  }
  return changed;
}

/** For LIKE: signs with a meaning stand for themselves, and those that JSON writes differently for any sign. */
export function searchable(text: string): string {
  return text.replace(/["\\\p{Cc}]/gu, '%').replace(/[%_]/g, (sign) => (sign === '%' ? '%' : '\\_'));
}
