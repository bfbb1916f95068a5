import { eq, sql } from 'drizzle-orm';
import { pgSchema, text } from 'drizzle-orm/pg-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createPostgresTestKit, createTestKit, type TestKit } from '../testing/index.ts';

const yunxiu = '01970000-0000-7000-8000-0000000000a1';
const harbourline = '01970000-0000-7000-8000-0000000000b2';
const entries = pgSchema('kit').table('audit_entries', { subject: text().notNull() });
const url = process.env.TEST_DATABASE_URL;
const kinds: [string, () => Promise<TestKit>][] = [['embedded', () => createTestKit()]];
if (url !== undefined) kinds.push(['PostgreSQL', () => createPostgresTestKit(url)]);

describe.each(kinds)('a read of one statement, %s', (_kind, create) => {
  let kit: TestKit;
  beforeAll(async () => {
    kit = await create();
    for (const id of [yunxiu, harbourline])
      await kit.database.withTenant([id], (tx) => tx.audit(id, { action: 'client.create', subject: id }));
  });
  afterAll(() => kit.close());

  const subjects = (ids: string[]) =>
    kit.database.readTenant(ids, async (db) => {
      const { rows } = await db.execute<{ subject: string }>(
        sql`select subject from kit.audit_entries where subject <> ${'nobody'} order by subject`,
      );
      return rows.map(({ subject }) => subject);
    });

  test('sees the rows of its organisations and no others', async () => {
    expect(await subjects([yunxiu])).toEqual([yunxiu]);
    expect(await subjects([yunxiu, harbourline])).toEqual([yunxiu, harbourline]);
    expect(await subjects([])).toEqual([]);
  });

  test('gives each of many readers at once the answer to their own question', async () => {
    const asked = Array.from({ length: 60 }, (_, index) => (index % 2 === 0 ? yunxiu : harbourline));
    expect(await Promise.all(asked.map((id) => subjects([id])))).toEqual(asked.map((id) => [id]));
  });

  test('without values stands behind the gate as any other', async () => {
    const count = (ids: string[]) =>
      kit.database.readTenant(ids, async (db) => {
        const { rows } = await db.execute<{ n: number }>(
          sql`select count(*)::int as n from kit.audit_entries`,
        );
        return rows[0]?.n;
      });
    expect([await count([yunxiu]), await count([yunxiu, harbourline]), await count([])]).toEqual([1, 2, 0]);
  });

  test('that is prepared answers each of many with the rows of their own organisation, whatever they ask for', async () => {
    const ask = kit.database.prepareRead((db) =>
      db
        .select({ subject: entries.subject })
        .from(entries)
        .where(eq(entries.subject, sql.placeholder('subject')))
        .prepare('entries_by_subject'),
    );
    const asked = Array.from({ length: 60 }, (_, index) => ({
      organizationId: index % 2 === 0 ? yunxiu : harbourline,
      subject: index % 3 === 0 ? yunxiu : harbourline,
    }));
    const answers = await Promise.all(
      asked.map(({ organizationId, subject }) => ask([organizationId], { subject })),
    );
    expect(answers).toEqual(
      asked.map(({ organizationId, subject }) => (organizationId === subject ? [{ subject }] : [])),
    );
    expect(await ask([], { subject: yunxiu })).toEqual([]);
    await expect(ask(["x}'; reset role; --"], { subject: yunxiu })).rejects.toThrow(/Not an organisation id/);
  });

  test('leaves neither role nor organisations behind, also after a statement that fails', async () => {
    const failing = kit.database.readTenant([yunxiu], (db) =>
      db.execute(sql`select 1 / ${0}::int as broken`),
    );
    await expect(failing).rejects.toThrow();
    await subjects([yunxiu]);
    const { rows } = await kit.database.pool.query(
      "select current_user as role, current_setting('app.organization_ids', true) as ids",
    );
    expect(rows[0].role).not.toBe('app_user');
    expect(rows[0].ids ?? '').toBe('');
    expect(await subjects([harbourline])).toEqual([harbourline]);
  });
});
