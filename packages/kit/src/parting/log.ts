import { columnsOf } from '../placement/catalogue.ts';
import { changedSince, dropGone, mustBeSame, ofGroup, type Sum, send, type Way } from './carry.ts';

// Transactions of two servers have nothing to do with each other: an event's place is the id of the transaction that wrote
// it, and that of another server would stand before or behind everything for ever. So events get places anew, in their
// order: all of them in a transaction older than any that the new server will ever count, numbered from 1.

/** The first id a server gives to a transaction; every one that it gives from now on is higher. */
const OLDEST = '3';
const EVENTS = { name: 'kit.events', keys: ['id'] };

const PLACES = new Set(['"xid"', '"seq"']);
const contents = async ({ source }: Way): Promise<string> => {
  const columns = (await columnsOf(source, EVENTS.name)).split(', ');
  return columns.filter((column) => !PLACES.has(column)).join(', ');
};

/** The first copy of the log: those behind a transaction that is still under way come later, as they do for readers. */
export async function sendLog(way: Way, until: string): Promise<void> {
  const columns = await contents(way);
  await send(
    way,
    `select '${OLDEST}'::xid8, row_number() over (order by xid, seq), ${columns} from kit.events
     where ${ofGroup(way.group)} and xid < '${BigInt(until)}'::xid8 order by xid, seq`,
    `kit.events (xid, seq, ${columns})`,
  );
  await way.target.query('analyze kit.events');
}

/** Goes on where the copy ends. `until` null: nobody writes any more, and everything there is comes. */
export async function followLog(way: Way, since: string, until: string | null): Promise<number> {
  const { source, target, group } = way;
  const columns = await contents(way);
  const ripe = until === null ? 'true' : `xid < '${BigInt(until)}'::xid8`;
  const changed = `${ofGroup(group)} and ${ripe} and ${changedSince(since)}`;
  await source.query('begin isolation level repeatable read read only');
  await target.query('begin');
  const { rows } = await source.query<{ total: number; changed: number }>(
    `select count(*) filter (where ${ripe})::int as total, count(*) filter (where ${changed})::int as changed
     from kit.events where ${ofGroup(group)}`,
  );
  const { total, changed: count } = rows[0] ?? { total: 0, changed: 0 };
  await target.query('create temp table changed (like kit.events) on commit drop');
  if (count > 0)
    await send(
      way,
      `select xid, seq, ${columns} from kit.events where ${changed}`,
      `changed (xid, seq, ${columns})`,
    );
  // What was sealed anew keeps its place.
  await target.query('create temp table places (id uuid, seq bigint) on commit drop');
  await target.query(
    `with gone as (delete from kit.events t using changed c where t.id = c.id returning t.id, t.seq)
     insert into places select * from gone`,
  );
  const { rows: ends } = await target.query<{ last: string }>(
    'select greatest((select max(seq) from kit.events), (select max(seq) from places), 0)::text as last',
  );
  const gone = await dropGone(way, EVENTS, total - count);
  await target.query(
    `insert into kit.events (xid, seq, ${columns}) overriding system value
     select '${OLDEST}'::xid8, coalesce(p.seq, ${BigInt(ends[0]?.last ?? 0)} + row_number() over (order by c.xid, c.seq)),
       ${columns
         .split(', ')
         .map((column) => `c.${column}`)
         .join(', ')}
     from changed c left join places p on p.id = c.id`,
  );
  await target.query('commit');
  await source.query('commit');
  return count + gone;
}

/** Count, contents and order of the log. */
async function sumOfLog(way: Way, at: 'source' | 'target'): Promise<Sum> {
  const columns = await contents(way);
  const { rows } = await way[at].query<Sum>(
    `select count(*)::int as rows, coalesce(sum(hashtextextended(row(place, ${columns})::text, 0)::numeric), 0)::text as hash
     from (select row_number() over (order by xid, seq) as place, ${columns} from kit.events where ${ofGroup(way.group)}) e`,
  );
  return rows[0] ?? { rows: 0, hash: '0' };
}

/** Within the last transaction: compares the log with its copy, event by event in its order, and takes it away. */
export async function removeLog(way: Way): Promise<number> {
  const [original, copied] = await Promise.all([sumOfLog(way, 'source'), sumOfLog(way, 'target')]);
  mustBeSame(EVENTS.name, original, copied);
  await way.source.query(`delete from kit.events where ${ofGroup(way.group)}`);
  return original.rows;
}
