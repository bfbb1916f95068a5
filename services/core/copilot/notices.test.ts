import type { NoticeList, NoticeSettings } from '@tokenholic/contracts';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { keepFewUnread } from './commands/notices/keep-few-unread.ts';
import { tellOverdue } from './commands/tell-overdue.ts';
import { lin, openNotices, vendor, yunxiu, zhou } from './testing/notices-house.ts';

const { told, kit, call, settle, escalate, later, list, empty, close } = await openNotices();
/** Each test has the same client, and neither notices nor settings of the one before. */
beforeEach(empty);
afterAll(close);

test('a notice of the vendor’s own belongs to those of its people whose role reads it, without a client', async () => {
  await kit.database.withTenant([vendor], (tx) =>
    tx.publish(vendor, 'budget.spent', { month: '2026-11-01', limit: 1_000_000, spent: 1_000_000 }),
  );
  await settle();
  const { items, unreadCritical } = await list();
  expect(items[0]).toMatchObject({
    client: null,
    level: 'critical',
    kind: 'budget',
    read: false,
    popUp: true,
  });
  expect(unreadCritical).toBe(1);
  expect((await list('', 'zhou')).items).toEqual([]);
});

test('one notice, some or all are read by one person alone, and the list narrows by level, client and what is unread', async () => {
  await escalate('客户要求今天回电');
  told.clock = new Date(told.clock.getTime() + 1_000);
  await kit.database.withTenant([yunxiu], (tx) =>
    tx.publish(yunxiu, 'research.ended', { runId: yunxiu, status: 'failed', code: 'research.no_pages' }),
  );
  await settle();
  const [first] = (await list('?level=critical')).items;
  await call('POST', 'copilot/notices/read', { ids: [first?.id] });
  expect((await list()).unreadCritical).toBe(0);
  expect((await list('', 'zhou')).unreadCritical).toBe(1);
  expect((await list('?unread=true')).items.map(({ level }) => level)).not.toContain('critical');
  expect((await list(`?client=${vendor}`)).items).toEqual([]);
  told.clock = new Date(Date.now() + 60_000);
  await call('POST', 'copilot/notices/read', { ids: 'all' });
  expect((await list()).unread).toBe(0);
});

test('who is given a client is told alone', async () => {
  await kit.database.withTenant([yunxiu], (tx) =>
    tx.publish(yunxiu, 'client.assigned', { userId: zhou.user.id, name: zhou.user.name }),
  );
  await settle();
  expect([(await list('', 'zhou')).unread, (await list()).unread]).toEqual([1, 0]);
});

test('an overdue task is told once for each due date', async () => {
  const id = '01970000-0000-7000-8000-0000000000e9';
  const task = { id, title: '发报价', dueAt: '2026-11-27T05:00:00.000Z', escalation: false, reason: '' };
  await call('POST', `clients/${yunxiu}/copilot/tasks`, task);
  expect(await tellOverdue(kit)).toBe(0);
  told.clock = new Date('2026-11-27T05:00:01Z');
  expect([await tellOverdue(kit), await tellOverdue(kit)]).toEqual([1, 0]);
  await settle();
  expect((await list()).items[0]).toMatchObject({ kind: 'deadline', level: 'warning' });
});

test('settings are a person’s own: kinds by way, quiet hours, and a zone that must exist', async () => {
  const { body } = await call<NoticeSettings>('GET', 'copilot/notice-settings');
  expect(body).toMatchObject({ mailTo: 'd1@vendor.example', appearOffline: false });
  const { preferences } = body;
  const wanted = {
    preferences: {
      ...preferences,
      kinds: { ...preferences.kinds, escalation: { popUp: false, mail: 'daily' } },
      quiet: { from: '22:00', to: '07:00' },
    },
    appearOffline: true,
  };
  expect((await call('PUT', 'copilot/notice-settings', wanted)).status).toBe(200);
  const odd = { ...wanted, preferences: { ...wanted.preferences, timeZone: 'Mars/Olympus' } };
  expect((await call('PUT', 'copilot/notice-settings', odd)).status).toBe(400);
  await escalate('第一件');
  expect(told.mails.map(({ to }) => to)).toEqual(['d2@vendor.example']);
  expect((await list()).items[0]?.popUp).toBe(false);
  await later(86_400);
  expect(told.mails.map(({ to }) => to)).toEqual(['d2@vendor.example', 'd1@vendor.example']);
});

test('of what samples tell few notices are left to read for one person, the most serious ones', async () => {
  for (const title of ['一', '二', '三']) await escalate(title);
  const list = async () => (await call<NoticeList>('GET', 'copilot/notices')).body;
  const before = await list();
  expect(before.unread).toBeGreaterThanOrEqual(3);
  await keepFewUnread(kit, lin, lin.organizationIds, 2);
  const after = await list();
  expect([after.unread, after.unreadCritical, after.items.length]).toEqual([2, 2, before.items.length]);
});

test('what samples bring while they arrive is in the list, and neither counted nor announced', async () => {
  await escalate('样例里的升级');
  const list = async () => (await call<NoticeList>('GET', 'copilot/notices')).body;
  const before = await list();
  expect([before.unread > 0, before.items.some(({ popUp }) => popUp)]).toEqual([true, true]);
  told.samplesArriving = [yunxiu];
  const meanwhile = await list();
  expect([meanwhile.unread, meanwhile.unreadCritical, meanwhile.items.length]).toEqual([
    ...[0, 0, before.items.length],
  ]);
  expect(meanwhile.items.filter(({ popUp, read }) => popUp || !read)).toEqual([]);
  told.samplesArriving = [];
  expect(await list()).toEqual(before);
});
