import multipart from '@fastify/multipart';
import type {
  CareReport,
  CareStep,
  Deal,
  DealCard,
  DealFile,
  DealMoment,
  DealSettings,
  DealView,
  Duplicate,
  MailReport,
  NotesReading,
  Pipeline,
  UnfiledMail,
} from '@tokenholic/contracts';
import { createHttpServer, type HttpServer } from '@tokenholic/kit';
import { createTestKit, type TestKit } from '@tokenholic/kit/testing';
import { createLlm } from '@workflow/llm-sdk';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fields, harbourline, people, yunxiu } from './deals.fixtures.ts';
import { attached, gbMail, hostileMail, replyMail } from './mails.fixtures.ts';
import type { MayRecord } from './ports.ts';
import { dealsMigrations, dealsService, withoutApprovals } from './service.ts';

let kit: TestKit;
let app: HttpServer;
/** Contacts who have not agreed to be recorded. */
const unasked = new Set<string>();
const mayRecord: MayRecord = async (_tx, _clientId, ids) =>
  new Map(
    ids.map((id) => {
      const allowed = !unasked.has(id);
      return [id, { allowed, because: allowed ? 'given' : 'never_asked', since: null }];
    }),
  );

beforeAll(async () => {
  kit = await createTestKit([dealsMigrations]);
  app = await createHttpServer({
    ...{ kit, version: '0' },
    authenticate: async ({ headers }) => {
      const who = people[String(headers['x-as'])] ?? null;
      return who === null
        ? null
        : { ...who, user: { ...who.user, permissions: [...who.user.permissions, 'settings.manage'] } };
    },
  });
  await app.register(multipart);
  await app.register(
    dealsService(createLlm({ connections: () => [] }), withoutApprovals, mayRecord)(kit).routes,
  );
  for (const [id, name] of [
    [yunxiu, '云岫短剧'],
    [harbourline, 'Harbourline Logistics'],
  ])
    await kit.database.pool.query('insert into deals.accounts values ($1, $2)', [id, name]);
});
afterAll(async () => {
  await app.close();
  await kit.close();
});

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';
async function call<T>(method: Method, url: string, body?: object, as = 'manager') {
  const response = await app.inject({
    ...{ method, url: `/api/${url}`, headers: { 'x-as': as } },
    ...(body === undefined ? {} : { payload: body }),
  });
  return {
    status: response.statusCode,
    body: (response.body === '' ? null : response.json()) as T & { code: string },
  };
}

async function send<T>(url: string, name: string, bytes: Uint8Array | string, as = 'manager') {
  const form = new FormData();
  form.append('file', new Blob([typeof bytes === 'string' ? bytes : Buffer.from(bytes)]), name);
  const body = new Response(form);
  const response = await app.inject({
    ...{ method: 'POST', url: `/api/${url}`, payload: Buffer.from(await body.arrayBuffer()) },
    headers: { 'x-as': as, 'content-type': body.headers.get('content-type') ?? '' },
  });
  return { status: response.statusCode, body: response.json<T & { code: string }>() };
}

async function newDeal(title: string, clientId = yunxiu): Promise<DealCard> {
  return (await call<DealCard>('POST', `clients/${clientId}/deals`, { id: uuidv7(), ...fields(title) })).body;
}
async function newContact(name: string, email: string, more: object = {}): Promise<{ id: string }> {
  const person = { id: uuidv7(), name, title: '', email, phone: '', notes: '', ...more };
  return (await call<{ id: string }>('POST', `clients/${yunxiu}/contacts`, person)).body;
}
const dealOf = async (id: string) => (await call<Deal>('GET', `deals/${id}`)).body;

