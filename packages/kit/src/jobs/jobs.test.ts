import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createTestKit, type TestKit } from '../testing/index.ts';
import { type Jobs, startJobs } from './jobs.ts';

const organizationId = '01970000-0000-7000-8000-00000000c001';
const MANY = 120;
let kit: TestKit;
let jobs: Jobs;
const done: unknown[] = [];
const tries: number[] = [];
/** Handlers that wait until as many are at it as may be. */
let together = 0;
let allTogether = () => {};
const allAreAtIt = new Promise<void>((resolve) => {
  allTogether = resolve;
});
const CONCURRENCY = 3;
const IDLE_QUEUES = 20;
const idle = Array.from(
  { length: IDLE_QUEUES },
  (_, index) => [`house.idle${index}`, async () => {}] as const,
);

beforeAll(async () => {
  kit = await createTestKit([]);
  jobs = await startJobs({
    ...{ database: kit.database, logger: kit.logger, metrics: kit.metrics, concurrency: CONCURRENCY },
    handlers: {
      'house.count': async ({ number }) => void done.push(number),
      'house.stumble': async (_data, { retries }) => {
        tries.push(retries);
        if (retries === 0) throw new Error('not yet');
      },
      'house.meet': async () => {
        together += 1;
        if (together === CONCURRENCY) allTogether();
        await allAreAtIt;
      },
      ...Object.fromEntries(idle),
    },
  });
});
const request = async (queue: string, data: Record<string, unknown> = {}) => {
  await kit.database.withTenant([organizationId], (tx) => tx.requestJob(organizationId, queue, data));
  await jobs.relay();
};
afterAll(async () => {
  await jobs.stop();
  await kit.close();
});

// At one look every two seconds these would take two minutes.
test('a job that is done makes room for the next at once, not at the next look', async () => {
  await kit.database.withTenant([organizationId], async (tx) => {
    for (let number = 0; number < MANY; number += 1)
      await tx.requestJob(organizationId, 'house.count', { number });
  });
  await jobs.relay();
  await expect.poll(() => done.length, { timeout: 90_000 }).toBe(MANY);
  expect(new Set(done).size).toBe(MANY);
}, 120_000);

test('as many jobs of a queue run at once as may, though they were asked for while nobody was looking', async () => {
  for (let number = 0; number < CONCURRENCY; number += 1) await request('house.meet');
  await allAreAtIt;
  expect(together).toBe(CONCURRENCY);
});

// The workers look by themselves every five minutes only.
test('a job that failed is tried again when its delay is over', async () => {
  await request('house.stumble');
  await expect.poll(() => tries, { timeout: 90_000 }).toEqual([0, 1]);
}, 120_000);

test('a job that lies in the queue without anybody having told is found', async () => {
  const before = done.length;
  await kit.database.pool.query(
    `insert into pgboss.job (name, data) values ('house.count', '${JSON.stringify({ organizationId, number: MANY })}')`,
  );
  await expect.poll(() => done.length, { timeout: 90_000 }).toBe(before + 1);
}, 120_000);

test('at rest all queues together cost one question at a time', async () => {
  let looks = 0;
  let fetches = 0;
  const { pool } = kit.database;
  const query = pool.query.bind(pool);
  const asked = vi.spyOn(pool, 'query').mockImplementation((...given: unknown[]) => {
    const text = String(given[0]);
    if (text.includes('unnest($1::text[]) as queue')) looks += 1;
    if (text.includes('SKIP LOCKED') && text.includes('house.')) fetches += 1;
    return Reflect.apply(query, pool, given);
  });
  await expect.poll(() => looks, { timeout: 90_000 }).toBeGreaterThan(2);
  asked.mockRestore();
  expect(fetches).toBeLessThan(IDLE_QUEUES);
}, 120_000);
