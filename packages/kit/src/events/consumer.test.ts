import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { AppError } from '../errors.ts';
import type { Reactions } from '../service/service.ts';
import { createTestKit, type TestKit } from '../testing/index.ts';
import { createConsumer } from './consumer.ts';
import { backOffMilliseconds } from './parking.ts';

const yunxiu = '01970000-0000-7000-8000-0000000000a1';
const harbourline = '01970000-0000-7000-8000-0000000000b2';
let kit: TestKit;
let clock: Date;
let consumerNumber = 0;

beforeAll(async () => {
  kit = await createTestKit();
});
beforeEach(() => {
  clock = new Date('2026-11-20T09:00:00Z');
  consumerNumber += 1;
});
afterAll(() => kit.close());

const publish = (organizationId: string, code: string) =>
  kit.database.withTenant([organizationId], (tx) =>
    tx.publish(organizationId, 'research.ended', { runId: organizationId, status: 'failed', code }),
  );

/** A consumer that notes what it handled and fails while `failing` holds the code. */
async function noting(failing: Map<string, unknown>) {
  const handled: string[] = [];
  const consumer = createConsumer(
    `research-${consumerNumber}`,
    {
      'research.ended': async (tx, event) => {
        const code = event.payload.code ?? '';
        if (failing.has(code)) throw failing.get(code);
        await tx.audit(event.organizationId, { action: 'handled', subject: code });
        handled.push(code);
      },
    },
    { ...kit, now: () => clock },
  );
  while (await consumer.step());
  handled.length = 0;
  return { consumer, handled };
}

const letters = () =>
  kit.database.withSystem(async ({ client }) => {
    const result = await client.query('select attempts, error from kit.dead_letters where consumer = $1', [
      `research-${consumerNumber}`,
    ]);
    return result.rows;
  });

test('events of one organisation arrive once and in the order of their commits', async () => {
  const { consumer, handled } = await noting(new Map());
  for (const code of ['first', 'second', 'third']) await publish(yunxiu, code);
  await consumer.step();
  await consumer.step();
  expect(handled).toEqual(['first', 'second', 'third']);
});

test('a consumer that starts again after a crash does not handle an event twice', async () => {
  const { consumer, handled } = await noting(new Map());
  await publish(yunxiu, 'once');
  await consumer.step();
  await kit.database.withSystem(({ client }) =>
    client.query('delete from kit.consumers where name = $1', [`research-${consumerNumber}`]),
  );
  const again = createConsumer(
    `research-${consumerNumber}`,
    { 'research.ended': async (_tx, event) => void handled.push(event.payload.code ?? '') },
    { ...kit, now: () => clock },
  );
  while (await again.step());
  expect(handled).toEqual(['once']);
});

test('a failing event holds back its own organisation and no other, and order is kept when it recovers', async () => {
  const failing = new Map<string, unknown>([['stuck', new Error('the disk is slow')]]);
  const { consumer, handled } = await noting(failing);
  await publish(yunxiu, 'stuck');
  await publish(yunxiu, 'behind');
  await publish(harbourline, 'elsewhere');
  await consumer.step();
  expect(handled).toEqual(['elsewhere']);
  failing.clear();
  clock = new Date(clock.getTime() + 2_000);
  await consumer.retry();
  expect(handled).toEqual(['elsewhere', 'stuck', 'behind']);
});

test('an event that keeps failing becomes a dead letter and the ones behind it go on', async () => {
  const { consumer, handled } = await noting(new Map([['poison', new Error('cannot be read')]]));
  await publish(yunxiu, 'poison');
  await publish(yunxiu, 'healthy');
  await consumer.step();
  for (let attempt = 0; attempt < 8; attempt += 1) {
    clock = new Date(clock.getTime() + 400_000);
    await consumer.retry();
  }
  expect(handled).toEqual(['healthy']);
  expect(await letters()).toEqual([{ attempts: 8, error: 'cannot be read' }]);
});

test('an event that no retry can mend goes to the dead letters at once', async () => {
  const refusal = new AppError({
    kind: 'invalid',
    code: 'research.input_broken',
    message: { zh: '输入有误', en: 'Broken input' },
  });
  const { consumer } = await noting(new Map([['broken', refusal]]));
  await publish(yunxiu, 'broken');
  await consumer.step();
  expect(await letters()).toEqual([{ attempts: 1, error: 'research.input_broken: Broken input' }]);
});

test('back-off doubles from one second and ends at five minutes', () => {
  expect([1, 2, 3, 10].map(backOffMilliseconds)).toEqual([1_000, 2_000, 4_000, 300_000]);
});

test('events of other kinds are passed by once, and one of its own kind after them is still seen', async () => {
  const handled: string[] = [];
  const name = `rare-${consumerNumber}`;
  const reactions: Reactions = {
    'research.started': async (_tx, event) => void handled.push(event.payload.clientName),
  };
  const consumer = createConsumer(name, reactions, kit);
  for (const code of ['one', 'two', 'three']) await publish(yunxiu, code);
  await consumer.step();
  const { rows } = await kit.database.withSystem(({ client }) =>
    client.query<{ behind: number }>(
      'select count(*)::int as behind from kit.events e, kit.consumers c where c.name = $1 and (e.xid, e.seq) > (c.xid, c.seq)',
      [name],
    ),
  );
  expect(rows[0]?.behind).toBe(0);
  await kit.database.withTenant([yunxiu], (tx) =>
    tx.publish(yunxiu, 'research.started', { runId: yunxiu, clientName: '云岫短剧' }),
  );
  await consumer.step();
  expect(handled).toEqual(['云岫短剧']);
});