test('the organisation names its stages, takes one out while a deal stands there, and asks for a field before another', async () => {
  const deal = await newDeal('阶段设置');
  const { body: before } = await call<DealSettings>('GET', 'deals/settings');
  const settings: DealSettings = {
    ...before,
    stages: before.stages.map((one) => {
      if (one.stage === 'lead') return { ...one, used: false };
      if (one.stage === 'extra_1')
        return {
          ...one,
          used: true,
          name: { zh: '安全评审', en: 'Security review' },
          needs: ['custom:region'],
        };
      return one;
    }),
    fields: [
      {
        ...{ key: 'region', of: 'deal', name: { zh: '区域', en: 'Region' }, type: 'choice' },
        ...{ options: ['华东', '华南'], required: false, inTable: true, retired: false },
      },
    ],
  };
  expect((await call('PUT', 'deals/settings', settings)).status).toBe(200);
  expect((await call('PUT', 'deals/settings', settings)).body.code).toBe('deals.changed_meanwhile');
  const { body: pipeline } = await call<Pipeline>('GET', 'deals/pipeline');
  expect(pipeline.columns.map(({ stage }) => stage)).toEqual([
    ...['lead', 'discovery', 'evaluation', 'proposal', 'negotiation', 'extra_1', 'won', 'lost'],
  ]);
  expect(
    (await call('POST', `clients/${yunxiu}/deals`, { id: uuidv7(), ...fields('x'), stage: 'lead' })).body
      .code,
  ).toBe('deals.stage_not_used');
  const move = (revision: number) =>
    call<DealCard>('POST', `deals/${deal.id}/stage`, { to: 'extra_1', revision, outcome: null });
  expect((await move(1)).body.code).toBe('deals.stage_needs');
  const custom = (value: string) =>
    call('PUT', `deals/${deal.id}`, { ...fields('阶段设置'), custom: { region: value }, revision: 1 });
  expect((await custom('火星')).body.code).toBe('deals.custom_field_wrong');
  expect((await custom('华东')).status).toBe(200);
  expect((await move(2)).body.stage).toBe('extra_1');
  const lead = settings.stages.map((one) => (one.stage === 'lead' ? { ...one, used: true } : one));
  await call('PUT', 'deals/settings', { ...settings, stages: lead, revision: 1 });
});

test('mails find their deal by people and thread, come in once, and those that fit nowhere wait for their owner', async () => {
  const deal = await newDeal('邮件商机');
  const person = await newContact('许岚', 'xu@yunxiu.example');
  await call('PUT', `deals/${deal.id}/contacts/${person.id}`, { role: 'economic_buyer' });
  const first = await send<MailReport>('deals/mails', '报价.eml', gbMail);
  expect(first.body).toMatchObject({
    filed: [{ subject: '关于报价的问题', deal: { id: deal.id }, files: 1 }],
    ...{ unfiled: 0, duplicates: 0 },
  });
  // The other attachment is a program under the name of a document.
  expect(first.body.problems.map(({ zh }) => zh).join()).toContain('可执行程序');
  const box = Buffer.concat([
    Buffer.from('From a\n'),
    gbMail,
    Buffer.from('\n\nFrom b\n'),
    replyMail,
    Buffer.from('\n\nFrom c\n'),
    hostileMail,
  ]);
  const second = await send<MailReport>('deals/mails', 'all.mbox', box);
  expect(second.body).toMatchObject({ filed: [{ deal: { id: deal.id } }], unfiled: 1, duplicates: 1 });
  const { body } = await call<{ items: { what: { text?: string; subject?: string; direction?: string } }[] }>(
    'GET',
    `deals/${deal.id}/moments`,
  );
  const said = body.items.map(({ what }) => what).filter(({ subject }) => subject !== undefined);
  expect(said).toMatchObject([
    { direction: 'out', text: '周五给您。' },
    { direction: 'in', text: '能否降到每千次 0.3 元？' },
  ]);
  const files = await call<{ items: DealFile[] }>('GET', `deals/${deal.id}/files`);
  expect(files.body.items.map(({ name, kind }) => [name, kind])).toEqual([['需求.txt', 'txt']]);
  const waiting = (as: string) => call<{ items: UnfiledMail[] }>('GET', 'deals/mails', undefined, as);
  const [mail] = (await waiting('manager')).body.items;
  expect(mail?.text).toContain('Win a prize');
  expect(mail?.text).not.toMatch(/script|onerror|</);
  expect((await send('deals/mails', 'x.eml', hostileMail)).body).toMatchObject({ duplicates: 1 });
  expect((await call('POST', `deals/mails/${mail?.id}/deal`, { dealId: deal.id })).status).toBe(204);
  expect((await waiting('manager')).body.items).toEqual([]);
  expect((await send('deals/mails', 'x.eml', Buffer.from([0, 1, 2, 3]))).body.code).toBe(
    'kit.upload_refused',
  );
  expect((await send('deals/mails', 'x.eml', 'no mail at all')).body.code).toBe('deals.file_mail_unreadable');
});

