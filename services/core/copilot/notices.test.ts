import { createServer, type Server } from 'node:http';
import type { NoticeChannel, NoticeList, NoticeSettings, SaveChannel } from '@tokenholic/contracts';
import {
  type Consumer,
  createConsumer,
  createHttpServer,
  type HttpServer,
  type JobContext,
  type Principal,
  type Service,
} from '@tokenholic/kit';
import { createTestKit, type TestKit } from '@tokenholic/kit/testing';
import { createLlm } from '@workflow/llm-sdk';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createWebhookPoster } from './adapters/webhook.ts';
import { deliverAllDue } from './commands/notices/deliver.ts';
import { keepFewUnread } from './commands/notices/keep-few-unread.ts';
import { tellOverdue } from './commands/tell-overdue.ts';
import type { NoticePorts, Reader } from './ports.ts';
import { copilotMigrations, copilotService, createAppearance } from './service.ts';

const vendor = '01970000-0000-7000-8000-00000000000a';
const yunxiu = '01970000-0000-7000-8000-00000000c001';
const lin: Principal = {
  user: {
    ...{ id: '01970000-0000-7000-8000-0000000000d1', name: { zh: '林佩', en: 'Lin Pei' } },
    ...{
      roles: ['sales_manager'],
      permissions: ['client.read', 'copilot.use', 'settings.manage', 'deal.read'],
    },
  },
  homeOrganizationId: vendor,
  organizationIds: [vendor, yunxiu],
};
const zhou: Principal = {
  ...lin,
  user: {
    ...lin.user,
    id: '01970000-0000-7000-8000-0000000000d2',
    permissions: ['client.read', 'copilot.use'],
  },
};

interface Post {
  path: string;
  body: string;
  key: string;
}
let kit: TestKit;
let app: HttpServer;
let service: Service;
let consumer: Consumer;
let ports: NoticePorts;
let chat: Server;
let chatHost: string;
let clock: Date;
let mails: { id: string; to: string; subject: string; body: string }[];
let posts: Post[];
let answer: { status: number; text: string };
let readers: Reader[];
let samplesArriving: string[] = [];
const START = new Date('2026-11-27T04:00:00Z');

const reader = ({ user, homeOrganizationId }: Principal, language: 'zh' | 'en'): Reader => ({
  ...{ userId: user.id, homeOrganizationId, permissions: user.permissions, language },
  mailAddress: `${user.id.slice(-2)}@vendor.example`,
});

beforeAll(async () => {
  chat = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      posts.push({ path: request.url ?? '', body, key: String(request.headers['idempotency-key']) });
      response.writeHead(answer.status, { 'content-type': 'text/plain' }).end(answer.text);
    });
  });
  await new Promise<void>((resolve) => chat.listen(0, '127.0.0.1', resolve));
  const bound = chat.address();
  chatHost = `127.0.0.1:${typeof bound === 'object' && bound !== null ? bound.port : 0}`;
});
afterAll(() => void chat.close());

beforeAll(async () => {
  kit = await createTestKit([copilotMigrations]);
  kit.now = () => clock;
  ports = {
    readersOf: async () => readers,
    postMail: async (mail) => {
      if (!mails.some(({ id }) => id === mail.id)) mails.push(mail);
    },
    address: 'https://t.example',
    samplesArriving: () => samplesArriving,
    allowedPrivateHosts: [chatHost],
  };
  service = copilotService(createLlm({ connections: () => [] }), ports, createAppearance(kit))(kit);
  app = await createHttpServer({
    kit,
    version: '0',
    authenticate: async ({ headers }) => (headers['x-as'] === 'zhou' ? zhou : lin),
  });
  await app.register(service.routes);
  consumer = createConsumer('copilot', service.consumes, kit);
  clock = START;
  const client = { name: '云岫短剧', website: null, sample: true, createdAt: '2026-11-20T01:00:00.000Z' };
  await kit.database.withTenant([yunxiu], (tx) =>
    tx.publish(yunxiu, 'client.created', { client: { id: yunxiu, ...client }, research: null }),
  );
  await settle();
});
afterAll(async () => {
  await service.stop?.();
  await app.close();
  await kit.close();
});
/** Each test has the same client, and neither notices nor settings of the one before. */
beforeEach(async () => {
  await kit.database.pool.query(
    `truncate copilot.notices, copilot.notice_reads, copilot.notice_settings, copilot.notice_channels,
      copilot.deliveries, copilot.people, copilot.tasks, kit.job_requests, kit.audit_entries`,
  );
  clock = START;
  [mails, posts, answer] = [[], [], { status: 200, text: 'ok' }];
  readers = [reader(lin, 'zh'), reader(zhou, 'en')];
});

