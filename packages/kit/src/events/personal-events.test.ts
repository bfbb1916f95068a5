import type { EventPayload, RealtimeMessage } from '@tokenholic/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dropOldDataKeys, rotateDataKey, surveyKeys, sweepOrganization } from '../encryption/rotate.ts';
import type { Principal } from '../http/principal.ts';
import { toMessage } from '../kafka/kafka-relay.ts';
import { createRooms } from '../realtime/rooms.ts';
import { createTestKit, type TestKit } from '../testing/index.ts';
import { createConsumer } from './consumer.ts';
import { LOG_START, readLog } from './log.ts';
import { sealedEvents } from './personal-events.ts';
import { putPersonalParts, takePersonalParts } from './personal-parts.ts';

const yunxiu = '01970000-0000-7000-8000-0000000000a1';
const harbourline = '01970000-0000-7000-8000-0000000000b2';
const contactId = '01970000-0000-7000-8000-0000000000e1';
const canary = 'su.canary@yunxiu.example';
let kit: TestKit;

beforeAll(async () => {
  kit = await createTestKit();
});
afterAll(() => kit.close());

const headline = { zh: '新联系人 苏珊', en: 'New contact Susan' };
const saved = (email: string): EventPayload<'contact.saved'> => ({
  ...{ contactId, headline, name: '苏珊', title: 'CTO', email, phone: '139 0000 0001', notes: '喜欢乌龙茶' },
});
const publish = (organizationId: string, email: string) =>
  kit.database.withTenant([organizationId], (tx) =>
    tx.publish(organizationId, 'contact.saved', saved(email)),
  );
const stored = async () => JSON.stringify((await kit.database.pool.query('select * from kit.events')).rows);
const resealing = () => ({ database: kit.database, vault: kit.vault, tables: [sealedEvents] });

async function hear(name: string): Promise<EventPayload<'contact.saved'>[]> {
  const heard: EventPayload<'contact.saved'>[] = [];
  const consumer = createConsumer(
    name,
    { 'contact.saved': async (_tx, event) => void heard.push(event.payload) },
    kit,
  );
  while (await consumer.step());
  return heard;
}

test('personal parts are taken out of lists too, and come back where they stood', () => {
  const said = {
    text: 'Anna asked for a price.',
    people: [
      { contactId, name: 'Anna' },
      { contactId: harbourline, name: 'Bo' },
    ],
  };
  const { payload, parts } = takePersonalParts('activity.logged', said);
  expect(payload).toEqual({ people: [{ contactId }, { contactId: harbourline }] });
  expect(putPersonalParts(payload, parts)).toEqual(said);
  expect(takePersonalParts('budget.warned', said).payload).toEqual(said);
});

test('the log and what goes to Kafka hold nothing of a person in plain, and a consumer hears all of it', async () => {
  await publish(yunxiu, canary);
  expect(await stored()).not.toMatch(/su\.canary|139 0000|苏珊|Susan|乌龙茶/);
  // Ids stay plain: events are found by them.
  expect(await stored()).toContain(contactId);
  const [event] = await kit.database.withSystem(({ client }) =>
    readLog(client, { after: LOG_START, limit: 10 }),
  );
  if (event === undefined) throw new Error('nothing was published');
  expect(toMessage('t', event).value).not.toMatch(/su\.canary|苏珊/);
  expect(toMessage('t', event).value).toContain('sealed:1:1:');
  expect(await hear('personal-plain')).toEqual([saved(canary)]);
});

test('browsers of the organisation are sent the whole event, at once and when they come back', async () => {
  const rooms = await createRooms(kit);
  const messages: RealtimeMessage[] = [];
  const person: Principal = {
    user: { id: contactId, name: { zh: '林', en: 'Lin' }, roles: [], permissions: ['deal.read'] },
    ...{ homeOrganizationId: yunxiu, organizationIds: [yunxiu] },
  };
  const peer = {
    principal: async () => person,
    send: (text: string) => void messages.push(JSON.parse(text)),
  };
  await rooms.receive(peer, JSON.stringify({ type: 'join', room: yunxiu, after: '0.0' }));
  await publish(yunxiu, 'second@yunxiu.example');
  await rooms.step();
  const payloads = messages.flatMap((message) => (message.type === 'event' ? [message.event] : []));
  expect(payloads.map(({ payload }) => payload)).toEqual([saved(canary), saved('second@yunxiu.example')]);
  expect(payloads.every((event) => !('personal' in event))).toBe(true);
});

test('events from before are read as they are, and sealed in the background', async () => {
  await kit.database.pool.query(
    `insert into kit.events (id, organization_id, topic, type, version, actor, trace_id, payload)
     select gen_random_uuid(), '${harbourline}', 'deal_events', 'contact.saved', 1, 'system', '0', $1 from generate_series(1, 250)`,
    [JSON.stringify(saved('old.canary@harbour.example'))],
  );
  expect(await hear('personal-old')).toHaveLength(252);
  expect(await sweepOrganization(resealing(), harbourline)).toBe(250);
  expect(await stored()).not.toContain('old.canary');
  const heard = await hear('personal-swept');
  expect(heard.filter(({ email }) => email === 'old.canary@harbour.example')).toHaveLength(250);
  const survey = (await surveyKeys(resealing())).find((one) => one.organizationId === harbourline);
  expect(survey?.isSwept).toBe(true);
  // Fields that are declared later are taken out of what was sealed before.
  await kit.database.pool.query(
    `update kit.events set personal_fields = 'name', payload = payload || '{"title":"late"}' where organization_id = $1`,
    [harbourline],
  );
  expect(await sweepOrganization(resealing(), harbourline)).toBe(250);
});

test('keys change while events are published and heard, and none is ever unreadable', async () => {
  let running = true;
  let published = 0;
  const writer = async () => {
    // No more than are heard beside it: both take turns at one connection.
    for (; running && published < 60; published += 1) await publish(yunxiu, `n${published}@yunxiu.example`);
  };
  const writing = writer();
  for (let round = 0; round < 3; round += 1) {
    await rotateDataKey(resealing(), yunxiu);
    for (const { email } of await hear(`personal-round-${round}`)) expect(email).toContain('@');
  }
  running = false;
  await writing;
  await dropOldDataKeys(resealing(), yunxiu);
  const heard = await hear('personal-rotated');
  expect(heard.filter(({ email }) => /^n\d+@/.test(email))).toHaveLength(published);
}, 30_000);

test('with the keys of an organisation what its events say of people is gone, also where the log was copied to', async () => {
  await kit.database.pool.query(`delete from kit.data_keys where organization_id = '${yunxiu}'`);
  kit.vault.forget(yunxiu);
  const heard = await hear('personal-erased');
  expect(heard.every(({ email }) => email.endsWith('@harbour.example'))).toBe(true);
  const { rows } = await kit.database.pool.query(
    `select distinct error from kit.dead_letters where consumer = 'personal-erased'`,
  );
  expect(rows.map(({ error }) => error)).toEqual([expect.stringMatching(/^keys\.gone/)]);
});
