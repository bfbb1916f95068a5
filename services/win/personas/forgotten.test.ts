import type { Persona } from '@tokenholic/contracts';
import { uuidv7 } from 'uuidv7';
import { afterAll, expect, test } from 'vitest';
import { headline, LETTER, openPersonas, yunxiu } from './testing/personas-house.ts';

const { kit, publish, settle, addPerson, say, call, read, valuesOf, traces, analyst, unasked, close } =
  await openPersonas();
afterAll(close);

test('switched off, everything made of the person is gone and nothing new is kept; switched on, it is read again', async () => {
  const contactId = await analyst('陶颖');
  await call('PUT', `/${contactId}/edits`, { key: 'best_time', value: '暗号八八二一', action: 'set' });
  const off = await call<Persona>('PUT', `/${contactId}/settings`, { allowed: false });
  expect(off.body).toMatchObject({ allowed: false, version: null, lines: [], charts: null });
  await say(contactId, '陶颖', { daysAgo: 0, text: LETTER });
  await settle();
  const { rows } = await kit.database.pool.query(
    `select (select count(*)::int from personas.interactions where contact_id = '${contactId}')
          + (select count(*)::int from personas.versions where contact_id = '${contactId}')
          + (select count(*)::int from personas.edits where contact_id = '${contactId}')
          + (select count(*)::int from kit.events where type = 'persona.updated' and payload->>'contactId' = '${contactId}') as kept`,
  );
  expect(rows).toEqual([{ kept: 0 }]);
  expect(await traces()).not.toContain('暗号八八二一');
  expect((await call('GET', `/${contactId}/export/png`)).status).toBe(409);
  await call('PUT', `/${contactId}/settings`, { allowed: true });
  await settle();
  expect(valuesOf(await read(contactId), 'decision_style')).toEqual(['driving']);
  expect((await read(contactId)).activities).toBe(25);
});

test('with the contact the persona is deleted, and the log stays whole for everything else', async () => {
  const contactId = await analyst('许远山');
  await call('PUT', `/${contactId}/edits`, { key: 'active_hours', value: '暗号七七三一', action: 'set' });
  expect(await traces()).toContain(contactId);
  // Sealed at rest from the first moment.
  expect(await traces()).not.toMatch(/许远山/);
  const count = () =>
    kit.database.pool.query("select count(*)::int as events from kit.events where topic = 'deal_events'");
  await publish('contact.removed', { headline, contactId });
  const before = await count();
  await settle();
  expect((await count()).rows).toEqual(before.rows);
  expect(await traces()).not.toMatch(/许远山|暗号七七三一/);
  expect((await traces()).split(contactId).length - 1).toBeLessThanOrEqual(2);
  expect((await call('GET', `/${contactId}`)).status).toBe(404);
  await kit.database.withTenant([yunxiu], async ({ db }) => {
    await db.execute("delete from kit.events where topic = 'deal_events'");
  });
  expect((await count()).rows).toEqual(before.rows);
});

test('without consent nothing is worked out or kept, and nothing can be added by hand', async () => {
  const contactId = await addPerson('沈默', '采购总监');
  unasked.add(contactId);
  await say(contactId, '沈默', { daysAgo: 3, text: `${LETTER}无同意暗语五五一` });
  await settle();
  expect(await read(contactId)).toMatchObject({
    ...{ allowed: true, version: null, working: false, lines: [] },
    consent: { allowed: false, because: 'never_asked' },
  });
  const { rows } = await kit.database.pool.query(
    'select 1 from personas.interactions where contact_id = $1',
    [contactId],
  );
  expect(rows).toEqual([]);
  const visits = { visits: [{ id: uuidv7(), at: '2026-11-20T02:00:00.000Z', title: '价格', seconds: 30 }] };
  const refused = [
    await call<{ code: string }>('POST', `/${contactId}/web-visits`, visits),
    await call<{ code: string }>('PUT', `/${contactId}/edits`, {
      key: 'channel',
      value: 'email',
      action: 'set',
    }),
    await call<{ code: string }>('GET', `/${contactId}/export/png`),
  ];
  expect(refused.map(({ status, body }) => [status, body.code])).toEqual(
    refused.map(() => [409, 'personas.consent_needed']),
  );
  await call('PUT', `/${contactId}/settings`, { allowed: false });
  expect((await call('PUT', `/${contactId}/settings`, { allowed: true })).status).toBe(409);
});

test('consent makes the persona from what the log holds; taken back, it is deleted everywhere, and given again it is there again', async () => {
  const contactId = await addPerson('程诺', '视频算法负责人');
  unasked.add(contactId);
  for (let day = 1; day < 20; day += 1) await say(contactId, '程诺', { daysAgo: day, text: LETTER });
  await settle();
  expect((await read(contactId)).version).toBeNull();
  const decide = async (decision: 'given' | 'withdrawn', purpose: 'profiling' | 'recording') => {
    await publish(`consent.${decision}`, { headline, purpose, contactIds: [contactId] });
    await settle();
  };
  unasked.delete(contactId);
  await decide('given', 'profiling');
  const made = await read(contactId);
  expect([made.version, made.activities]).toEqual([1, 19]);
  await decide('withdrawn', 'recording');
  expect((await read(contactId)).version).toBe(1);
  unasked.add(contactId);
  // Before the event has come the page shows nothing any longer.
  expect((await read(contactId)).lines).toEqual([]);
  await decide('withdrawn', 'profiling');
  const kept = await kit.database.pool.query(
    `select 1 from personas.versions where contact_id = $1
     union all select 1 from personas.interactions where contact_id = $1
     union all select 1 from kit.events where type = 'persona.updated' and payload->>'contactId' = $1::text`,
    [contactId],
  );
  expect(kept.rows).toEqual([]);
  unasked.delete(contactId);
  await publish('consent.policy_changed', { headline, purpose: 'profiling', basis: 'legitimate_interest' });
  await settle();
  expect((await read(contactId)).activities).toBe(19);
});
