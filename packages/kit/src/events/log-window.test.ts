import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../database/database.ts';
import { createTestKit, type TestKit } from '../testing/index.ts';
import { LOG_START, logEnd } from './log.ts';
import { createLogWindow } from './log-window.ts';

const yunxiu = '01970000-0000-7000-8000-0000000000a1';
let kit: TestKit;
beforeAll(async () => {
  kit = await createTestKit();
});
afterAll(() => kit.close());

const publish = (pages: number) =>
  kit.database.withTenant([yunxiu], (tx) =>
    tx.publish(yunxiu, 'research.ended', { runId: yunxiu, status: 'failed', code: String(pages) }),
  );
const now = () => kit.database.withSystem(({ client }) => logEnd(client));
const codes = (events: readonly { envelope: { payload: unknown } }[]) =>
  events.map(({ envelope }) => Object(envelope.payload).code);

/** The database, with its reads of the log counted and what they answer in the test's hands. */
function counted(answer: (rows: unknown[]) => unknown[] = (rows) => rows) {
  const reads = { count: 0 };
  const database: Database = {
    ...kit.database,
    readSystem: async <R>(statement: string) => {
      reads.count += 1;
      return answer(await kit.database.readSystem(statement)) as R[];
    },
  };
  return { database, reads };
}

test('a commit is read once, however many readers there are, and each gets the types it waits for', async () => {
  const { database, reads } = counted();
  const window = await createLogWindow(database);
  const after = await now();
  await publish(1);
  window.grown();
  const readers = [undefined, ['research.ended'], ['map.drawn'], ['research.ended', 'map.drawn']];
  const stretches = await Promise.all(
    readers.map((types) => window.readOn({ after, limit: 10, ...(types === undefined ? {} : { types }) })),
  );
  expect(stretches.map(({ events }) => codes(events))).toEqual([['1'], ['1'], [], ['1']]);
  // Who found nothing has the event behind it all the same.
  expect(new Set(stretches.map(({ reached }) => `${reached.xid}.${reached.seq}`)).size).toBe(1);
  expect(reads.count).toBe(1);
});

test('a commit during a look is seen by who asks after it', async () => {
  const { database } = counted();
  const window = await createLogWindow(database);
  const after = await now();
  const looking = window.readOn({ after, limit: 10 });
  await publish(2);
  window.grown();
  await looking;
  expect(codes((await window.readOn({ after, limit: 10 })).events)).toEqual(['2']);
});

test('who is further behind than what is remembered reads all of it from the database, in order', async () => {
  const begin = await now();
  for (let index = 0; index < 12; index += 1) await publish(index);
  const window = await createLogWindow(kit.database);
  const all: string[] = [];
  for (let after = begin, more = true; more; ) {
    const stretch = await window.readOn({ after, types: ['research.ended'], limit: 5 });
    all.push(...codes(stretch.events));
    ({ reached: after, more } = stretch);
  }
  expect(all).toEqual(Array.from({ length: 12 }, (_, index) => String(index)));
  expect((await window.readOn({ after: LOG_START, limit: 1 })).more).toBe(true);
});

test('what stands behind a transaction under way is not given, and asked for again by itself', async () => {
  let ripe = false;
  const { database } = counted((rows) => rows.map((row) => ({ ...Object(row), ripe })));
  const window = await createLogWindow(database);
  const after = await now();
  await publish(3);
  window.grown();
  const told = new Promise<void>((resolve) => window.onHeldReady(resolve));
  expect((await window.readOn({ after, limit: 10 })).events).toEqual([]);
  ripe = true;
  await told;
  expect(codes((await window.readOn({ after, limit: 10 })).events)).toEqual(['3']);
});

test('a read that fails is done again by the next who asks', async () => {
  let fails = true;
  const { database } = counted((rows) => {
    if (fails) throw new Error('the database is away');
    return rows;
  });
  const window = await createLogWindow(database);
  const after = await now();
  await publish(4);
  window.grown();
  await expect(window.readOn({ after, limit: 10 })).rejects.toThrow('away');
  fails = false;
  expect(codes((await window.readOn({ after, limit: 10 })).events)).toEqual(['4']);
});
