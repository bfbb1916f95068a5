import { afterAll, beforeAll, expect, test } from 'vitest';
import { createLogger } from '../telemetry/logger.ts';
import { createTestKit, type TestKit } from '../testing/test-kit.ts';
import { startDispatcher } from './dispatcher.ts';
import { createNews } from './news.ts';

const organization = '01970000-0000-7000-8000-00000000000a';
/** Longer than any test takes. */
const NEVER = 3_600_000;
let kit: TestKit;
beforeAll(async () => {
  kit = await createTestKit();
});
afterAll(() => kit.close());

/** A consumer that notes its looks, and news that are what the test says. */
function watched() {
  const seen = { looks: 0, asked: 0, news: false, fails: false };
  const consumer = {
    name: 'watched',
    step: async () => {
      seen.looks += 1;
      if (seen.fails) throw new Error('away');
      return false;
    },
    retry: async () => {},
  };
  const news = async () => {
    seen.asked += 1;
    return seen.news;
  };
  return { seen, dispatcher: startDispatcher([consumer], createLogger('silent'), news, NEVER) };
}

test('consumers look when there is news or when they are woken, not at every tick', async () => {
  const { seen, dispatcher } = watched();
  await dispatcher.idle();
  const { looks } = seen;
  await expect.poll(() => seen.asked).toBeGreaterThan(3);
  expect(seen.looks).toBe(looks);
  seen.news = true;
  await expect.poll(() => seen.looks).toBeGreaterThan(looks);
  seen.news = false;
  await dispatcher.idle();
  await dispatcher.stop();
});

test('a consumer that could not look tries again without news', async () => {
  const { seen, dispatcher } = watched();
  seen.fails = true;
  await dispatcher.idle();
  const { looks } = seen;
  await expect.poll(() => seen.looks).toBeGreaterThan(looks + 2);
  await dispatcher.stop();
});

test('it is news that the log has grown or that a parked event is due, once each', async () => {
  const news = createNews(kit);
  await news();
  expect(await news()).toBe(false);
  await kit.database.withTenant([organization], (tx) =>
    tx.publish(organization, 'research.ended', { runId: organization, status: 'failed', code: 'watched' }),
  );
  expect([await news(), await news()]).toEqual([true, false]);
  const park = (minutes: number) =>
    kit.database.pool.query(
      `insert into kit.parked_events (consumer, organization_id, xid, seq, attempts, next_at)
       select 'watched', organization_id, xid, seq, 1, now() + make_interval(mins => $1) from kit.events limit 1
       on conflict (consumer, seq) do update set next_at = excluded.next_at`,
      [minutes],
    );
  await park(5);
  expect(await news()).toBe(false);
  await park(-5);
  expect(await news()).toBe(true);
});