test('files are kept with a deal and come back as they were, but only to who sees the deal', async () => {
  const deal = await newDeal('文件', harbourline);
  const { body: file, status } = await send<DealFile>(`deals/${deal.id}/files`, '../../纪要.txt', attached);
  expect([status, file.name, file.bytes]).toEqual([201, '纪要.txt', Buffer.byteLength(attached)]);
  const read = await app.inject({
    url: `/api/deals/${deal.id}/files/${file.id}`,
    headers: { 'x-as': 'manager' },
  });
  expect([read.body, read.headers['x-content-type-options']]).toEqual([attached, 'nosniff']);
  expect(read.headers['content-disposition']).toContain('attachment');
  expect(
    (await app.inject({ url: `/api/deals/${deal.id}/files/${file.id}`, headers: { 'x-as': 'agent' } }))
      .statusCode,
  ).toBe(404);
  expect((await send(`deals/${deal.id}/files`, 'a.pdf', 'not a pdf')).body.code).toBe('kit.upload_refused');
  expect((await call('DELETE', `deals/${deal.id}/files/${file.id}`)).status).toBe(204);
  expect(
    (await app.inject({ url: `/api/deals/${deal.id}/files/${file.id}`, headers: { 'x-as': 'manager' } }))
      .statusCode,
  ).toBe(404);
});

test('a transcript says who spoke and what was promised; kept, it becomes a meeting with steps', async () => {
  const deal = await newDeal('会议纪要');
  const person = await newContact('高屹', 'gao@yunxiu.example');
  const vtt =
    'WEBVTT\n\n00:00:01.000 --> 00:00:05.000\n<v 高屹>请你们下周三前提供压测报告。</v>\n\n00:20:00.000 --> 00:21:00.000\n<v 林佩>好的，我明天发方案给您。</v>';
  const { body } = await send<NotesReading>(`deals/${deal.id}/notes/read?day=2026-11-25`, 'a.vtt', vtt);
  expect(body.speakers[0]).toMatchObject({ name: '高屹', contactId: person.id });
  expect(body.actions.map(({ title, dueOn, who }) => [title, dueOn, who])).toEqual([
    ['请你们下周三前提供压测报告', '2026-12-02', null],
    ['我明天发方案给您', '2026-11-26', '林佩'],
  ]);
  const kept = {
    ...{ id: uuidv7(), subject: '压测会', occurredAt: '2026-11-25T02:00:00.000Z', text: body.text },
    contactIds: [person.id],
    tasks: [{ id: uuidv7(), title: '压测报告', dueOn: '2026-12-02' }],
  };
  for (let times = 0; times < 2; times += 1)
    expect((await call('POST', `deals/${deal.id}/notes`, kept)).status).toBe(204);
  expect(await dealOf(deal.id)).toMatchObject({ nextStepOn: '2026-12-02', tasks: { length: 1 } });
});

