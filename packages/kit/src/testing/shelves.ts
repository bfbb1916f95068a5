import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { sql } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import type { TestKit } from './test-kit.ts';

const BOOKS = `create table shelves.books (id uuid primary key, organization_id uuid not null, title text not null default 'untitled' check (title <> ''));
   create index books_by_title on shelves.books (organization_id, title);
   select kit.protect_table('shelves.books');
   select kit.open_to_system('shelves.books', 'select');
   create table shelves.pages (book_id uuid not null references shelves.books (id) on delete cascade, number int not null,
     organization_id uuid not null, text text, primary key (book_id, number));
   select kit.protect_table('shelves.pages', 'select, insert, delete');
   create table shelves.gone (id uuid primary key, organization_id uuid not null);
   select kit.protect_table('shelves.gone');
   create function shelves.note_gone() returns trigger language plpgsql as $$ begin
     insert into shelves.gone values (old.id, old.organization_id); return old; end $$;
   create trigger books_go after delete on shelves.books for each row execute function shelves.note_gone();
   create table shelves.counted (organization_id uuid not null, pages int not null);
   select kit.protect_table('shelves.counted');
   create function shelves.count_pages() returns trigger language plpgsql as $$ begin
     insert into shelves.counted select organization_id, count(*)::int from changed group by organization_id; return null; end $$;
   create trigger pages_come after insert on shelves.pages referencing new table as changed
     for each statement execute function shelves.count_pages();
   create table shelves.readings (organization_id uuid not null, day date not null, count int not null, primary key (organization_id, day));
   select kit.protect_table('shelves.readings');`;

/** Migrations of a small service with all that tables may have: references, triggers of rows and of statements, no key. */
export function shelvesIn() {
  const folder = mkdtempSync(join(tmpdir(), 'tokenholic-shelves-'));
  writeFileSync(join(folder, '0001_books.sql'), BOOKS);
  return { schema: 'shelves', folder: pathToFileURL(`${folder}/`) };
}

/** What its tests write, read and ask the catalogue. */
export function shelvesOf(kit: () => TestKit) {
  const query = async <R extends object>(text: string, values: unknown[] = []): Promise<R[]> =>
    (await kit().database.pool.query(text, values)).rows;
  const addBook = (organizationId: string, id = uuidv7()) =>
    kit().database.withTenant([organizationId], async (tx) => {
      const made = await tx.db.execute(
        sql`insert into shelves.books (id, organization_id) values (${id}, ${organizationId}) on conflict do nothing returning id`,
      );
      if (made.rows.length !== 1) throw new Error('not made');
      await tx.db.execute(
        sql`insert into shelves.pages values (${id}, 1, ${organizationId}, 'one'), (${id}, 2, ${organizationId}, 'two')`,
      );
      await tx.db.execute(sql`insert into shelves.readings values (${organizationId}, '2026-11-28', 1)
        on conflict (organization_id, day) do update set count = shelves.readings.count + 1`);
      await tx.requestJob(organizationId, 'read', { id });
      return id;
    });
  const booksOf = (organizationIds: readonly string[]) =>
    kit().database.withTenant(organizationIds, async ({ db }) => {
      const { rows } = await db.execute<{ id: string; pages: number }>(
        sql`select b.id, count(p.number)::int as pages from shelves.books b left join shelves.pages p on p.book_id = b.id group by b.id order by b.id`,
      );
      return rows;
    });
  /** Everything that says who may do what with which table, and what holds in it. */
  const rules = async () => ({
    policies: await query(
      "select schemaname, tablename, policyname, permissive, roles::text, cmd, qual, with_check from pg_policies where schemaname in ('shelves', 'kit') order by 1, 2, 3",
    ),
    tables: await query(
      "select relname, relkind, relrowsecurity, relforcerowsecurity, relacl::text from pg_class where relnamespace = 'shelves'::regnamespace order by 1",
    ),
    keys: await query(
      "select conrelid::regclass::text as name, pg_get_constraintdef(oid) as definition from pg_constraint where connamespace = 'shelves'::regnamespace order by 1, 2",
    ),
    indexes: await query("select indexdef from pg_indexes where schemaname = 'shelves' order by 1"),
  });
  return { query, addBook, booksOf, rules };
}
