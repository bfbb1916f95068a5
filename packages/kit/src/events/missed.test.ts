import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestKit, type TestKit } from '../testing/index.ts';
import { createConsumer } from './consumer.ts';
import { countMissed, putBackMissed } from './missed.ts';

const yunxiu = '01970000-0000-7000-8000-0000000000a1';
const harbourline = '01970000-0000-7000-8000-0000000000b2';
const LONG_AGO = new Date('2020-01-01T00:00:00Z');
let kit: TestKit;

beforeAll(async () => {
  kit = await createTestKit();
});
afterAll(() => kit.close());

const publish = (organizationId: string, code: string) =>
  kit.database.withTenant([organizationId], (tx) =>
    tx.publish(organizationId, 'research.ended', { runId: organizationId, status: 'failed', code }),
  );

function noting(name: string) {
  const handled: string[] = [];
  const consumer = createConsumer(
    name,
    { 'research.ended': async (_tx, event) => void handled.push(event.payload.code ?? '') },
    kit,
  );
  const types = { name, types: ['research.ended'] };
  return { consumer, handled, types };
}

/** As if a reader had gone past an event: its cursor is behind it, its inbox does not know it. */
const forget = (consumer: string, code: string) =>
  kit.database.withSystem(({ client }) =>
    client.query(
      "delete from kit.inbox where consumer = $1 and event_id = (select id from kit.events where payload->>'code' = $2)",
      [consumer, code],
    ),
  );

const system = <T>(work: Parameters<typeof kit.database.withSystem<T>>[0]) => kit.database.withSystem(work);

test('what a consumer passed over is found and handed to it in its order, what it handled is not', async () => {
  const { consumer, handled, types } = noting('portfolio-missed');
  for (const code of ['m-1', 'm-2', 'm-3', 'm-4']) await publish(yunxiu, code);
  while (await consumer.step());
  expect(handled).toEqual(['m-1', 'm-2', 'm-3', 'm-4']);
  for (const code of ['m-3', 'm-2']) await forget(types.name, code);
  const query = { consumer: types, organizationIds: [yunxiu], since: LONG_AGO, now: new Date() };
  expect(await system(({ client }) => countMissed(client, query))).toBe(2);
  expect(await system(({ client }) => putBackMissed(client, query))).toBe(2);
  expect(await system(({ client }) => countMissed(client, query))).toBe(0);
  await consumer.retry();
  expect(handled.slice(4)).toEqual(['m-2', 'm-3']);
});

test('events before the moment, of other organisations and still before the cursor are left alone', async () => {
  const { consumer, handled, types } = noting('portfolio-limits');
  await publish(harbourline, 'l-1');
  while (await consumer.step());
  await forget(types.name, 'l-1');
  await publish(yunxiu, 'l-2');
  const put = (organizationIds: string[], since: Date) =>
    system(({ client }) =>
      putBackMissed(client, { consumer: types, organizationIds, since, now: new Date() }),
    );
  expect(await put([yunxiu], LONG_AGO)).toBe(0);
  expect(await put([harbourline], new Date(Date.now() + 60_000))).toBe(0);
  expect(await put([harbourline], LONG_AGO)).toBe(1);
  handled.length = 0;
  await consumer.step();
  expect(handled).toEqual(['l-2']);
});

test('through Kafka only what is older than a minute counts as missed', async () => {
  const { types } = noting('portfolio-bus');
  await system(({ client }) =>
    client.query("insert into kit.consumers (name, xid, seq, bus_lag) values ($1, '0', 0, 0)", [types.name]),
  );
  await publish('01970000-0000-7000-8000-0000000000c3', 'b-1');
  const organization = { organizationIds: ['01970000-0000-7000-8000-0000000000c3'], since: LONG_AGO };
  const missedAt = (now: Date) =>
    system(({ client }) => countMissed(client, { consumer: types, ...organization, now }));
  expect(await missedAt(new Date())).toBe(0);
  expect(await missedAt(new Date(Date.now() + 120_000))).toBe(1);
});
