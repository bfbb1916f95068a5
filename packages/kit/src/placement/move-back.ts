import type { Pool, PoolClient } from 'pg';
import { fullName, ownName, type PlacedTable, placedTables, quoted, sharedName } from './catalogue.ts';
import { copyTable } from './copy.ts';
import { locked, lockWithin, refuseLate, until } from './locks.ts';
import type { Moved } from './move.ts';
import { liftGate, putBack, raiseGate } from './on-the-way.ts';
import {
  moveRows,
  mustBeSame,
  type Part,
  type Sum,
  silenceTriggers,
  sumOf,
  withoutTriggers,
} from './parts.ts';
import { awaitThoseBeside, whilePassageIsClosed } from './passage.ts';
import { hasParts } from './placements.ts';
import { uniteTable } from './split.ts';

/** More rows than these are copied while only their organisation waits; fewer go while everybody's table is held anyway. */
const MANY = 500;

export interface MovingBack {
  longest: number;
  /** What it came to so far. */
  moved: Moved;
  /** Within the last transaction: notes where the organisation is now. */
  note(): Promise<void>;
}

/**
 * Back among the others. A row can lie in everybody's table only once its own table is no part of it any longer, so nothing can
 * be copied ahead: the organisation waits for all of it. Large tables are taken out first, each with a gate before it, and
 * copied while everybody else goes on; the others follow in the one transaction after which all of them are back.
 */
export async function moveBack(
  pool: Pool,
  client: PoolClient,
  part: Part,
  { longest, moved, note }: MovingBack,
): Promise<void> {
  const tables = await placedTables(client);
  await putBack(client, part);
  await awaitThoseBeside(client);
  const began = performance.now();
  const work = async () => {
    const sums = new Map<PlacedTable, Sum>();
    for (const table of tables)
      sums.set(table, await sumOf(client, ownName(part.schemaName, table), part.organizationId));
    const many = await largeOf(client, sums);
    const taking = await takeOut(client, many, part);
    // Of this connection: each piece is a transaction of its own.
    if (many.length > 0) await client.query("set session_replication_role = 'replica'");
    for (const table of many) {
      await copyTable(client, { ...wayBack(table, part), organizationId: part.organizationId });
      mustBeSame(table, await sumOf(client, sharedName(table), part.organizationId), sums.get(table));
    }
    await client.query('reset session_replication_role');
    moved.rows = [...sums.values()].reduce((total, { rows }) => total + rows, 0);
    await client.query('begin; set local synchronous_commit = on');
    const silent = await silenceTriggers(client);
    const held = await lockWithin(client, tables);
    const rest = tables.filter((table) => !many.includes(table));
    for (const table of rest) await detach(client, table, part);
    const bring = async () => {
      for (const table of rest) {
        const sum = sums.get(table);
        if (sum === undefined || sum.rows === 0) continue;
        mustBeSame(table, await moveRows(client, wayBack(table, part)), sum);
      }
    };
    await (silent ? bring() : withoutTriggers(client, rest, bring));
    for (const table of many) await liftGate(client, table);
    await note();
    refuseLate(began + longest);
    await client.query('commit');
    moved.waitedMilliseconds = Math.max(taking, performance.now() - held);
    moved.ownWaitMilliseconds = performance.now() - began;
  };
  const bounded = async (whole: typeof work) => {
    try {
      await until(pool, client, began + longest, whole);
    } catch (error) {
      // What was ended for its length may be ended a moment late; what cannot be put back here is by whoever asks for it next.
      const back = async () => {
        await client.query('rollback; reset session_replication_role');
        await putBack(client, part);
      };
      await back()
        .catch(back)
        .catch(() => undefined);
      throw error;
    }
  };
  await whilePassageIsClosed(client, [part.organizationId], bounded, work);
  await client.query(`drop schema ${quoted(part.schemaName)} cascade`);
}

/** Large tables of tenants alone: the system reads across organisations, and must find all of them at any time. */
async function largeOf(client: PoolClient, sums: ReadonlyMap<PlacedTable, Sum>): Promise<PlacedTable[]> {
  const large = [...sums].filter(([, { rows }]) => rows > MANY).map(([table]) => table);
  const { rows } = await client.query<{ name: string }>(
    `select name from unnest($1::text[]) as name
     where to_regprocedure('kit.not_on_the_way(uuid)') is not null and not has_table_privilege('app_system', name, 'select')`,
    [large.map(fullName)],
  );
  const apart = new Set(rows.map(({ name }) => name));
  await client.query('begin');
  const silent = await silenceTriggers(client);
  await client.query('rollback');
  return silent ? large.filter((table) => apart.has(fullName(table))) : [];
}

/** The answer is how long everybody waited. */
async function takeOut(client: PoolClient, tables: readonly PlacedTable[], part: Part): Promise<number> {
  if (tables.length === 0) return 0;
  await client.query('begin');
  const held = await lockWithin(client, tables);
  for (const table of tables) {
    await detach(client, table, part);
    await raiseGate(client, table, part);
  }
  await client.query('commit');
  return performance.now() - held;
}

const wayBack = (table: PlacedTable, { schemaName }: Part) => ({
  from: ownName(schemaName, table),
  to: sharedName(table),
});

const detach = (client: PoolClient, table: PlacedTable, { schemaName }: Part) =>
  client.query(`alter table ${fullName(table)} detach partition ${ownName(schemaName, table)}`);

/** Makes the tables whole again when nobody has parts of them, one by one. The answer is how long anybody waited at most. */
export async function uniteAll(pool: Pool, client: PoolClient, longest: number): Promise<number> {
  let waited = 0;
  if (await hasParts(client)) return waited;
  for (const table of await placedTables(client)) {
    if (!table.split) continue;
    const { waitedMilliseconds } = await locked(pool, client, longest, () => uniteTable(client, table), [
      table,
    ]);
    waited = Math.max(waited, waitedMilliseconds);
  }
  return waited;
}
