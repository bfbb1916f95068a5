import type {
  Approval,
  ApprovalCard,
  ApprovalCount,
  ApprovalSettings,
  BulkApproveReport,
  Role,
} from '@tokenholic/contracts';
import {
  type Consumer,
  createConsumer,
  createHttpServer,
  type HttpServer,
  type Principal,
  type Service,
} from '@tokenholic/kit';
import { createTestKit, type TestKit } from '@tokenholic/kit/testing';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import {
  type ApprovalPorts,
  approvalsMigrations,
  approvalsService,
  askForDeal,
  askForDealAtOnce,
  checkDeal,
  passGate,
  tendApprovals,
} from './service.ts';

const home = '01970000-0000-7000-8000-00000000000a';
const yunxiu = '01970000-0000-7000-8000-00000000c001';
const idOf = (last: string) => `01970000-0000-7000-8000-0000000000${last}`;
const some = (last: string, name: string, roles: Role[], clients: string[]): Principal => ({
  user: {
    id: idOf(last),
    name: { zh: name, en: name },
    roles,
    permissions: ['approval.use', 'approval.rules'],
  },
  homeOrganizationId: home,
  organizationIds: [home, ...clients],
});
const people: Record<string, Principal> = {
  lin: some('d1', '林佩', ['sales_manager', 'platform_admin'], [yunxiu]),
  he: some('d4', '何文澜', ['sales_manager'], []),
  zhou: some('d2', '周衡', ['sales_agent'], [yunxiu]),
  su: some('d3', '苏然', ['support_specialist'], []),
};
const { lin, zhou } = people;
const ports: ApprovalPorts = {
  people: async () => Object.values(people).map(({ user: { id, name, roles } }) => ({ id, name, roles })),
  nameOf: async (_vendorId, id) =>
    (await ports.people('')).find((one) => one.id === id)?.name ?? { zh: '', en: '' },
  clientName: async () => '云岫短剧',
  findVendor: async () => home,
};
// A Thursday, ten in the morning in Shanghai.
const THURSDAY = new Date('2026-11-26T02:00:00Z');

let kit: TestKit;
let app: HttpServer;
let consumer: Consumer;
let service: Service;

beforeAll(async () => {
  kit = await createTestKit([approvalsMigrations]);
  service = approvalsService(ports)(kit);
  app = await createHttpServer({
    kit,
    version: '0',
    authenticate: async ({ headers }) => people[String(headers['x-as'])] ?? null,
  });
  await app.register(service.routes);
  consumer = createConsumer('approvals', service.consumes, kit);
});
beforeEach(() => {
  kit.now = () => THURSDAY;
});
afterAll(async () => {
  await app.close();
  await kit.close();
});

async function call<T>(as: string, method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, body?: object) {
  const response = await app.inject({
    method,
    url: `/api/approvals${url}`,
    headers: { 'x-as': as },
    ...(body === undefined ? {} : { payload: body }),
  });
  return { status: response.statusCode, body: response.json<T & { code: string }>() };
}

async function ask(as: string, more: object = {}): Promise<Approval> {
  const { status, body } = await call<Approval>(as, 'POST', '', {
    ...{
      id: uuidv7(),
      type: 'handoff',
      clientId: yunxiu,
      title: '跳过上线清单的两项',
      detail: '客户周一上线',
    },
    ...{ amountCny: null, discountPercent: null, ...more },
  });
  expect([status, body.code]).toEqual([201, undefined]);
  return body;
}
const decide = (
  as: string,
  { id, revision }: Pick<Approval, 'id' | 'revision'>,
  decision: string,
  comment = '',
) => call<Approval>(as, 'POST', `/${id}/decision`, { decision, comment, revision });
const mine = async (as: string) =>
  (await call<{ items: ApprovalCard[] }>(as, 'GET', '?view=mine')).body.items.map(({ id }) => id);

async function eventsOf(approvalId: string): Promise<string[]> {
  const { rows } = await kit.database.withSystem(({ client }) =>
    client.query<{ place: string }>(
      `select type || case when organization_id = '${yunxiu}' then ' of client' else '' end as place
       from kit.events where payload->>'approvalId' = $1 order by seq`,
      [approvalId],
    ),
  );
  return rows.map(({ place }) => place);
}

