import { setTimeout as pause } from 'node:timers/promises';
import type { Pool, PoolClient } from 'pg';
import { organizationArray } from '../database/opening.ts';
import { tookTooLong, wasEnded } from '../placement/locks.ts';
import { awaitThoseBeside, closeFor, whilePassageIsClosed } from '../placement/passage.ts';
import { inTurn } from '../placement/turn.ts';
import { type CarriedTable, carriedTables } from './answers.ts';
import {
  continueNumbers,
  follow,
  horizon,
  ofGroup,
  prepareWay,
  removeOriginals,
  type Sum,
  sendAll,
  sumOfCopy,
  type Way,
} from './carry.ts';
import {
  arrivalEnds,
  checkRights,
  type Departure,
  departureOf,
  isLeft,
  prepareRoom,
  settleDeparture,
  targetInUse,
} from './ends.ts';
import { followLog, removeLog, sendLog } from './log.ts';
import { removeWork, sendWork } from './work.ts';

export interface Parting {
  sellerId: string;
  /** Where the new installation will be reached. */
  address: string;
  /** The organisations that go wait at most so long; then it is given up and everything is as before. */
  longestWaitMilliseconds: number;
  source: Pool;
  target: Pool;
  /** Whether others were connected to the target before: a process that runs there would see it being filled. */
  targetInUse: boolean;
  /** Columns that are written anew in the new installation, by table. */
  remade: Readonly<Record<string, readonly string[]>>;
  /** The seller with its clients, all of them; asked again once none of them writes any more. */
  findGroup(source: PoolClient): Promise<string[]>;
  /** What is not a row, while everybody goes on. */
  carryBeside(way: Way): Promise<void>;
  /** The same while the organisations write nothing, with keys and secrets; whatever came before is known. */
  completeBeside(way: Way): Promise<void>;
  /** Within the last transaction at home: people are copied, taken away, and a note of where they went is left. */
  leave(way: Way): Promise<void>;
  /** When the new installation is the only one: files and secrets that stayed behind go. Done again after a crash. */
  clear(way: Way): Promise<void>;
}

export interface Parted {
  organizationIds: string[];
  /** Rows of each table. */
  rows: Readonly<Record<string, number>>;
  /** Jobs that go on in the new installation; null: not counted, when only what an earlier run had left was cleared. */
  jobs: number | null;
  /** How long the organisations' own requests had to wait at most; null as above. */
  waitedMilliseconds: number | null;
}

/** Looks at what changed meanwhile, before everything that is left is copied while the organisations wait. */
const LOOKS = 5;
/** So few changes in one look that another would find no fewer. */
const FEW_CHANGES = 50;

/**
 * Carries a seller with all its clients into an empty database while everybody goes on, and takes them away here in one
 * transaction, which is the moment of the change. Before it nothing happened here, and what is there is begun anew by the
 * next try; after it only what is left over has to be cleared, which the next try does.
 */
export async function partSeller(parting: Parting): Promise<Parted> {
  try {
    return await onward(parting);
  } catch (error) {
    // The answer to a commit may come late or never: whether they left, the database says.
    const left = await inTurn(parting.source, async (source) => isLeft(source, parting.sellerId));
    if (!left) throw error;
    return onward(parting);
  }
}

/** From wherever an earlier run came to. */
async function onward(parting: Parting): Promise<Parted> {
  return inTurn(parting.source, async (source) => {
    const target = await parting.target.connect();
    try {
      await checkRights({ source, target });
      await prepareWay({ source, target });
      const gone = await departureOf(source, parting.sellerId);
      if (gone !== null) return await settle(parting, { source, target }, gone);
      return await carry(parting, { source, target });
    } finally {
      target.release(true);
      await source.query('rollback; reset all');
    }
  });
}

type Ends = Omit<Way, 'group'>;

async function settle(parting: Parting, ends: Ends, gone: Departure): Promise<Parted> {
  const way = { ...ends, group: organizationArray(gone.organizationIds) };
  await arrivalEnds(ends.target, parting.sellerId);
  await parting.clear(way);
  await settleDeparture(ends.source, parting.sellerId);
  return { ...gone, jobs: null, waitedMilliseconds: null };
}