async function call<T>(method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, body?: object, as = 'lin') {
  const payload = body === undefined ? {} : { payload: body };
  const response = await app.inject({ method, url: `/api/${url}`, headers: { 'x-as': as }, ...payload });
  return { status: response.statusCode, body: (response.body === '' ? null : response.json()) as T };
}

/** Reads events and works on the jobs they ask for, as the product does. */
async function settle(): Promise<void> {
  while (await consumer.step());
  const { pool } = kit.database;
  for (;;) {
    const { rows } = await pool.query<{ queue: string; data: Record<string, unknown> }>(
      'delete from kit.job_requests returning queue, data',
    );
    if (rows.length === 0) return;
    for (const { queue, data } of rows) {
      const context: JobContext = {
        organizationId: String(data.organizationId),
        ...{ signal: AbortSignal.timeout(5_000), retries: 0 },
      };
      await service.jobs[queue]?.(data, context);
    }
  }
}

let escalations = 0;
async function escalate(title: string): Promise<void> {
  escalations += 1;
  const id = `01970000-0000-7000-8000-0000000e${String(escalations).padStart(4, '0')}`;
  const task = { id, title, dueAt: null, escalation: true, reason: '' };
  expect((await call('POST', `clients/${yunxiu}/copilot/tasks`, task)).status).toBe(201);
  await settle();
}

async function later(seconds: number): Promise<void> {
  clock = new Date(clock.getTime() + seconds * 1_000);
  const { post, close } = createWebhookPoster(ports.allowedPrivateHosts);
  await deliverAllDue(kit, ports, post);
  await close();
}

const channelId = '01970000-0000-7000-8000-0000000000f1';
const slack = (change: Partial<SaveChannel> = {}): SaveChannel => ({
  ...{ kind: 'slack', name: '#deals', language: 'en', level: 'info', detail: 'full', enabled: true },
  kinds: ['escalation', 'deadline', 'budget'],
  address: `http://${chatHost}/services/T0/B0/secretpart`,
  ...change,
});
const connect = (change: Partial<SaveChannel> = {}) =>
  call<{ items: NoticeChannel[]; code?: string }>(
    'PUT',
    `settings/notice-channels/${channelId}`,
    slack(change),
  );
const channels = async () =>
  (await call<{ items: NoticeChannel[] }>('GET', 'settings/notice-channels')).body.items[0];
const list = async (query = '', as = 'lin') =>
  (await call<NoticeList>('GET', `copilot/notices${query}`, undefined, as)).body;

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
  clock = new Date(clock.getTime() + 1_000);
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
  clock = new Date(Date.now() + 60_000);
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
  clock = new Date('2026-11-27T05:00:01Z');
  expect([await tellOverdue(kit), await tellOverdue(kit)]).toEqual([1, 0]);
  await settle();
  expect((await list()).items[0]).toMatchObject({ kind: 'deadline', level: 'warning' });
});

test('mail goes out in the language of each receiver, and what comes soon after goes as one', async () => {
  await escalate('第一件');
  expect(mails.map(({ to }) => to)).toEqual(['d1@vendor.example', 'd2@vendor.example']);
  expect(mails[0]?.subject).toBe('紧急 · 云岫短剧 · 升级：第一件');
  expect(mails[1]?.subject).toContain('Critical · 云岫短剧 · Escalated');
  for (const title of ['第二件', '第三件', '第四件']) await escalate(title);
  expect(mails).toHaveLength(2);
  await later(301);
  expect(mails.slice(2).map(({ subject }) => subject)).toEqual(['3 条通知', '3 notifications']);
});