test('a request waits with whom the rules name, is answered, and stands on the client’s timeline', async () => {
  const request = await ask('zhou');
  expect(request).toMatchObject({
    status: 'waiting',
    role: 'sales_manager',
    mayDecide: false,
    clientName: '云岫短剧',
  });
  expect(request.dueAt).toBe('2026-11-26T06:00:00.000Z');
  expect(request.approvers.map(({ name }) => name.zh)).toEqual(['林佩', '何文澜']);
  // Who is asked need not be assigned to the client; who has nothing to do with it does not see it.
  expect(await mine('he')).toContain(request.id);
  expect((await call('su', 'GET', `/${request.id}`)).status).toBe(404);
  const { body: count } = await call<ApprovalCount>('he', 'GET', '/count');
  expect(count).toMatchObject({ waiting: 1, asked: 0, nextDueAt: request.dueAt });
  const { body: done } = await decide('he', request, 'approve', '可以，补上后告诉我');
  expect(done).toMatchObject({ status: 'approved', role: null });
  expect(done.moments.map(({ kind, by }) => [kind, by?.name.zh])).toEqual([
    ['requested', '周衡'],
    ['approved', '何文澜'],
  ]);
  expect(await eventsOf(request.id)).toEqual(['approval.requested of client', 'approval.decided of client']);
});

test('nobody approves their own request, whatever they may do otherwise', async () => {
  const request = await ask('lin');
  expect(await mine('lin')).not.toContain(request.id);
  const own = await decide('lin', request, 'approve');
  expect([own.status, own.body.code]).toEqual([403, 'approvals.own_request']);
  const stranger = await decide('zhou', request, 'approve');
  expect([stranger.status, stranger.body.code]).toEqual([403, 'approvals.not_your_turn']);
});

test('a no and a wish for changes say why, and what came back can be submitted again', async () => {
  const request = await ask('zhou', { type: 'budget', amountCny: 60_000 });
  expect(request.steps.map(({ role }) => role)).toEqual(['platform_admin']);
  expect((await decide('lin', request, 'reject')).status).toBe(400);
  const { body: back } = await decide('lin', request, 'changes', '先压到 4 万');
  expect(back.status).toBe('changes');
  const again = { detail: '压到 4 万', amountCny: 40_000, discountPercent: null, revision: back.revision };
  expect((await call('he', 'POST', `/${request.id}/resubmission`, again)).body.code).toBe(
    'approvals.not_yours',
  );
  const { body: second } = await call<Approval>('zhou', 'POST', `/${request.id}/resubmission`, again);
  // Cheaper now, so the rules send it to somebody else.
  expect(second).toMatchObject({ status: 'waiting', role: 'sales_manager', round: 2, risk: 'medium' });
});

test('who decides on an old picture is shown the new one first', async () => {
  const request = await ask('zhou');
  await decide('he', request, 'changes', '写清原因');
  const late = await decide('lin', request, 'approve');
  expect([late.status, late.body.code]).toEqual([409, 'approvals.changed_meanwhile']);
});

test('the clock reminds once, hands on once, and says so; looking again changes nothing', async () => {
  const request = await ask('zhou');
  const at = async (time: string) => {
    kit.now = () => new Date(time);
    return tendApprovals(kit, ports);
  };
  // Three of four hours, then the fourth; each looked at twice, as by a process that died in between.
  await at('2026-11-26T05:00:00Z');
  expect(await at('2026-11-26T05:00:01Z')).toBe(0);
  await at('2026-11-26T06:00:00Z');
  expect(await at('2026-11-26T06:00:01Z')).toBe(0);
  expect(await eventsOf(request.id)).toEqual([
    ...['approval.requested of client', 'approval.reminded of client', 'approval.escalated of client'],
  ]);
  const { body } = await call<Approval>('lin', 'GET', `/${request.id}`);
  expect(body).toMatchObject({ role: 'platform_admin', escalated: true, dueAt: '2026-11-26T10:00:00.000Z' });
  expect((await decide('he', body, 'approve')).body.code).toBe('approvals.not_your_turn');
  expect((await decide('lin', body, 'approve')).body.status).toBe('approved');
});