test('a record word for word is neither read nor kept while somebody in it has not agreed; one’s own notes are', async () => {
  const deal = await newDeal('录音同意');
  const person = await newContact('沈默', 'shen@yunxiu.example');
  unasked.add(person.id);
  const vtt = 'WEBVTT\n\n00:00:01.000 --> 00:00:05.000\n<v 沈默>这句不要记录。</v>';
  const read = await send<{ code: string }>(`deals/${deal.id}/notes/read`, 'a.vtt', vtt);
  expect([read.status, read.body.code]).toEqual([409, 'deals.recording_consent_needed']);
  const text = ['沈默：这句不要记录。', '林佩：好。', '沈默：谢谢。', '林佩：再见。'].join('\n');
  const meeting = (words: string) => ({
    ...{ id: uuidv7(), subject: '会', occurredAt: '2026-11-25T02:00:00.000Z', text: words },
    ...{ contactIds: [person.id], tasks: [] },
  });
  expect((await call('POST', `deals/${deal.id}/notes`, meeting(text))).status).toBe(409);
  expect(await dealOf(deal.id)).toMatchObject({ lastActivityAt: null });
  const own = '沈默：请你们下周三前提供压测报告。';
  expect((await send(`deals/${deal.id}/notes/read`, 'own.txt', own)).status).toBe(200);
  expect((await call('POST', `deals/${deal.id}/notes`, meeting(own))).status).toBe(204);
  unasked.delete(person.id);
  expect((await send(`deals/${deal.id}/notes/read`, 'a.vtt', vtt)).status).toBe(200);
  expect((await call('POST', `deals/${deal.id}/notes`, meeting(text))).status).toBe(204);
});

test('many deals are changed at once, those that cannot are named, and it is taken back but for what was worked on since', async () => {
  const [a, b, c] = [await newDeal('批量一'), await newDeal('批量二'), await newDeal('批量三')];
  const outcome = { reason: 'price', text: '', buyerReason: null, buyerText: '' };
  await call('POST', `deals/${c.id}/stage`, { to: 'lost', revision: 1, outcome });
  const command = {
    id: uuidv7(),
    dealIds: [a.id, b.id, c.id],
    change: { what: 'close_date', to: '2027-06-30' },
  };
  const { body } = await call<CareReport>('POST', 'deals/bulk', command);
  expect([body.changed, body.left.map(({ title }) => title)]).toEqual([2, ['批量三']]);
  expect((await call<CareReport>('POST', 'deals/bulk', command)).body.changed).toBe(2);
  expect(await dealOf(a.id)).toMatchObject({ closeDate: '2027-06-30', pushes: 1, revision: 2 });
  await call('PUT', `deals/${b.id}`, { ...fields('批量二改'), revision: 2 });
  const undone = await call<CareReport>('POST', `deals/care/${command.id}/undo`);
  expect([undone.body.changed, undone.body.left.map(({ title }) => title)]).toEqual([1, ['批量二改']]);
  expect(await dealOf(a.id)).toMatchObject({ closeDate: '2027-02-26', pushes: 0 });
  const { body: steps } = await call<{ items: CareStep[] }>('GET', 'deals/care');
  expect(steps.items[0]).toMatchObject({ kind: 'bulk', undone: true });
  expect((await call('POST', `deals/care/${command.id}/undo`, undefined, 'stranger')).status).toBe(404);
});

test('two records of one person become one and come apart again, with their deals and words', async () => {
  const deal = await newDeal('合并联系人');
  const keep = await newContact('方思敏', 'fang@yunxiu.example');
  const drop = await newContact('思敏 方', 'FANG@yunxiu.example', { title: '采购', phone: '13800001234' });
  await call('PUT', `deals/${deal.id}/contacts/${drop.id}`, { role: 'procurement' });
  await call('POST', `deals/${deal.id}/activities`, {
    ...{ id: uuidv7(), kind: 'call', direction: 'in', occurredAt: '2026-11-19T02:00:00.000Z' },
    ...{ subject: '流程', text: '', contactIds: [drop.id] },
  });
  const { body } = await call<{ items: Duplicate[] }>('GET', 'deals/duplicates');
  const found = body.items.find(
    ({ kind, keep: side }) => kind === 'contact' && [keep.id, drop.id].includes(side.id),
  );
  expect([found?.why.zh, found?.keep.id]).toEqual(['邮箱相同', drop.id]);
  const merge = { id: uuidv7(), kind: 'contact', keep: keep.id, drop: drop.id };
  expect((await call('POST', 'deals/merge', merge)).status).toBe(204);
  expect((await call('GET', `contacts/${drop.id}`)).status).toBe(404);
  const one = await call<{ contact: { title: string }; said: unknown[] }>('GET', `contacts/${keep.id}`);
  expect([one.body.contact.title, one.body.said.length]).toEqual(['采购', 1]);
  expect((await dealOf(deal.id)).people).toMatchObject([{ id: keep.id, role: 'procurement' }]);
  expect((await call('POST', `deals/care/${merge.id}/undo`)).status).toBe(200);
  expect((await dealOf(deal.id)).people).toMatchObject([{ id: drop.id, role: 'procurement' }]);
  const [kept, back] = [
    await call<{ contact: { title: string }; said: unknown[] }>('GET', `contacts/${keep.id}`),
    await call<{ contact: { phone: string }; said: unknown[] }>('GET', `contacts/${drop.id}`),
  ];
  expect([kept.body.contact.title, kept.body.said.length]).toEqual(['', 0]);
  expect([back.body.contact.phone, back.body.said.length]).toEqual(['13800001234', 1]);
});

