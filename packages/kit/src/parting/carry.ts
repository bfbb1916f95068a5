import { pipeline } from 'node:stream/promises';
import type { PoolClient } from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import type { CarriedTable } from './answers.ts';

// Rows of several organisations on their way into another database, while everybody goes on writing them. What changed since
// a look is told by the transactions that wrote the rows.

/** Two connections, and the organisations as an array of PostgreSQL. */
export interface Way {
  source: PoolClient;
  target: PoolClient;
  group: string;
}

export interface Sum {
  rows: number;
  hash: string;
}

/** Makes both ends write values the same way, and the new one do nothing at a row but keep it. */
export async function prepareWay({ source, target }: Omit<Way, 'group'>): Promise<void> {
  for (const client of [source, target])
    await client.query(
      "set timezone = 'UTC'; set datestyle = 'ISO'; set intervalstyle = 'postgres'; set extra_float_digits = 1; set bytea_output = 'hex'; set session_replication_role = 'replica'",
    );
}

/** No transaction that had ended before wrote with this id or a later one. */
export async function horizon(client: PoolClient): Promise<string> {
  const { rows } = await client.query<{ xid: string }>(
    'select pg_snapshot_xmin(pg_current_snapshot())::text as xid',
  );
  if (rows[0] === undefined) throw new Error('The database told no snapshot');
  return rows[0].xid;
}

/** Sends what a query finds into a table: as a stream, whatever it weighs. */
export async function send({ source, target }: Way, query: string, into: string): Promise<void> {
  await pipeline(
    source.query(copyTo(`copy (${query}) to stdout`)),
    target.query(copyFrom(`copy ${into} from stdin`)),
  );
}

export const ofGroup = (group: string) => `organization_id = any ('${group}'::uuid[])`;
/** `age` counts on over the end of the numbers and is endless for rows that were frozen. */
export const changedSince = (since: string) => `age(xmin) <= age('${BigInt(since) % 2n ** 32n}'::xid)`;

/** The first copy of a table: nobody waits for it. */
export async function sendAll(way: Way, { name, columns }: CarriedTable): Promise<void> {
  await send(way, `select ${columns} from ${name} where ${ofGroup(way.group)}`, `${name} (${columns})`);
  await way.target.query(`analyze ${name}`);
}

/** Brings the copy to what the table holds now; the answer is how many rows had changed since. */
export async function follow(way: Way, table: CarriedTable, since: string): Promise<number> {
  const { source, target } = way;
  const { name, columns, keys } = table;
  // One snapshot: what is told to be gone and what is told to have come must fit each other.
  await source.query('begin isolation level repeatable read read only');
  await target.query('begin');
  const { rows } = await source.query<{ total: number; changed: number }>(
    `select count(*)::int as total, count(*) filter (where ${changedSince(since)})::int as changed
     from ${name} where ${ofGroup(way.group)}`,
  );
  const { total, changed } = rows[0] ?? { total: 0, changed: 0 };
  await target.query(`create temp table changed (like ${name}) on commit drop`);
  const same = keys.map((key) => `t.${key} = c.${key}`).join(' and ');
  if (changed > 0) {
    const news = `select ${columns} from ${name} where ${ofGroup(way.group)} and ${changedSince(since)}`;
    await send(way, news, `changed (${columns})`);
    await target.query('analyze changed');
    await target.query(`delete from ${name} t using changed c where ${same}`);
  }
  const gone = await dropGone(way, table, total - changed);
  if (changed > 0)
    await target.query(
      `insert into ${name} (${columns}) overriding system value select ${columns} from changed`,
    );
  await target.query('commit');
  await source.query('commit');
  return changed + gone;
}

/**
 * Takes away what is no longer there. All that did not change is in the copy already: when its count is right, so is the
 * rest, and else the keys of all that is there are sent.
 */
export async function dropGone(
  way: Way,
  { name, keys }: Pick<CarriedTable, 'name' | 'keys'>,
  expected: number,
): Promise<number> {
  const { rows } = await way.target.query<{ count: number }>(`select count(*)::int as count from ${name}`);
  if (rows[0]?.count === expected) return 0;
  const list = keys.join(', ');
  await way.target.query(`create temp table present on commit drop as select ${list} from ${name} limit 0`);
  await send(way, `select ${list} from ${name} where ${ofGroup(way.group)}`, `present (${list})`);
  await way.target.query('analyze present');
  const same = keys.map((key) => `t.${key} = p.${key}`).join(' and ');
  const { rowCount } = await way.target.query(
    `delete from ${name} t where not exists (select from present p where ${same})`,
  );
  return rowCount ?? 0;
}

const summed = (columns: string) =>
  `count(*)::int as rows, coalesce(sum(hashtextextended(row(${columns})::text, 0)::numeric), 0)::text as hash`;

/** How many rows the copy holds, and a hash over all of them whatever their order. */
export async function sumOfCopy(target: PoolClient, { name, compared }: CarriedTable): Promise<Sum> {
  const { rows } = await target.query<Sum>(`select ${summed(compared)} from ${name}`);
  return rows[0] ?? { rows: 0, hash: '0' };
}

/** Takes the originals away, each counted and hashed as it goes. */
export async function removeOriginals(
  { source, group }: Way,
  { name, compared }: CarriedTable,
  copied: Sum,
): Promise<void> {
  const { rows } = await source.query<Sum>(
    `with t as (delete from ${name} where ${ofGroup(group)} returning *) select ${summed(compared)} from t`,
  );
  mustBeSame(name, rows[0] ?? { rows: 0, hash: '0' }, copied);
}

export function mustBeSame(name: string, original: Sum, copied: Sum): void {
  if (original.rows !== copied.rows || original.hash !== copied.hash)
    throw new Error(`The copy of ${name} is not the same: ${copied.rows} rows of ${original.rows}`);
}

/** Numbers that the database gives go on after the highest that came along. */
export async function continueNumbers(target: PoolClient): Promise<void> {
  const { rows } = await target.query<{ name: string; column: string; sequence: string }>(
    `select c.oid::regclass::text as name, quote_ident(a.attname) as column,
       pg_get_serial_sequence(c.oid::regclass::text, a.attname) as sequence
     from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and not a.attisdropped and n.nspname not in ('pg_catalog', 'information_schema', 'pgboss')
       and pg_get_serial_sequence(c.oid::regclass::text, a.attname) is not null`,
  );
  for (const { name, column, sequence } of rows)
    await target.query(
      `select setval($1, greatest((select max(${column}) from ${name}), 1), exists (select from ${name}))`,
      [sequence],
    );
}