test('while somebody is away another decides for them, and the history says for whom', async () => {
  const request = await ask('zhou', { type: 'budget', amountCny: 90_000 });
  expect(await mine('su')).not.toContain(request.id);
  const absence = {
    id: uuidv7(),
    standInId: idOf('d3'),
    from: '2026-11-26T00:00:00Z',
    until: '2026-11-30T00:00:00Z',
  };
  expect((await call('lin', 'PUT', '/absences', { ...absence, standInId: idOf('d1') })).status).toBe(400);
  expect((await call('lin', 'PUT', '/absences', absence)).status).toBe(200);
  expect(await mine('su')).toContain(request.id);
  const { body } = await decide('su', request, 'approve');
  expect(body.moments.at(-1)).toMatchObject({ by: { name: { zh: '苏然' } }, onBehalfOf: { zh: '林佩' } });
  expect((await call<{ items: unknown[] }>('lin', 'DELETE', `/absences/${absence.id}`)).body.items).toEqual(
    [],
  );
});

test('only requests of low risk are approved together; the others are named', async () => {
  const low = await ask('zhou', { type: 'export' });
  const personal = await ask('zhou', { type: 'export', personalData: true, title: '导出联系人' });
  const own = await ask('he', { type: 'export', clientId: null });
  const { body } = await call<BulkApproveReport>('he', 'POST', '/bulk', {
    ids: [low.id, personal.id, own.id],
  });
  expect([body.approved, body.left.map(({ title }) => title.zh)]).toEqual([
    1,
    ['导出联系人', '跳过上线清单的两项'],
  ]);
});

test('two steps are two people: who could alone take the last leaves the first, and nobody takes both', async () => {
  const request = await ask('zhou', { type: 'export', personalData: true });
  expect(request.steps.map(({ role }) => role)).toEqual(['sales_manager', 'platform_admin']);
  expect(request.approvers.map(({ name }) => name.zh)).toEqual(['何文澜']);
  expect(await mine('lin')).not.toContain(request.id);
  const first = await decide('lin', request, 'approve');
  expect([first.status, first.body.code]).toEqual([403, 'approvals.kept_for_later']);
  const { body: half } = await decide('he', request, 'approve');
  expect(half).toMatchObject({ status: 'waiting', role: 'platform_admin' });
  expect((await decide('he', half, 'approve')).body.code).toBe('approvals.step_of_another');
  expect((await decide('lin', half, 'approve')).body.status).toBe('approved');
});

test('a deal that binds us asks by itself, once for the same figures, anew for larger ones, and not after a no', async () => {
  const dealId = uuidv7();
  const asker = { id: idOf('d2'), name: { zh: '周衡', en: 'Zhou Heng' }, vendorId: home };
  const atOnce = (discountPercent: number) =>
    askForDealAtOnce(kit, ports, asker, {
      ...{ dealId, clientId: yunxiu, title: '续约', note: '', amountCny: 900_000, discountPercent },
    });
  const made = async () => {
    const { rows } = await kit.database.pool.query<{ status: string; discount_percent: number }>(
      'select status, discount_percent from approvals.requests where subject_id = $1 order by created_at, id',
      [dealId],
    );
    return rows.map(({ status, discount_percent }) => `${status} ${discount_percent}`);
  };
  await atOnce(10);
  expect(await made()).toEqual([]);
  for (const discount of [18, 18, 16]) await atOnce(discount);
  expect(await made()).toEqual(['waiting 18']);
  await atOnce(22);
  expect(await made()).toEqual(['withdrawn 18', 'waiting 22']);
  const { rows } = await kit.database.pool.query<{ id: string; revision: number }>(
    "select id, revision from approvals.requests where subject_id = $1 and status = 'waiting'",
    [dealId],
  );
  const [open] = rows;
  if (open === undefined) throw new Error('nothing waits');
  await decide('he', open, 'reject', '超出底线');
  await atOnce(22);
  expect(await made()).toEqual(['withdrawn 18', 'rejected 22']);
});

