import type { JobContext } from '@tokenholic/kit';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { channelId, openNotices, yunxiu, zhou } from './testing/notices-house.ts';

const { told, kit, service, call, settle, escalate, later, connect, channels, list, chatHost, empty, close } =
  await openNotices();
/** Each test has the same client, and neither notices nor settings of the one before. */
beforeEach(empty);
afterAll(close);

test('mail goes out in the language of each receiver, and what comes soon after goes as one', async () => {
  await escalate('第一件');
  expect(told.mails.map(({ to }) => to)).toEqual(['d1@vendor.example', 'd2@vendor.example']);
  expect(told.mails[0]?.subject).toBe('紧急 · 云岫短剧 · 升级：第一件');
  expect(told.mails[1]?.subject).toContain('Critical · 云岫短剧 · Escalated');
  for (const title of ['第二件', '第三件', '第四件']) await escalate(title);
  expect(told.mails).toHaveLength(2);
  await later(301);
  expect(told.mails.slice(2).map(({ subject }) => subject)).toEqual(['3 条通知', '3 notifications']);
});

test('nobody gets mail of what they may no longer read, or have read on the screen before it left', async () => {
  await escalate('第一件');
  await escalate('第二件');
  told.mails = [];
  await call('POST', 'copilot/notices/read', { ids: (await list()).items.map(({ id }) => id) });
  told.readers = told.readers.filter(({ userId }) => userId !== zhou.user.id);
  await later(301);
  expect(told.mails).toEqual([]);
});

test('a chat is connected by an address that never comes back, and answers for itself when tried', async () => {
  expect((await connect()).status).toBe(200);
  const text = JSON.stringify(await channels());
  expect(text).not.toContain('secretpart');
  expect(await channels()).toMatchObject({ hint: `${chatHost}/…part`, answer: null });
  const tried = await call<{ ok: boolean; text: string }>(
    'POST',
    `settings/notice-channels/${channelId}/try`,
  );
  expect(tried.body).toMatchObject({ ok: true, text: 'HTTP 200 ok' });
  told.answer = { status: 404, text: 'no_service' };
  await call('POST', `settings/notice-channels/${channelId}/try`);
  expect((await channels())?.answer).toMatchObject({ ok: false, text: 'HTTP 404 no_service' });
  const { rows } = await kit.database.pool.query('select before, after from kit.audit_entries');
  expect(JSON.stringify(rows)).not.toContain('secretpart');
});

test('an address inside the network, without TLS or with a password is refused', async () => {
  for (const address of [
    ...['https://127.0.0.1/x', 'https://10.1.2.3/x', 'https://[::1]/x', 'https://169.254.169.254/latest'],
    ...['http://hooks.slack.com/services/x', 'https://user:word@hooks.slack.com/x'],
  ])
    expect([address, (await connect({ address })).body.code]).toEqual([
      address,
      'copilot.channel_address_refused',
    ]);
});

test('an escalation reaches the chat once, however often its job runs and whichever process sends', async () => {
  await connect();
  await escalate('客户要求今天回电');
  expect(told.posts.map(({ path }) => path)).toEqual(['/services/T0/B0/secretpart']);
  expect(told.posts[0]?.body).toContain('客户要求今天回电');
  const { rows } = await kit.database.pool.query<{ id: string }>(
    'select id from copilot.notices where kind = $1',
    ['escalation'],
  );
  const context: JobContext = { organizationId: yunxiu, signal: AbortSignal.timeout(5_000), retries: 1 };
  await service.jobs['copilot.notify']?.({ noticeIds: [rows[0]?.id] }, context);
  // As the last release asked for it.
  await service.jobs['copilot.notify']?.({ noticeId: rows[0]?.id }, context);
  await Promise.all([later(60), later(60)]);
  expect(told.posts).toHaveLength(1);
});

test('what comes in a rush is folded into the next message', async () => {
  await connect();
  for (let count = 0; count < 9; count += 1) await escalate(`第${count}件`);
  expect(told.posts).toHaveLength(1);
  await later(11);
  expect(told.posts).toHaveLength(2);
  expect(told.posts[1]?.body).toContain('8 notifications');
  expect(told.posts[1]?.body).toContain('3 more');
});

test('a chat that is away is tried again and again, given up in the end, and caught up on demand', async () => {
  await connect();
  told.answer = { status: 503, text: 'away' };
  await escalate('客户要求今天回电');
  expect(await channels()).toMatchObject({ waiting: 1, answer: { ok: false, text: 'HTTP 503 away' } });
  for (let tries = 0; tries < 8; tries += 1) await later(3_700);
  expect([told.posts.length, await channels()]).toMatchObject([8, { waiting: 0, failed: 1 }]);
  told.answer = { status: 200, text: 'ok' };
  await call('POST', `settings/notice-channels/${channelId}/resend`);
  await settle();
  expect([told.posts.length, await channels()]).toMatchObject([9, { failed: 0 }]);
});

test('after a kill in the middle of sending, mail arrives once, and a chat gets the message again under the same key', async () => {
  await connect();
  await escalate('第一件');
  await kit.database.pool.query(
    "update copilot.deliveries set status = 'sending', sent_at = null, claimed_at = $1",
    [told.clock],
  );
  await later(60);
  expect([told.posts.length, told.mails.length]).toEqual([1, 2]);
  await later(120);
  expect([told.posts.length, told.mails.length]).toEqual([2, 2]);
  expect([
    told.posts[1]?.key === told.posts[0]?.key,
    told.posts[0]?.body.includes('repeat'),
    told.posts[1]?.body.includes('repeat'),
  ]).toEqual([true, false, true]);
  const states = async () =>
    (await kit.database.pool.query('select distinct status from copilot.deliveries')).rows;
  expect([await states(), (await channels())?.failed]).toEqual([[{ status: 'sent' }], 0]);
  // Nobody is left in doubt where the chat says no either: it failed, and there is a button.
  await kit.database.pool.query(
    "update copilot.deliveries set status = 'sending', sent_at = null, claimed_at = $1 where way <> 'email'",
    [told.clock],
  );
  told.answer = { status: 404, text: 'gone' };
  await later(200);
  expect(await channels()).toMatchObject({ waiting: 0, failed: 1 });
});

test('a chat that may not know more hears what happened, and neither client nor words', async () => {
  await connect({ detail: 'kind', kind: 'teams', language: 'zh' });
  await escalate('客户要求今天回电');
  expect(told.posts[0]?.body).toContain('紧急 · 升级');
  expect(told.posts[0]?.body).not.toMatch(/云岫|回电/);
});

test('a chat hears of its kinds and levels only, and nothing once it is switched off or gone', async () => {
  await connect({ kinds: ['budget'] });
  await escalate('第一件');
  await connect({ enabled: false, address: null });
  await escalate('第二件');
  await connect({ address: null });
  await call('DELETE', `settings/notice-channels/${channelId}`);
  await escalate('第三件');
  await later(60);
  expect([told.posts, await channels()]).toEqual([[], undefined]);
});
