import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { sql } from 'drizzle-orm';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase } from './database.ts';
import { kitMigrations } from './migrations.ts';

const url = process.env.TEST_DATABASE_URL;
const ids = ['01970000-0000-7000-8000-0000000000a1', '01970000-0000-7000-8000-0000000000b2'];

describe.skipIf(url === undefined)('migrations of an owner that is no superuser', () => {
  const name = `tokenholic_owner_${process.pid}_${Date.now()}`;
  const folder = mkdtempSync(join(tmpdir(), 'tokenholic-owner-'));
  const sets = [kitMigrations, { schema: 'shelves', folder: pathToFileURL(`${folder}/`) }];
  const own = new URL(url ?? 'postgres://none');
  own.pathname = `/${name}`;
  own.username = name;
  own.password = 'owner';

  const administer = async (...statements: string[]) => {
    const client = new Client({ connectionString: url });
    await client.connect();
    for (const statement of statements) await client.query(statement);
    await client.end();
  };
  beforeAll(() =>
    administer(
      `create role ${name} login createrole password 'owner'`,
      `create database ${name} owner ${name}`,
    ),
  );
  afterAll(async () => {
    await administer(`drop database ${name}`, `drop role ${name}`);
    rmSync(folder, { recursive: true, force: true });
  });

  test('change the rows of every organisation, and leave each table behind its gate', async () => {
    writeFileSync(
      join(folder, '0001_books.sql'),
      `create table shelves.books (id int not null, organization_id uuid not null, title text not null);
       select kit.protect_table('shelves.books');`,
    );
    const first = await openDatabase({ url: own.toString(), folder: null, migrations: sets });
    for (const [index, id] of ids.entries())
      await first.withTenant([id], ({ db }) =>
        db.execute(sql`insert into shelves.books values (${index}, ${id}, 'old')`),
      );
    await first.close();
    writeFileSync(join(folder, '0002_titles.sql'), "update shelves.books set title = 'new';");
    const second = await openDatabase({ url: own.toString(), folder: null, migrations: sets });
    const books = await second.readTenant(ids, (db) => db.execute(sql`select title from shelves.books`));
    const unfenced = await second.pool.query(
      "select relname from pg_class where relrowsecurity and not relforcerowsecurity and relnamespace in ('kit'::regnamespace, 'shelves'::regnamespace)",
    );
    const seen = await second.pool.query('select * from shelves.books');
    await second.close();
    expect(books.rows).toEqual([{ title: 'new' }, { title: 'new' }]);
    expect(unfenced.rows).toEqual([]);
    expect(seen.rows).toEqual([]);
  });
});