async function carry(parting: Parting, ends: Ends): Promise<Parted> {
  const { source, target } = ends;
  if (parting.targetInUse) throw targetInUse();
  await prepareRoom(ends, parting.sellerId);
  const tables = await carriedTables(source, parting.remade);
  await awaitThoseBeside(source);
  let since = await horizon(source);
  // Asked after the horizon: whoever is not among them yet writes rows that the next look will see as new.
  let known = await parting.findGroup(source);
  const wayNow = (): Way => ({ ...ends, group: organizationArray(known) });
  await sendLog(wayNow(), since);
  for (const table of tables) await sendAll(wayNow(), table);
  await parting.carryBeside(wayNow());
  for (let look = 0; look < LOOKS; look += 1) {
    const next = await horizon(source);
    known = await parting.findGroup(source);
    let changes = await followLog(wayNow(), since, next);
    for (const table of tables) changes += await follow(wayNow(), table, since);
    since = next;
    if (changes <= FEW_CHANGES) break;
  }
  const parted = await change(parting, { way: wayNow(), known, tables, since });
  await arrivalEnds(target, parting.sellerId);
  await parting.clear({ ...ends, group: organizationArray(parted.organizationIds) });
  await settleDeparture(source, parting.sellerId);
  return parted;
}

interface Copied {
  way: Way;
  known: readonly string[];
  tables: readonly CarriedTable[];
  since: string;
}

/** The organisations wait while the copy is completed and compared, and the originals go. */
async function change(parting: Parting, { way, known, tables, since }: Copied): Promise<Parted> {
  const { source } = way;
  const began = performance.now();
  const hurry = async () => {
    const left = Math.floor(parting.longestWaitMilliseconds - (performance.now() - began));
    if (left <= 0) throw tookTooLong(null);
    for (const client of [source, way.target]) await client.query(`set statement_timeout = ${left}`);
  };
  const work = async (): Promise<Parted> => {
    await hurry();
    const organizationIds = await parting.findGroup(source);
    // Made since the copy began, by people who now make no others: its rows are all new and come with what changed.
    await closeFor(
      source,
      organizationIds.filter((id) => !known.includes(id)),
    );
    const whole = { ...way, group: organizationArray(organizationIds) };
    await hurry();
    await followLog(whole, since, null);
    for (const table of tables) {
      await hurry();
      await follow(whole, table, since);
    }
    const jobs = await sendWork(whole);
    await hurry();
    await within(parting.longestWaitMilliseconds - (performance.now() - began), () =>
      parting.completeBeside(whole),
    );
    await continueNumbers(whole.target);
    const rows = await takeAway(parting, whole, tables, organizationIds, hurry);
    return { organizationIds, rows, jobs, waitedMilliseconds: performance.now() - began };
  };
  const bounded = async (inner: typeof work) => {
    try {
      await hurry();
      return await inner();
    } catch (error) {
      throw wasEnded(error) ? tookTooLong(error) : error;
    } finally {
      // What follows must not be ended by the same clock.
      await source.query('rollback; set statement_timeout = 0');
      await way.target.query('rollback; set statement_timeout = 0');
    }
  };
  return whilePassageIsClosed(source, known, bounded, work);
}

/** What is done outside of the two connections has no clock of theirs. It writes nothing here, so that it may be left to itself. */
async function within(milliseconds: number, work: () => Promise<void>): Promise<void> {
  const over = new AbortController();
  const late = pause(Math.max(0, milliseconds), undefined, { signal: over.signal }).then(() => {
    throw tookTooLong(null);
  });
  late.catch(() => undefined);
  await Promise.race([work(), late]).finally(() => over.abort());
}

/** The transaction after which the organisations are there and nowhere else. */
async function takeAway(
  parting: Parting,
  way: Way,
  tables: readonly CarriedTable[],
  organizationIds: readonly string[],
  hurry: () => Promise<void>,
): Promise<Record<string, number>> {
  const { source, target } = way;
  const sums = new Map<CarriedTable, Sum>();
  for (const table of tables) sums.set(table, await sumOfCopy(target, table));
  await hurry();
  await source.query('begin');
  const rows: Record<string, number> = {};
  for (const [table, sum] of sums) {
    await removeOriginals(way, table, sum);
    if (sum.rows > 0) rows[table.name.replaceAll('"', '')] = sum.rows;
  }
  await removeWork(way);
  rows['kit.events'] = await removeLog(way);
  for (const table of ['kit.data_keys', 'kit.secrets'])
    await source.query(`delete from ${table} where ${ofGroup(way.group)}`);
  await parting.leave(way);
  await source.query(
    `insert into kit.departures (organization_id, seller_id, address, receipt)
     select id, $2, $3, $4 from unnest($1::uuid[]) as id`,
    [organizationIds, parting.sellerId, parting.address, JSON.stringify(rows)],
  );
  await hurry();
  await source.query('commit');
  return rows;
}
