import type { PoolClient } from 'pg';
import { columnsOf, ownName, type PlacedTable, quoted, sharedName } from './catalogue.ts';
import {
  copyReferences,
  copyTriggers,
  makeEmptyParts,
  type Part,
  SUM,
  type Sum,
  sumOf,
  withoutTriggers,
} from './parts.ts';

/** 16 MB of a table. */
const BLOCKS_AT_ONCE = 2_000;

// A copy of an organisation's rows that follows the originals while everybody goes on writing them, until they may change
// places. What changed since a look is told by the transactions that wrote the rows: no table needs a trigger for it.

/** Makes the schema with tables nobody reads yet, and copies into them what there is. The answer is where to look on from. */
export async function beginCopy(
  client: PoolClient,
  tables: readonly PlacedTable[],
  part: Part,
): Promise<string> {
  await dropCopy(client, part);
  await client.query('begin');
  await makeEmptyParts(client, tables, part);
  await client.query('commit');
  const since = await horizon(client);
  for (const table of tables)
    await copyTable(client, {
      ...{
        from: sharedName(table),
        to: ownName(part.schemaName, table),
        organizationId: part.organizationId,
      },
    });
  for (const table of tables) await client.query(`analyze ${ownName(part.schemaName, table)}`);
  return since;
}

/** Piece by piece: whoever reads the log waits for every transaction that writes. */
export async function copyTable(
  client: PoolClient,
  { from, to, organizationId }: { from: string; to: string; organizationId: string },
): Promise<void> {
  const columns = await columnsOf(client, from);
  const { rows } = await client.query<{ blocks: number }>(
    "select (pg_relation_size($1::regclass) / current_setting('block_size')::bigint)::int as blocks",
    [from],
  );
  for (let block = 0; block < (rows[0]?.blocks ?? 0); block += BLOCKS_AT_ONCE)
    await client.query(
      `insert into ${to} (${columns}) select ${columns} from ${from}
       where organization_id = $1 and ctid >= '(${block},0)' and ctid < '(${block + BLOCKS_AT_ONCE},0)'
       on conflict do nothing`,
      [organizationId],
    );
}

/** Copies what changed since an earlier look. The answer is where to look on from, and how many rows were written. */
export async function followOriginals(
  client: PoolClient,
  tables: readonly PlacedTable[],
  part: Part,
  since: string,
): Promise<{ since: string; written: number }> {
  const next = await horizon(client);
  let written = 0;
  for (const table of tables) written += await followTable(client, table, part, since);
  return { since: next, written };
}

/**
 * While nobody writes rows of the organisation: the schema's tables get their references and triggers. The answer is what
 * they hold, to be compared with what is taken away.
 */
export async function completeCopy(
  client: PoolClient,
  tables: readonly PlacedTable[],
  { organizationId, schemaName }: Part,
): Promise<Map<PlacedTable, Sum>> {
  for (const table of tables) await copyReferences(client, tables, schemaName, table);
  for (const table of tables) await copyTriggers(client, schemaName, table);
  const sums = new Map<PlacedTable, Sum>();
  for (const table of tables)
    sums.set(table, await sumOf(client, ownName(schemaName, table), organizationId));
  return sums;
}

/**
 * Within the last transaction: the originals go, each row counted and hashed as it goes. A row that changes its place is neither
 * new nor gone: what happens to rows that are must not happen to it, so no trigger runs, in this transaction alone (`silent`)
 * or, for want of a right, for anybody. The answer is how many rows went.
 */
export async function removeOriginals(
  client: PoolClient,
  sums: ReadonlyMap<PlacedTable, Sum>,
  { organizationId, schemaName }: Part,
  silent: boolean,
): Promise<number> {
  let total = 0;
  const remove = async () => {
    for (const [table, copied] of [...sums].toReversed()) {
      const { rows } = await client.query<Sum>(
        `with t as (delete from ${sharedName(table)} where organization_id = $1 returning *) select ${SUM} from t`,
        [organizationId],
      );
      const [gone] = rows;
      if (gone === undefined || gone.rows !== copied.rows || gone.hash !== copied.hash)
        throw new Error(
          `${ownName(schemaName, table)} does not hold what ${sharedName(table)} held: ${copied.rows} rows of ${gone?.rows}`,
        );
      total += gone.rows;
    }
  };
  await (silent ? remove() : withoutTriggers(client, [...sums.keys()], remove));
  return total;
}

/** Takes away a copy that never became its organisation's place. */
export async function dropCopy(client: PoolClient, { schemaName }: Part): Promise<void> {
  await client.query(`drop schema if exists ${quoted(schemaName)} cascade`);
}

/** No transaction that had ended before wrote with this id or a later one. */
async function horizon(client: PoolClient): Promise<string> {
  const { rows } = await client.query<{ xid: string }>(
    'select pg_snapshot_xmin(pg_current_snapshot())::xid::text as xid',
  );
  if (rows[0] === undefined) throw new Error('The database told no snapshot');
  return rows[0].xid;
}

/** A row that changes between the two statements is left as it was copied, and is a changed one at the next look. */
async function followTable(
  client: PoolClient,
  table: PlacedTable,
  { organizationId, schemaName }: Part,
  since: string,
): Promise<number> {
  const [shared, own] = [sharedName(table), ownName(schemaName, table)];
  const columns = await columnsOf(client, shared);
  const keys = await keysOf(client, shared);
  // `age` counts on over the end of the numbers and is endless for rows that were frozen.
  const unchanged =
    keys.length === 0
      ? 'false'
      : `exists (select from ${shared} s where s.organization_id = $1 and age(s.xmin) > age($2::text::xid)
         and ${keys.map((key) => `s.${key} = o.${key}`).join(' and ')})`;
  const gone = await client.query(
    `delete from ${own} o where $1::uuid is not null and $2::text is not null and not ${unchanged}`,
    [organizationId, since],
  );
  const come = await client.query(
    `insert into ${own} (${columns}) select ${columns} from ${shared}
     where organization_id = $1 and (${keys.length === 0} or age(xmin) <= age($2::text::xid))
     on conflict do nothing`,
    [organizationId, since],
  );
  return (gone.rowCount ?? 0) + (come.rowCount ?? 0);
}

/** Columns of the primary key, quoted; none where there is none. */
async function keysOf(client: PoolClient, table: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select a.attname as name from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey::int2[])
     where i.indrelid = $1::regclass and i.indisprimary`,
    [table],
  );
  return rows.map(({ name }) => quoted(name));
}
