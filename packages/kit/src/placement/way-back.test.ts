import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { Pool } from 'pg';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createPostgresTestKit, type TestKit } from '../testing/index.ts';
import { shelvesIn, shelvesOf } from '../testing/shelves.ts';
import { listPlacements, moveOrganization } from './move.ts';
import { closeFor, whilePassageIsClosed } from './passage.ts';

const url = process.env.TEST_DATABASE_URL;
const [moved, stays] = ['01970000-0000-7000-8000-0000000000a1', '01970000-0000-7000-8000-0000000000b2'];
/** More than go while everybody's table is held. */
const PAGES = 2_000;
/** The lock that the test holds to stop a copy in its middle. */
const MIDDLE = 4711;
const [toSchema, toShared] = (['schema', 'shared'] as const).map((to) => ({
  ...{ organizationId: moved, to, longestWaitMilliseconds: 30_000 },
})) as [Parameters<typeof moveOrganization>[1], Parameters<typeof moveOrganization>[1]];

describe.skipIf(url === undefined)('a move of an organisation', () => {
  let kit: TestKit;
  const { query, addBook, booksOf, rules } = shelvesOf(() => kit);
  const isPlaced = async () => (await listPlacements(kit.database.pool)).length === 1;
  const pagesOf = async (organizationId: string) => {
    const { rows } = await kit.database.readTenant([organizationId], (db) =>
      db.execute<{ n: number }>(sql`select count(*)::int as n from shelves.pages`),
    );
    return rows[0]?.n;
  };
  beforeAll(async () => {
    kit = await createPostgresTestKit(url ?? '', [shelvesIn()]);
    const book = await addBook(moved, uuidv7());
    await addBook(stays, uuidv7());
    await query("insert into shelves.pages select $1, n, $2, 'page' from generate_series(3, $3::int) n", [
      book,
      moved,
      PAGES,
    ]);
  });
  afterAll(() => kit?.close());

  /** Connections on which something happens after the commit that notes where the organisation is. */
  const poolWhere = (afterCommit: () => Promise<void>) => {
    const pool = new Pool({ connectionString: kit.database.pool.options.connectionString });
    pool.on('connect', (client) => {
      const query = client.query.bind(client);
      let noted = false;
      const send = async (...parameters: unknown[]) => {
        const result = await Reflect.apply(query, client, parameters);
        const text = String(parameters[0]);
        if (/(insert into|delete from|update) kit.placements/.test(text)) noted = true;
        if (text !== 'commit' || !noted) return result;
        noted = false;
        await afterCommit();
        return result;
      };
      Object.assign(client, { query: send });
    });
    return pool;
  };

  test('is told as done when it is, though the answer comes after the time that requests may wait', async () => {
    for (const move of [toSchema, toShared]) {
      const pool = poolWhere(() => pause(3_100));
      const { rows } = await moveOrganization(pool, { ...move, longestWaitMilliseconds: 3_000 });
      await pool.end();
      expect(rows).toBeGreaterThan(PAGES);
      expect(await isPlaced()).toBe(move === toSchema);
      expect(await pagesOf(moved)).toBe(PAGES);
    }
  });

  test('is told as done when it is, though no answer comes at all', async () => {
    for (const move of [toSchema, toShared]) {
      const pool = poolWhere(() => Promise.reject(new Error('Connection terminated unexpectedly')));
      const { rows } = await moveOrganization(pool, move);
      await pool.end();
      expect(rows).toBeGreaterThan(PAGES);
      expect(await isPlaced()).toBe(move === toSchema);
      expect(await pagesOf(moved)).toBe(PAGES);
    }
  });

  test('holds up nobody whose id only ends alike, and lets its own in again though it was closed for it twice', async () => {
    const alike = '01970000-0000-7000-8001-0000000000a1';
    const client = await kit.database.pool.connect();
    let waiting = true;
    let own: Promise<unknown> = Promise.resolve();
    await whilePassageIsClosed(
      client,
      [moved],
      (work) => work(),
      async () => {
        await closeFor(client, [moved]);
        own = kit.database
          .withTenant([moved], ({ db }) => db.execute(sql`select from shelves.books`))
          .finally(() => {
            waiting = false;
          });
        await addBook(alike);
        expect(waiting).toBe(true);
      },
    );
    await own;
    client.release();
  });

  /** Back until it copies a large table, and what then happens while it does. */
  const inTheMiddle = async (pool: Pool, then: (moving: Promise<unknown>) => Promise<void>) => {
    const holder = await kit.database.pool.connect();
    await holder.query('select pg_advisory_lock($1)', [MIDDLE]);
    const moving = moveOrganization(pool, toShared);
    moving.catch(() => undefined);
    const waits = () =>
      query("select from pg_locks where locktype = 'advisory' and objid = $1 and not granted", [MIDDLE]);
    await expect.poll(waits, { interval: 20 }).toHaveLength(1);
    await then(moving).finally(async () => {
      await holder.query('select pg_advisory_unlock($1)', [MIDDLE]);
      holder.release();
    });
    return moving;
  };
  const stopInTheMiddle = async () => {
    await query(`create or replace function shelves.wait() returns trigger language plpgsql as $$ begin
      perform pg_advisory_lock_shared(${MIDDLE}); perform pg_advisory_unlock_shared(${MIDDLE}); return null; end $$`);
    await query(
      'create trigger middle before insert on shelves.pages_shared for each statement execute function shelves.wait()',
    );
    await query('alter table shelves.pages_shared enable always trigger middle');
  };

  test('back holds up nobody else while its large tables are copied, and who reads them waits instead of finding nothing', async () => {
    await moveOrganization(kit.database.pool, toSchema);
    const before = await rules();
    await stopInTheMiddle();
    let read: Promise<number | undefined> = Promise.resolve(undefined);
    let [answered, written] = [false, Promise.resolve('')];
    await inTheMiddle(kit.database.pool, async () => {
      read = pagesOf(moved).finally(() => {
        answered = true;
      });
      written = addBook(moved);
      const book = await addBook(stays);
      expect((await booksOf([stays])).some(({ id }) => id === book)).toBe(true);
      expect(await pagesOf(stays)).toBe(4);
      // What the system reads across organisations is there at any time.
      const seen = await kit.database.withSystem(({ client }) =>
        client.query('select from shelves.books where organization_id = $1', [moved]),
      );
      expect(seen.rows).toHaveLength(1);
      expect(answered).toBe(false);
    });
    expect(await read).toBe(PAGES);
    await written;
    expect(await pagesOf(moved)).toBe(PAGES + 2);
    expect(await isPlaced()).toBe(false);
    await query('drop trigger middle on shelves.pages');
    // As before the first move: the tables are whole, and no gate is left.
    await moveOrganization(kit.database.pool, toSchema);
    expect(await rules()).toEqual(before);
  });

  test('back that is ended in its middle is taken back whole at once', async () => {
    await stopInTheMiddle();
    const before = [await rules(), await booksOf([moved])];
    const moving = inTheMiddle(kit.database.pool, async () => {
      await query(
        "select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and objid = $1 and not granted",
        [MIDDLE],
      );
    });
    await expect(moving).rejects.toThrow();
    expect(await isPlaced()).toBe(true);
    expect(await pagesOf(moved)).toBe(PAGES + 2);
    expect([await rules(), await booksOf([moved])]).toEqual(before);
  });

  test('back whose process dies in its middle is taken back by whoever asks for the organisation next', async () => {
    const before = await rules();
    const dying = new Pool({ connectionString: kit.database.pool.options.connectionString });
    dying.on('error', () => {});
    const moving = inTheMiddle(dying, async () => {
      // Nothing of the process is left that could take anything back.
      Object.assign(dying, { connect: () => Promise.reject(new Error('dead')) });
      await query(
        "select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and objid = $1 and not granted",
        [MIDDLE],
      );
    });
    await expect(moving).rejects.toThrow('dead');
    await query('drop trigger middle on shelves.pages_shared');
    const refused = kit.database.withTenant([moved], ({ db }) => db.execute(sql`select from shelves.pages`));
    await expect(refused).rejects.toMatchObject({ code: 'kit.organization_moves' });
    expect(await pagesOf(moved)).toBe(PAGES + 2);
    expect(await rules()).toEqual(before);
    await addBook(moved);
    expect(await isPlaced()).toBe(true);
    await moveOrganization(kit.database.pool, toShared);
    expect(await pagesOf(moved)).toBe(PAGES + 4);
  });
});
