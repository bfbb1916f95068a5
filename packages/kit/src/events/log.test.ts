import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestKit, type TestKit } from '../testing/index.ts';
import { createConsumer } from './consumer.ts';
import { LOG_START, readLog } from './log.ts';

const yunxiu = '01970000-0000-7000-8000-0000000000a1';
let kit: TestKit;
beforeAll(async () => {
  kit = await createTestKit();
});
afterAll(() => kit.close());

/** Uses up transaction ids until the next one has a digit more than those before. */
async function goToNextDigit(): Promise<void> {
  const { rows } = await kit.database.pool.query('select pg_current_xact_id()::text as xid');
  const now = Number(rows[0].xid);
  const steps = 10 ** String(now).length - now - 12;
  await kit.database.pool.query(`do $$ begin
    create temp table used (step int);
    for step in 1..${steps} loop
      begin insert into used values (step); exception when others then null; end;
    end loop;
  end $$`);
}

test('the log keeps its order where transaction ids get another digit, and a reader of small pages misses nothing', async () => {
  await goToNextDigit();
  const codes = Array.from({ length: 30 }, (_, index) => `event ${index}`);
  for (const code of codes) {
    await kit.database.withTenant([yunxiu], (tx) =>
      tx.publish(yunxiu, 'research.ended', { runId: yunxiu, status: 'failed', code }),
    );
  }
  const read = await kit.database.withSystem(async ({ client }) => {
    const pages = [];
    let after = LOG_START;
    for (;;) {
      const page = await readLog(client, { after, limit: 7 });
      const last = page.at(-1);
      if (last === undefined) return pages;
      pages.push(...page);
      after = last.position;
    }
  });
  expect(new Set(read.map(({ position }) => position.xid.length)).size).toBe(2);
  expect(read.map(({ envelope }) => Object(envelope.payload).code)).toEqual(codes);
});

test('a service that is added later hears the whole past in its order', async () => {
  const heard: (string | null)[] = [];
  const consumer = createConsumer(
    'added-later',
    { 'research.ended': async (_tx, event) => void heard.push(event.payload.code) },
    kit,
  );
  while (await consumer.step());
  expect(heard).toEqual(Array.from({ length: 30 }, (_, index) => `event ${index}`));
});