test('nobody gets mail of what they may no longer read, or have read on the screen before it left', async () => {
  await escalate('第一件');
  await escalate('第二件');
  mails = [];
  await call('POST', 'copilot/notices/read', { ids: (await list()).items.map(({ id }) => id) });
  readers = readers.filter(({ userId }) => userId !== zhou.user.id);
  await later(301);
  expect(mails).toEqual([]);
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
  expect(mails.map(({ to }) => to)).toEqual(['d2@vendor.example']);
  expect((await list()).items[0]?.popUp).toBe(false);
  await later(86_400);
  expect(mails.map(({ to }) => to)).toEqual(['d2@vendor.example', 'd1@vendor.example']);
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
  answer = { status: 404, text: 'no_service' };
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
  expect(posts.map(({ path }) => path)).toEqual(['/services/T0/B0/secretpart']);
  expect(posts[0]?.body).toContain('客户要求今天回电');
  const { rows } = await kit.database.pool.query<{ id: string }>(
    'select id from copilot.notices where kind = $1',
    ['escalation'],
  );
  const context: JobContext = { organizationId: yunxiu, signal: AbortSignal.timeout(5_000), retries: 1 };
  await service.jobs['copilot.notify']?.({ noticeIds: [rows[0]?.id] }, context);
  // As the last release asked for it.
  await service.jobs['copilot.notify']?.({ noticeId: rows[0]?.id }, context);
  await Promise.all([later(60), later(60)]);
  expect(posts).toHaveLength(1);
});

test('what comes in a rush is folded into the next message', async () => {
  await connect();
  for (let count = 0; count < 9; count += 1) await escalate(`第${count}件`);
  expect(posts).toHaveLength(1);
  await later(11);
  expect(posts).toHaveLength(2);
  expect(posts[1]?.body).toContain('8 notifications');
  expect(posts[1]?.body).toContain('3 more');
});

test('a chat that is away is tried again and again, given up in the end, and caught up on demand', async () => {
  await connect();
  answer = { status: 503, text: 'away' };
  await escalate('客户要求今天回电');
  expect(await channels()).toMatchObject({ waiting: 1, answer: { ok: false, text: 'HTTP 503 away' } });
  for (let tries = 0; tries < 8; tries += 1) await later(3_700);
  expect([posts.length, await channels()]).toMatchObject([8, { waiting: 0, failed: 1 }]);
  answer = { status: 200, text: 'ok' };
  await call('POST', `settings/notice-channels/${channelId}/resend`);
  await settle();
  expect([posts.length, await channels()]).toMatchObject([9, { failed: 0 }]);
});

test('after a kill in the middle of sending, mail arrives once, and a chat gets the message again under the same key', async () => {
  await connect();
  await escalate('第一件');
  await kit.database.pool.query(
    "update copilot.deliveries set status = 'sending', sent_at = null, claimed_at = $1",
    [clock],
  );
  await later(60);
  expect([posts.length, mails.length]).toEqual([1, 2]);
  await later(120);
  expect([posts.length, mails.length]).toEqual([2, 2]);
  expect([
    posts[1]?.key === posts[0]?.key,
    posts[0]?.body.includes('repeat'),
    posts[1]?.body.includes('repeat'),
  ]).toEqual([true, false, true]);
  const states = async () =>
    (await kit.database.pool.query('select distinct status from copilot.deliveries')).rows;
  expect([await states(), (await channels())?.failed]).toEqual([[{ status: 'sent' }], 0]);
  // Nobody is left in doubt where the chat says no either: it failed, and there is a button.
  await kit.database.pool.query(
    "update copilot.deliveries set status = 'sending', sent_at = null, claimed_at = $1 where way <> 'email'",
    [clock],
  );
  answer = { status: 404, text: 'gone' };
  await later(200);
  expect(await channels()).toMatchObject({ waiting: 0, failed: 1 });
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
  samplesArriving = [yunxiu];
  const meanwhile = await list();
  expect([meanwhile.unread, meanwhile.unreadCritical, meanwhile.items.length]).toEqual([
    ...[0, 0, before.items.length],
  ]);
  expect(meanwhile.items.filter(({ popUp, read }) => popUp || !read)).toEqual([]);
  samplesArriving = [];
  expect(await list()).toEqual(before);
});

test('a chat that may not know more hears what happened, and neither client nor words', async () => {
  await connect({ detail: 'kind', kind: 'teams', language: 'zh' });
  await escalate('客户要求今天回电');
  expect(posts[0]?.body).toContain('紧急 · 升级');
  expect(posts[0]?.body).not.toMatch(/云岫|回电/);
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
  expect([posts, await channels()]).toEqual([[], undefined]);
});