test('two deals that are one are merged and come apart again with all that hung on them', async () => {
  const [keep, drop] = [await newDeal('视频理解平台'), await newDeal('视频理解平台 ')];
  const person = await newContact('陆川', 'lu@yunxiu.example');
  await call('PUT', `deals/${drop.id}/contacts/${person.id}`, { role: 'champion' });
  await call('POST', `deals/${drop.id}/tasks`, { id: uuidv7(), title: '样例', dueOn: '2026-12-09' });
  await send(`deals/${drop.id}/files`, 'a.txt', 'x');
  const { body } = await call<{ items: Duplicate[] }>('GET', 'deals/duplicates');
  expect(body.items.some(({ kind, keep: side }) => kind === 'deal' && side.id === drop.id)).toBe(true);
  const merge = { id: uuidv7(), kind: 'deal', keep: keep.id, drop: drop.id };
  expect((await call('POST', 'deals/merge', merge)).status).toBe(204);
  expect(await dealOf(keep.id)).toMatchObject({ nextStepOn: '2026-12-09', contacts: 1, roles: ['champion'] });
  expect((await call('GET', `deals/${drop.id}`)).status).toBe(404);
  expect((await call('POST', `deals/care/${merge.id}/undo`)).status).toBe(200);
  expect(await dealOf(keep.id)).toMatchObject({ nextStepOn: null, contacts: 0 });
  const { rows: named } = await kit.database.pool.query(
    `select id::text from deals.deals where owner_name::text !~ 'sealed:1:'
     union all select id::text from deals.changes where by_name::text !~ 'sealed:1:'`,
  );
  expect(named).toEqual([]);
  const { body: story } = await call<{ items: DealMoment[] }>('GET', `deals/${drop.id}/moments`);
  expect(story.items.map(({ by, what }) => [by.zh, what.kind])).toEqual([['林佩', 'created']]);
  expect(await dealOf(drop.id)).toMatchObject({
    nextStepOn: '2026-12-09',
    contacts: 1,
    createdAt: drop.createdAt,
  });
  const files = await call<{ items: DealFile[] }>('GET', `deals/${drop.id}/files`);
  expect(files.body.items).toHaveLength(1);
  const other = await newDeal('别家', harbourline);
  const wrong = await call('POST', 'deals/merge', {
    id: uuidv7(),
    kind: 'deal',
    keep: keep.id,
    drop: other.id,
  });
  expect(wrong.body.code).toBe('deals.not_one_client');
});

test('a view is kept under a name, shared with colleagues, and only its owner changes it', async () => {
  const view = {
    id: uuidv7(),
    name: '本月要关单',
    search: { closing: 'month', view: 'table' },
    shared: true,
  };
  expect((await call('POST', 'deals/views', view)).status).toBe(204);
  const { body } = await call<{ items: DealView[] }>('GET', 'deals/views');
  expect(body.items).toMatchObject([{ name: '本月要关单', mine: true, shared: true }]);
  expect((await call('DELETE', `deals/views/${view.id}`)).status).toBe(204);
  expect((await call('DELETE', `deals/views/${view.id}`)).status).toBe(404);
});
