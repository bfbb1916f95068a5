import { writeFileSync } from 'node:fs';
import { sql } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { kitMigrations, migrate } from '../database/migrations.ts';
import { createPostgresTestKit, type TestKit } from '../testing/index.ts';
import { shelvesIn, shelvesOf } from '../testing/shelves.ts';
import { placedTables } from './catalogue.ts';
import { beginCopy, dropCopy, followOriginals } from './copy.ts';
import { listPlacements, moveOrganization } from './move.ts';
import { refuseWhileMoving, whilePassageIsClosed } from './passage.ts';

const url = process.env.TEST_DATABASE_URL;
const [moved, stays] = ['01970000-0000-7000-8000-0000000000a1', '01970000-0000-7000-8000-0000000000b2'];
const ids = [moved, stays];

const shelves = shelvesIn();
const toSchema = { organizationId: moved, to: 'schema', longestWaitMilliseconds: 30_000 } as const;

describe.skipIf(url === undefined)('an organisation in a schema of its own', () => {
  let kit: TestKit;
  beforeAll(async () => {
    kit = await createPostgresTestKit(url ?? '', [shelves]);
  });
  afterAll(() => kit?.close());

  const { query, addBook, booksOf, rules } = shelvesOf(() => kit);

  test('is moved under load: what was acknowledged is there once, everybody reads and writes on, and the way back undoes all of it', async () => {
    const before = await rules();
    const [acknowledged, failures] = [new Map<string, string>(), [] as unknown[]];
    let [writing, reads] = [true, 0];
    const writers = [...ids, ...ids].map(async (organizationId) => {
      while (writing) {
        const id = await addBook(organizationId).catch((error: unknown) => void failures.push(error));
        if (id !== undefined) acknowledged.set(id, organizationId);
      }
    });
    const reader = (async () => {
      while (writing) {
        const known = [...acknowledged.keys()];
        const found = new Map((await booksOf(ids)).map(({ id, pages }) => [id, pages]));
        // At no moment is anything missing or twice.
        if (known.some((id) => found.get(id) !== 2)) failures.push('a book was missing');
        reads += 1;
      }
    })();
    const grow = async (by: number) => {
      const wanted = acknowledged.size + by;
      while (acknowledged.size < wanted) await new Promise((resolve) => setTimeout(resolve, 10));
    };
    const parts = async () =>
      (
        await query<{ own: number; shared: number; foreign: number }>(
          `select (select count(*)::int from organization_019700000000700080000000000000a1.shelves__books) as own,
            (select count(*)::int from shelves.books_shared where organization_id = $1) as shared,
            (select count(*)::int from shelves.books_shared where organization_id = $2) as foreign`,
          ids,
        )
      )[0];
    const work = async () => {
      await grow(80);
      const there = await moveOrganization(kit.database.pool, toSchema);
      await grow(80);
      const lying = await parts();
      const back = await moveOrganization(kit.database.pool, { ...toSchema, to: 'shared' });
      await grow(40);
      return { there, back, lying };
    };
    const { there, back, lying } = await work().finally(() => {
      writing = false;
    });
    await Promise.all([...writers, reader]);
    expect(lying?.shared).toBe(0);
    expect(lying?.own).toBeGreaterThan(there.rows / 10);
    expect(lying?.foreign).toBeGreaterThan(20);
    expect(failures).toEqual([]);
    expect(reads).toBeGreaterThan(3);
    expect(back.rows).toBeGreaterThan(there.rows);
    for (const organizationId of ids) {
      const own = [...acknowledged].filter(([, owner]) => owner === organizationId).map(([id]) => id);
      expect((await booksOf([organizationId])).map(({ id }) => id)).toEqual(own.sort());
      const [row] = await query<{ count: number; jobs: number }>(
        `select count, (select count(*)::int from kit.job_requests where organization_id = $1) as jobs
         from shelves.readings where organization_id = $1`,
        [organizationId],
      );
      expect(row).toEqual({ count: own.length, jobs: own.length });
      // Two pages with each book, counted by what follows a statement, and none for a row that only moved.
      const [pages] = await query<{ pages: number }>(
        'select sum(pages)::int as pages from shelves.counted where organization_id = $1',
        [organizationId],
      );
      expect(pages).toEqual({ pages: own.length * 2 });
    }
    expect(await rules()).toEqual(before);
    process.stdout.write(
      `moved under load: ${there.rows} rows there, everybody waited ${Math.round(there.waitedMilliseconds)} ms and the organisation ${Math.round(there.ownWaitMilliseconds)} ms, ${back.rows} back, everybody waited ${Math.round(back.waitedMilliseconds)} ms, ${acknowledged.size} writes, ${reads} reads across both\n`,
    );
  }, 120_000);

  test('waits alone while its rows change places: others write on, it is read, its events and its erasure come later', async () => {
    const client = await kit.database.pool.connect();
    const closed = Promise.withResolvers<void>();
    const opening = Promise.withResolvers<void>();
    const move = whilePassageIsClosed(
      client,
      [moved],
      (work) => work(),
      async () => {
        closed.resolve();
        await opening.promise;
      },
    );
    await closed.promise;
    let waiting = true;
    const own = addBook(moved).finally(() => {
      waiting = false;
    });
    await addBook(stays);
    await kit.database.withEachTenant(async (_system, enter) => void (await enter(stays)));
    const read = await kit.database.readTenant([moved, stays], (db) =>
      db.execute(sql`select count(*)::int as n from shelves.books`),
    );
    expect(read.rows[0]?.n).toBeGreaterThan(100);
    const meets = kit.database.withEachTenant((_system, enter) => enter(moved));
    await expect(meets).rejects.toMatchObject({ code: 'kit.organization_moves' });
    const erases = kit.database.withSystem((tx) => refuseWhileMoving(tx.client, [moved]));
    await expect(erases).rejects.toMatchObject({ code: 'kit.organization_moves' });
    expect(waiting).toBe(true);
    opening.resolve();
    await move;
    client.release();
    const book = await own;
    expect((await booksOf([moved])).some(({ id }) => id === book)).toBe(true);
  });

  test('lies where nobody comes but by the tenancy gate, and forgets as others do', async () => {
    const book = await addBook(moved);
    await kit.secrets.set(moved, 'mail', 'quiet');
    await moveOrganization(kit.database.pool, toSchema);
    expect(await listPlacements(kit.database.pool)).toMatchObject([{ organizationId: moved, placed: true }]);
    await expect(moveOrganization(kit.database.pool, toSchema)).rejects.toMatchObject({
      code: 'kit.already_placed',
    });
    expect((await booksOf([stays])).some(({ id }) => id === book)).toBe(false);
    const part = sql.raw('organization_019700000000700080000000000000a1.shelves__books');
    const past = kit.database.withTenant([moved], ({ db }) => db.execute(sql`select * from ${part}`));
    await expect(past).rejects.toMatchObject({ cause: { code: '42501' } });
    const foreign = kit.database.withTenant([stays], ({ db }) =>
      db.execute(sql`insert into shelves.books (id, organization_id) values (${uuidv7()}, ${moved})`),
    );
    await expect(foreign).rejects.toMatchObject({ cause: { code: '42501' } });
    const seen = await kit.database.withSystem(({ client }) =>
      client.query('select id from shelves.books where id = $1', [book]),
    );
    expect(seen.rows).toHaveLength(1);
    await kit.database.withTenant([moved], ({ db }) =>
      db.execute(sql`delete from shelves.books where id = ${book}`),
    );
    expect(await query('select 1 from shelves.pages where book_id = $1', [book])).toEqual([]);
    // What follows a deletion follows it here too, and followed no row that only moved.
    expect(await query('select id from shelves.gone')).toEqual([{ id: book }]);
  });

  test('is copied once more where its rows came, changed or went after the first copy, and nowhere else', async () => {
    const [changed, gone, kept] = [await addBook(stays), await addBook(stays), await addBook(stays)];
    const client = await kit.database.pool.connect();
    const tables = await placedTables(client);
    const part = { organizationId: stays, schemaName: 'organization_copy' };
    const since = await beginCopy(client, tables, part);
    await kit.database.withTenant([stays], async ({ db }) => {
      await db.execute(sql`update shelves.books set title = 'another' where id = ${changed}`);
      await db.execute(sql`delete from shelves.books where id = ${gone}`);
    });
    const come = await addBook(stays);
    const first = await followOriginals(client, tables, part, since);
    const copied = await query<{ id: string; title: string }>(
      'select id, title from organization_copy.shelves__books where id = any ($1) order by id',
      [[changed, gone, kept, come]],
    );
    // What has no key is taken and copied whole each time; all else rests once nobody's transaction of before is under way.
    const [{ unkeyed } = { unkeyed: 0 }] = await query<{ unkeyed: number }>(
      'select 2 * count(*)::int as unkeyed from shelves.counted where organization_id = $1',
      [stays],
    );
    let { since: looked } = first;
    const again = async () => {
      const followed = await followOriginals(client, tables, part, looked);
      looked = followed.since;
      return followed.written;
    };
    await expect.poll(again).toBe(unkeyed);
    await dropCopy(client, part);
    client.release();
    expect(copied).toEqual([
      { id: changed, title: 'another' },
      { id: kept, title: 'untitled' },
      { id: come, title: 'untitled' },
    ]);
    expect(first.written).toBeGreaterThan(4);
  });

  test('is found by an upgrade that changes its tables, and lies by itself afterwards', async () => {
    const book = await addBook(moved);
    writeFileSync(
      new URL('0002_notes.sql', shelves.folder),
      `create table shelves.notes (id uuid primary key, book_id uuid not null references shelves.books (id) on delete cascade, organization_id uuid not null);
       select kit.protect_table('shelves.notes');
       alter table shelves.pages add column colour text not null default 'white';
       create unique index one_title on shelves.books (id, title);
       insert into shelves.notes select id, id, organization_id from shelves.books;`,
    );
    await migrate(kit.database.pool, [kitMigrations, shelves]);
    expect(await listPlacements(kit.database.pool)).toMatchObject([{ organizationId: moved, placed: true }]);
    const rows = await query<{ place: string }>(
      'select tableoid::regclass::text as place from shelves.notes where id = $1',
      [book],
    );
    expect(rows).toEqual([{ place: 'organization_019700000000700080000000000000a1.shelves__notes' }]);
    await kit.database.withTenant([moved], ({ db }) =>
      db.execute(sql`insert into shelves.pages values (${book}, 3, ${moved}, 'three')`),
    );
  });

  test('stays where it is, whole, when the move takes longer than requests may wait', async () => {
    const before = [await booksOf(ids), await rules()];
    const hurried = { ...toSchema, to: 'shared', longestWaitMilliseconds: 0 } as const;
    await expect(moveOrganization(kit.database.pool, hurried)).rejects.toMatchObject({
      code: 'kit.move_took_too_long',
    });
    expect([await booksOf(ids), await rules()]).toEqual(before);
  });

  test('stays where it is, whole, when anything fails on the way', async () => {
    const before = [await booksOf(ids), await rules()];
    // The last of all steps: a part that is no part of its table.
    await query(`create function shelves.refuse() returns event_trigger language plpgsql as $$ begin
      if current_query() like '%attach partition%readings%' then raise exception 'refused'; end if; end $$`);
    await query(
      "create event trigger refuse on ddl_command_end when tag in ('ALTER TABLE') execute function shelves.refuse()",
    );
    await query('alter event trigger refuse enable always');
    await expect(moveOrganization(kit.database.pool, { ...toSchema, organizationId: stays })).rejects.toThrow(
      'refused',
    );
    await query('drop event trigger refuse');
    await query('drop function shelves.refuse');
    expect([await booksOf(ids), await rules()]).toEqual(before);
  });

  test('that was erased leaves no schema behind the next move', async () => {
    await query('delete from shelves.books where organization_id = $1', [moved]);
    await query('delete from kit.placements where organization_id = $1', [moved]);
    await moveOrganization(kit.database.pool, { ...toSchema, organizationId: stays });
    const schemas = await query<{ nspname: string }>(
      "select nspname from pg_namespace where nspname like 'organization%'",
    );
    expect(schemas).toEqual([{ nspname: 'organization_019700000000700080000000000000b2' }]);
  });
});
