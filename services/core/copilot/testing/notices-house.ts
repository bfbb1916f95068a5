import { createServer } from 'node:http';
import type { NoticeChannel, NoticeList, SaveChannel } from '@tokenholic/contracts';
import { createConsumer, createHttpServer, type JobContext, type Principal } from '@tokenholic/kit';
import { createTestKit } from '@tokenholic/kit/testing';
import { createLlm } from '@workflow/llm-sdk';
import { expect } from 'vitest';
import { createWebhookPoster } from '../adapters/webhook.ts';
import { deliverAllDue } from '../commands/notices/deliver.ts';
import type { NoticePorts, Reader } from '../ports.ts';
import { copilotMigrations, copilotService, createAppearance } from '../service.ts';

export const vendor = '01970000-0000-7000-8000-00000000000a';
export const yunxiu = '01970000-0000-7000-8000-00000000c001';
export const channelId = '01970000-0000-7000-8000-0000000000f1';
export const lin: Principal = {
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
export const zhou: Principal = {
  ...lin,
  user: {
    ...lin.user,
    id: '01970000-0000-7000-8000-0000000000d2',
    permissions: ['client.read', 'copilot.use'],
  },
};
const START = new Date('2026-11-27T04:00:00Z');

/** What went out, what a chat answers, who may read, and what time it is: tests look at it and change it. */
interface Told {
  clock: Date;
  mails: { id: string; to: string; subject: string; body: string }[];
  posts: { path: string; body: string; key: string }[];
  answer: { status: number; text: string };
  readers: Reader[];
  samplesArriving: string[];
}

const reader = ({ user, homeOrganizationId }: Principal, language: 'zh' | 'en'): Reader => ({
  ...{ userId: user.id, homeOrganizationId, permissions: user.permissions, language },
  mailAddress: `${user.id.slice(-2)}@vendor.example`,
});
const atFirst = (): Told => ({
  ...{ clock: START, mails: [], posts: [], answer: { status: 200, text: 'ok' }, samplesArriving: [] },
  readers: [reader(lin, 'zh'), reader(zhou, 'en')],
});

/** A chat that notes what is posted to it. */
async function openChat(told: Told) {
  const chat = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      const key = String(request.headers['idempotency-key']);
      told.posts.push({ path: request.url ?? '', body, key });
      response.writeHead(told.answer.status, { 'content-type': 'text/plain' }).end(told.answer.text);
    });
  });
  await new Promise<void>((resolve) => chat.listen(0, '127.0.0.1', resolve));
  const bound = chat.address();
  return { chat, chatHost: `127.0.0.1:${typeof bound === 'object' && bound !== null ? bound.port : 0}` };
}

/** The workspace alone with one client, two people who read of it, and a chat. */
export async function openNotices() {
  const told = atFirst();
  const { chat, chatHost } = await openChat(told);
  const kit = await createTestKit([copilotMigrations]);
  kit.now = () => told.clock;
  const ports: NoticePorts = {
    readersOf: async () => told.readers,
    postMail: async (mail) => {
      if (!told.mails.some(({ id }) => id === mail.id)) told.mails.push(mail);
    },
    address: 'https://t.example',
    samplesArriving: () => told.samplesArriving,
    allowedPrivateHosts: [chatHost],
  };
  const service = copilotService(createLlm({ connections: () => [] }), ports, createAppearance(kit))(kit);
  const app = await createHttpServer({
    kit,
    version: '0',
    authenticate: async ({ headers }) => (headers['x-as'] === 'zhou' ? zhou : lin),
  });
  await app.register(service.routes);
  const consumer = createConsumer('copilot', service.consumes, kit);

  async function call<T>(
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    url: string,
    body?: object,
    as = 'lin',
  ): Promise<{ status: number; body: T }> {
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
    told.clock = new Date(told.clock.getTime() + seconds * 1_000);
    const { post, close } = createWebhookPoster(ports.allowedPrivateHosts);
    await deliverAllDue(kit, ports, post);
    await close();
  }

  const slack = (change: Partial<SaveChannel>): SaveChannel => ({
    ...{ kind: 'slack', name: '#deals', language: 'en', level: 'info', detail: 'full', enabled: true },
    kinds: ['escalation', 'deadline', 'budget'],
    address: `http://${chatHost}/services/T0/B0/secretpart`,
    ...change,
  });

  const client = { name: '云岫短剧', website: null, sample: true, createdAt: '2026-11-20T01:00:00.000Z' };
  await kit.database.withTenant([yunxiu], (tx) =>
    tx.publish(yunxiu, 'client.created', { client: { id: yunxiu, ...client }, research: null }),
  );
  await settle();
  return {
    ...{ kit, service, told, chatHost, call, settle, escalate, later },
    connect: (change: Partial<SaveChannel> = {}) =>
      call<{ items: NoticeChannel[]; code?: string }>(
        'PUT',
        `settings/notice-channels/${channelId}`,
        slack(change),
      ),
    channels: async () =>
      (await call<{ items: NoticeChannel[] }>('GET', 'settings/notice-channels')).body.items[0],
    list: async (query = '', as = 'lin') =>
      (await call<NoticeList>('GET', `copilot/notices${query}`, undefined, as)).body,
    /** No notices, no settings, nothing sent, and the first hour again. */
    empty: async () => {
      await kit.database.pool.query(
        `truncate copilot.notices, copilot.notice_reads, copilot.notice_settings, copilot.notice_channels,
          copilot.deliveries, copilot.people, copilot.tasks, kit.job_requests, kit.audit_entries`,
      );
      Object.assign(told, atFirst());
    },
    close: async () => {
      await service.stop?.();
      await app.close();
      await kit.close();
      chat.close();
    },
  };
}
