import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestKit, type TestKit } from '../testing/index.ts';
import { type Jobs, startJobs } from './jobs.ts';

const organizationId = '01970000-0000-7000-8000-00000000c001';
const MANY = 120;
let kit: TestKit;
let jobs: Jobs;
const done: unknown[] = [];

beforeAll(async () => {
  kit = await createTestKit([]);
  jobs = await startJobs({
    ...{ database: kit.database, logger: kit.logger, metrics: kit.metrics, concurrency: 2 },
    handlers: { 'house.count': async ({ number }) => void done.push(number) },
  });
});
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