test('what a policy holds back asks once, passes after the yes, and does not where nobody is there to ask', async () => {
  if (zhou === undefined || lin === undefined) throw new Error('no people');
  const held = {
    ...{ type: 'handoff' as const, clientId: yunxiu, subjectId: uuidv7(), personalData: false, detail: '' },
    title: { zh: '清单还缺 2 项，先接手', en: 'Take over with 2 items missing' },
  };
  const pass = () =>
    passGate(kit, ports, zhou, held).then(
      () => ({ state: 'free', approvalId: '' }),
      (error) => ({ state: String(error.details?.state), approvalId: String(error.details?.approvalId) }),
    );
  const { state, approvalId } = await pass();
  expect([state, await pass()]).toEqual(['asked', { state: 'waiting', approvalId }]);
  await decide('he', { id: approvalId, revision: 1 }, 'approve');
  expect(await pass()).toMatchObject({ state: 'free' });
  const alone = {
    ...ports,
    people: async () => (await ports.people(home)).filter(({ id }) => id === idOf('d2')),
  };
  await expect(passGate(kit, alone, zhou, { ...held, subjectId: uuidv7() })).resolves.toBeUndefined();
});

test('a deal is held by its rules until somebody agrees, again when it grows, and not at all when the rule is off', async () => {
  if (zhou === undefined || lin === undefined) throw new Error('no people');
  const deal = { dealId: uuidv7(), amountCny: 6_000_000, discountPercent: 10 };
  const asker = { id: zhou.user.id, name: zhou.user.name, vendorId: home };
  const check = (more: object = {}) => checkDeal(kit, ports, asker, { ...deal, ...more });
  expect(await check({ amountCny: 900_000 })).toBeNull();
  expect((await check())?.state).toBe('not_asked');
  const asked = { ...deal, clientId: yunxiu, title: '分镜迁移', note: '' };
  const id = await askForDeal(kit, ports, asker, asked);
  expect(await check()).toEqual({ state: 'waiting', approvalId: id });
  await expect(askForDeal(kit, ports, asker, asked)).rejects.toMatchObject({
    code: 'approvals.already_asked',
  });
  await decide('he', { id, revision: 1 }, 'approve');
  expect(await check()).toBeNull();
  expect((await check({ discountPercent: 16 }))?.state).toBe('not_asked');
  const { body: settings } = await call<ApprovalSettings>('lin', 'GET', '/settings');
  const off = settings.rules.map((rule) => ({ ...rule, enabled: rule.type !== 'deal' }));
  expect((await call('lin', 'PUT', '/settings', { ...settings, rules: off })).status).toBe(200);
  expect(await check({ discountPercent: 60 })).toBeNull();
  const stale = await call('lin', 'PUT', '/settings', settings);
  expect([stale.status, stale.body.code]).toEqual([409, 'approvals.changed_meanwhile']);
});

test('a reply for the shared library asks by itself, and is closed when the library decides', async () => {
  const replyId = uuidv7();
  const by = { id: idOf('d2'), name: { zh: '周衡', en: 'Zhou Heng' } };
  const payload = { replyId, category: 'price' as const, language: 'zh' as const, text: '先算总成本。', by };
  for (let times = 0; times < 2; times += 1)
    await service.jobs['approvals.open']?.(payload, {
      ...{ organizationId: home, signal: new AbortController().signal, retries: times },
    });
  expect(await mine('he')).toContain(replyId);
  await kit.database.withTenant([home], (tx) =>
    tx.publish(home, 'objection.reply_decided', {
      ...{ replyId, status: 'approved', reason: '', by: { id: idOf('d4'), name: by.name } },
    }),
  );
  while (await consumer.step());
  const { body } = await call<Approval>('zhou', 'GET', `/${replyId}`);
  expect([body.status, body.moments.at(-1)?.kind]).toEqual(['approved', 'decided_elsewhere']);
  expect(await eventsOf(replyId)).toEqual(['approval.requested', 'approval.decided']);
});

test('what was asked for is listed newest first, page by page', async () => {
  const page = (cursor: string) =>
    call<{ items: ApprovalCard[]; nextCursor: string | null }>('zhou', 'GET', `?view=asked&limit=3${cursor}`);
  const first = await page('');
  const second = await page(`&cursor=${first.body.nextCursor}`);
  const ids = [...first.body.items, ...second.body.items].map(({ id }) => id);
  expect(new Set(ids).size).toBe(6);
});
