import type { PoolClient } from 'pg';
import { columnsOf, fullName, ownName, type PlacedTable, quoted, sharedName } from './catalogue.ts';

export interface Sum {
  rows: number;
  hash: string;
}

/** Of rows that are called t. */
export const SUM =
  'count(*)::int as rows, coalesce(sum(hashtextextended(t::text, 0)::numeric), 0)::text as hash';

/** How many rows a place holds of an organisation, and a hash over all of them whatever their order. */
export async function sumOf(client: PoolClient, place: string, organizationId: string): Promise<Sum> {
  const { rows } = await client.query<Sum>(`select ${SUM} from ${place} t where organization_id = $1`, [
    organizationId,
  ]);
  return rows[0] ?? { rows: 0, hash: '0' };
}

export function mustBeSame(table: PlacedTable, found: Sum, expected: Sum | undefined): void {
  if (found.rows !== expected?.rows || found.hash !== expected.hash)
    throw new Error(
      `The copy of ${fullName(table)} is not the same: ${found.rows} rows of ${expected?.rows}`,
    );
}

/** All rows of a table into another, each counted and hashed as it is written. */
export async function moveRows(client: PoolClient, { from, to }: { from: string; to: string }): Promise<Sum> {
  const columns = await columnsOf(client, from);
  const { rows } = await client.query<Sum>(
    `with t as (insert into ${to} (${columns}) select ${columns} from ${from} returning *) select ${SUM} from t`,
  );
  return rows[0] ?? { rows: 0, hash: '0' };
}

export interface Part {
  organizationId: string;
  schemaName: string;
}

/** A schema with a table for each of the shared ones, without references and triggers. */
export async function makeEmptyParts(
  client: PoolClient,
  tables: readonly PlacedTable[],
  { schemaName }: Part,
): Promise<void> {
  await client.query(`create schema ${quoted(schemaName)}`);
  for (const table of tables) {
    const own = ownName(schemaName, table);
    await client.query(`create table ${own} (like ${sharedName(table)} including all)`);
    // Without a policy nobody gets in but by the whole, whose policies hold.
    await client.query(`alter table ${own} enable row level security`);
  }
}

/** From here on the tables of the schema are the places of the organisation's rows. */
export async function attachParts(
  client: PoolClient,
  tables: readonly PlacedTable[],
  { organizationId, schemaName }: Part,
): Promise<void> {
  for (const table of tables)
    await client.query(
      `alter table ${fullName(table)} attach partition ${ownName(schemaName, table)} for values in ('${organizationId}')`,
    );
}

/** Triggers and references of this transaction alone; false where the role may not: then they are switched off for everybody. */
export async function silenceTriggers(client: PoolClient): Promise<boolean> {
  await client.query('savepoint silence');
  try {
    await client.query("set local session_replication_role = 'replica'");
    return true;
  } catch {
    await client.query('rollback to savepoint silence');
    return false;
  }
}

/** A row that changes its place is neither new nor gone: what happens to rows that are must not happen to it. */
export async function withoutTriggers(
  client: PoolClient,
  tables: readonly PlacedTable[],
  work: () => Promise<void>,
): Promise<void> {
  for (const table of tables) await client.query(`alter table ${sharedName(table)} disable trigger user`);
  await work();
  for (const table of tables) await client.query(`alter table ${sharedName(table)} enable trigger user`);
}

/** What happens with a shared row happens with a row of the schema. */
export async function copyTriggers(
  client: PoolClient,
  schemaName: string,
  table: PlacedTable,
): Promise<void> {
  const { rows } = await client.query<{ definition: string; place: string }>(
    `select pg_get_triggerdef(t.oid) as definition, t.tgrelid::regclass::text as place
     from pg_trigger t where t.tgrelid = $1::regclass and not t.tgisinternal and t.tgtype & 1 = 1`,
    [sharedName(table)],
  );
  for (const { definition, place } of rows)
    await client.query(definition.replace(` ON ${place} `, ` ON ${ownName(schemaName, table)} `));
}

/** What a shared table refers to, its own counterpart refers to within the schema. */
export async function copyReferences(
  client: PoolClient,
  tables: readonly PlacedTable[],
  schemaName: string,
  table: PlacedTable,
): Promise<void> {
  const { rows } = await client.query<{ definition: string; target: string; name: string }>(
    `select pg_get_constraintdef(f.oid) as definition, f.confrelid::regclass::text as target,
       quote_ident(n.nspname) || '.' || quote_ident(c.relname) as name
     from pg_constraint f join pg_class c on c.oid = f.confrelid join pg_namespace n on n.oid = c.relnamespace
     where f.contype = 'f' and f.conrelid = $1::regclass`,
    [sharedName(table)],
  );
  for (const { definition, target, name } of rows) {
    const parent = tables.find((one) => `${one.schema}.${one.name}_shared` === name);
    const here = parent === undefined ? name : ownName(schemaName, parent);
    const own = ownName(schemaName, table);
    await client.query(
      `alter table ${own} add ${definition.replace(`REFERENCES ${target}(`, `REFERENCES ${here}(`)}`,
    );
  }
}
