import type {
  Contact,
  Deal,
  DealCard,
  DealCoach,
  DealForecast,
  DealMoment,
  Pipeline,
  WinLoss,
} from '@tokenholic/contracts';
import {
  type Consumer,
  createConsumer,
  createHttpServer,
  type HttpServer,
  type Service,
} from '@tokenholic/kit';
import { createTestKit, type TestKit } from '@tokenholic/kit/testing';
import { createLlm } from '@workflow/llm-sdk';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fields, harbourline, people, yunxiu } from './deals.fixtures.ts';
import { dealsMigrations, dealsService, everybodyAgreed } from './service.ts';

const noModel = createLlm({ connections: () => [] });

let kit: TestKit;
let app: HttpServer;
let consumer: Consumer;
/** Deals somebody agreed to; a discount from 15 % needs it. */
const agreed = new Set<string>();
const askedAtOnce: { by: string; dealId: string; discountPercent: number }[] = [];
let service: Service;

beforeAll(async () => {
  kit = await createTestKit([dealsMigrations]);
  service = dealsService(
    noModel,
    {
      check: async (_principal, { dealId, discountPercent }) =>
        discountPercent < 15 || agreed.has(dealId) ? null : { state: 'not_asked', approvalId: null },
      ask: async (_principal, { dealId }) => void agreed.add(dealId),
      askAtOnce: async ({ id: by }, { dealId, discountPercent }) =>
        void askedAtOnce.push({ by, dealId, discountPercent }),
      withdraw: async () => {},
    },
    everybodyAgreed,
  )(kit);
  app = await createHttpServer({
    kit,
    version: '0',
    authenticate: async ({ headers }) => people[String(headers['x-as'])] ?? null,
  });
  await app.register(service.routes);
  consumer = createConsumer('deals', service.consumes, kit);
  for (const [id, name] of [
    [yunxiu, '云岫短剧'],
    [harbourline, 'Harbourline Logistics'],
  ] as const) {
    const client = { id, name, website: null, sample: true, createdAt: '2026-11-20T01:00:00.000Z' };
    await kit.database.withTenant([id], (tx) => tx.publish(id, 'client.created', { client, research: null }));
  }
  while (await consumer.step());
});
afterAll(async () => {
  await app.close();
  await kit.close();
});

async function call<T>(
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  url: string,
  body?: object,
  as = 'manager',
) {
  const response = await app.inject({
    method,
    url: `/api/${url}`,
    headers: { 'x-as': as },
    ...(body === undefined ? {} : { payload: body }),
  });
  return { status: response.statusCode, body: (response.body === '' ? null : response.json()) as T };
}

async function newDeal(title: string, clientId = yunxiu): Promise<DealCard> {
  const { body } = await call<DealCard>('POST', `clients/${clientId}/deals`, {
    id: uuidv7(),
    ...fields(title),
  });
  return body;
}

async function eventsOf(dealId: string): Promise<string[]> {
  const { rows } = await kit.database.withSystem(({ client }) =>
    client.query<{ type: string }>("select type from kit.events where payload->>'dealId' = $1 order by seq", [
      dealId,
    ]),
  );
  return rows.map(({ type }) => type);
}

test('a deal stands in the pipeline under its client’s name and sums up in its column', async () => {
  const deal = await newDeal('短剧出海字幕翻译');
  const { body } = await call<Pipeline>('GET', `deals/pipeline?search=${encodeURIComponent('字幕')}`);
  const lead = body.columns.find(({ stage }) => stage === 'lead');
  expect([lead?.deals, lead?.amountCny, lead?.items[0]?.clientName]).toEqual([1, 2_800_000, '云岫短剧']);
  expect(await eventsOf(deal.id)).toEqual(['deal.created']);
});

test('the same deal sent twice is one deal', async () => {
  const command = { id: uuidv7(), ...fields('客服机器人') };
  for (let times = 0; times < 2; times += 1)
    expect((await call('POST', `clients/${yunxiu}/deals`, command)).status).toBe(201);
  const found = await call<{ items: DealCard[] }>('GET', `deals?search=${encodeURIComponent('客服机器人')}`);
  expect(found.body.items).toHaveLength(1);
});

test('a deal of a client that is not assigned is not found, whatever is asked of it', async () => {
  const deal = await newDeal('Port call assistant', harbourline);
  const outcome = { reason: 'price', text: '', buyerReason: null, buyerText: '' };
  const tries = await Promise.all([
    call('GET', `deals/${deal.id}`, undefined, 'agent'),
    call('GET', `deals/${deal.id}/moments`, undefined, 'agent'),
    call('PUT', `deals/${deal.id}`, { ...fields('x'), revision: 1 }, 'agent'),
    call('POST', `deals/${deal.id}/stage`, { to: 'won', revision: 1, outcome }, 'agent'),
    call('POST', `deals/${deal.id}/tasks`, { id: uuidv7(), title: 'x', dueOn: '2026-12-01' }, 'agent'),
  ]);
  expect(tries.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
  const list = await call<{ items: DealCard[] }>('GET', 'deals', undefined, 'agent');
  expect(list.body.items.map(({ clientId }) => clientId)).not.toContain(harbourline);
});

test('a deal that somebody has to agree to is neither offered nor won before, by one or with others', async () => {
  const { body: deal } = await call<DealCard>('POST', `clients/${yunxiu}/deals`, {
    ...{ id: uuidv7(), ...fields('折扣过高的商机'), discountPercent: 20 },
  });
  const move = (to: string, outcome: object | null = null) =>
    call<DealCard & { code: string }>('POST', `deals/${deal.id}/stage`, { to, revision: 1, outcome });
  expect([(await move('proposal')).body.code, (await move('won')).body.code]).toEqual([
    ...['deals.approval_needed', 'deals.approval_needed'],
  ]);
  const change = { what: 'stage', to: 'negotiation' };
  const bulk = await call<{ changed: number; left: unknown[] }>('POST', 'deals/bulk', {
    ...{ id: uuidv7(), dealIds: [deal.id], change },
  });
  expect(bulk.body).toMatchObject({ changed: 0, left: [{ title: '折扣过高的商机' }] });
  const offered = { id: uuidv7(), ...fields('一开始就报价'), discountPercent: 20, stage: 'proposal' };
  const begun = await call<{ code: string }>('POST', `clients/${yunxiu}/deals`, offered);
  expect(begun.body.code).toBe('deals.approval_needed');
  const asked = await call('POST', `deals/${deal.id}/approval`, { note: '客户承诺两年' });
  expect(asked.body).toEqual({ need: null });
  expect((await move('proposal')).body).toMatchObject({ stage: 'proposal', discountPercent: 20 });
});

test('a larger discount on a deal that is offered already asks at once, a smaller one and another title do not', async () => {
  const deal = await newDeal('报价后加折扣');
  const change = (revision: number, more: object) =>
    call<DealCard>('PUT', `deals/${deal.id}`, { ...fields('报价后加折扣'), ...more, revision });
  await change(1, { discountPercent: 5 });
  await call('POST', `deals/${deal.id}/stage`, { to: 'proposal', revision: 2, outcome: null });
  await change(3, { discountPercent: 20 });
  await change(4, { discountPercent: 10 });
  await change(5, { discountPercent: 10, title: '报价后改名' });
  const { rows } = await kit.database.pool.query<{ data: Record<string, unknown> }>(
    "select data from kit.job_requests where queue = 'deals.ask_approval'",
  );
  expect(rows).toHaveLength(1);
  const context = { organizationId: yunxiu, signal: AbortSignal.timeout(5_000), retries: 0 };
  await service.jobs['deals.ask_approval']?.(rows[0]?.data ?? {}, context);
  // As the deal is by then: what was taken back meanwhile is not asked for.
  expect(askedAtOnce).toEqual([{ by: people.manager?.user.id, dealId: deal.id, discountPercent: 10 }]);
});

test('won and lost need a reason and are told as events of their own; opening again forgets the reason', async () => {
  const deal = await newDeal('海外投放素材');
  const move = (to: string, revision: number, outcome: object | null = null) =>
    call<DealCard & { code: string }>('POST', `deals/${deal.id}/stage`, { to, revision, outcome });
  expect((await move('lost', 1)).body.code).toBe('deals.outcome_needed');
  const outcome = { reason: 'price', text: '对手低 18%', buyerReason: 'security', buyerText: '' };
  expect((await move('lost', 1, outcome)).body.closedAt).not.toBeNull();
  expect((await call('PUT', `deals/${deal.id}`, { ...fields('改名'), revision: 2 })).status).toBe(409);
  expect((await move('proposal', 2)).body.closedAt).toBeNull();
  expect((await call<Deal>('GET', `deals/${deal.id}`)).body.outcome).toBeNull();
  expect(await eventsOf(deal.id)).toEqual([
    ...['deal.created', 'deal.stage_changed', 'deal.lost', 'deal.stage_changed'],
  ]);
});

test('an edit made on an older version is refused and a later close date counts as a push', async () => {
  const deal = await newDeal('剧本生成');
  const later = { ...fields('剧本生成'), closeDate: '2027-03-31', revision: 1 };
  expect((await call<DealCard>('PUT', `deals/${deal.id}`, later)).body.pushes).toBe(1);
  const stale = await call<{ code: string }>('PUT', `deals/${deal.id}`, later);
  expect([stale.status, stale.body.code]).toEqual([409, 'deals.changed_meanwhile']);
  const { body } = await call<{ items: DealMoment[] }>('GET', `deals/${deal.id}/moments`);
  expect(body.items.map(({ what }) => what)).toEqual([
    { kind: 'close_date', from: '2027-02-26', to: '2027-03-31' },
    { kind: 'created', to: 'lead' },
  ]);
});

test('people, what they said and the next step come together on the deal', async () => {
  const deal = await newDeal('配音克隆');
  const person = { id: uuidv7(), name: '许岚', title: '技术副总裁', email: '', phone: '', notes: '' };
  const { body: contact } = await call<Contact>('POST', `clients/${yunxiu}/contacts`, person);
  await call('PUT', `deals/${deal.id}/contacts/${contact.id}`, { role: 'economic_buyer' });
  const said = {
    id: uuidv7(),
    kind: 'call',
    direction: 'in',
    occurredAt: '2026-11-19T02:00:00.000Z',
    subject: '并发是关键',
    text: '“晚高峰要能撑住 300 路。”',
    contactIds: [contact.id],
  };
  for (let times = 0; times < 2; times += 1) await call('POST', `deals/${deal.id}/activities`, said);
  const taskId = uuidv7();
  await call('POST', `deals/${deal.id}/tasks`, { id: taskId, title: '压测报告', dueOn: '2026-12-01' });
  const { body } = await call<Deal>('GET', `deals/${deal.id}`);
  expect(body).toMatchObject({ contacts: 1, roles: ['economic_buyer'], nextStepOn: '2026-12-01' });
  expect(body.lastActivityAt).toBe('2026-11-19T02:00:00.000Z');
  await call('PUT', `deals/${deal.id}/tasks/${taskId}/done`, { done: true });
  expect((await call<Deal>('GET', `deals/${deal.id}`)).body.nextStepOn).toBeNull();
  expect(await eventsOf(deal.id)).toEqual([
    ...['deal.created', 'contact.role_changed', 'activity.logged', 'deal.task_added', 'deal.task_done'],
  ]);
  const page = await call<{ said: { text: string }[] }>('GET', `contacts/${contact.id}`);
  expect(page.body.said.map(({ text }) => text)).toEqual(['“晚高峰要能撑住 300 路。”']);
  await call('DELETE', `contacts/${contact.id}`);
  expect((await call<Deal>('GET', `deals/${deal.id}`)).body).toMatchObject({ contacts: 0, people: [] });
});

test('somebody of another client cannot be put into a conversation', async () => {
  const deal = await newDeal('素材审核');
  const stranger = { id: uuidv7(), name: 'Ana', title: '', email: '', phone: '', notes: '' };
  await call('POST', `clients/${harbourline}/contacts`, stranger);
  const said = {
    id: uuidv7(),
    kind: 'note',
    direction: 'out',
    subject: 'x',
    text: '',
    contactIds: [stranger.id],
  };
  const answer = await call<{ code: string }>('POST', `deals/${deal.id}/activities`, {
    ...said,
    occurredAt: '2026-11-19T02:00:00.000Z',
  });
  expect([answer.status, answer.body.code]).toEqual([400, 'deals.wrong_contact']);
});

test('pages of the table follow each other without a gap or a repeat, in every order', async () => {
  const { body: whole } = await call<{ items: DealCard[] }>('GET', 'deals?limit=200');
  for (const order of ['close_date', 'amount', 'activity', 'title']) {
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const { body }: { body: { items: DealCard[]; nextCursor: string | null } } = await call(
        'GET',
        `deals?order=${order}&limit=3${cursor === '' ? '' : `&cursor=${cursor}`}`,
      );
      seen.push(...body.items.map(({ id }) => id));
      cursor = body.nextCursor;
    }
    expect([order, seen.length, new Set(seen).size]).toEqual([order, whole.items.length, whole.items.length]);
  }
  const strange = Buffer.from(JSON.stringify(['nonsense', uuidv7()])).toString('base64url');
  expect((await call('GET', `deals?cursor=${strange}`)).status).toBe(200);
});

test('what needs attention can be asked for', async () => {
  const { body } = await call<{ items: DealCard[] }>('GET', 'deals?attention=no_next_step&limit=200');
  expect(body.items.length).toBeGreaterThan(0);
  expect(body.items.every(({ nextStepOn }) => nextStepOn === null)).toBe(true);
});

test('the coach of a new deal says that it has too few deals to learn from, and still advises', async () => {
  const deal = await newDeal('语音质检');
  const { body } = await call<DealCoach>('GET', `deals/${deal.id}/coach`);
  expect(body.estimate).toMatchObject({ basis: 'prior', probability: 0.1 });
  expect(body.estimate.closedDeals).toBeLessThan(body.estimate.neededDeals);
  expect([body.drivers, body.engine.via]).toEqual([[], 'rules']);
  expect(body.advice[0]?.kind).toBe('agree_step');
});

test('advice that was dismissed stays away, its reason stays, and it can be called back', async () => {
  const deal = await newDeal('智能陪练');
  const decide = (decision: string, until: string | null = null) =>
    call<{ code: string }>('POST', `deals/${deal.id}/advice/agree_step`, {
      decision,
      reason: '客户在休假',
      until,
    });
  const advised = async () =>
    (await call<DealCoach>('GET', `deals/${deal.id}/coach`)).body.advice.map(({ kind }) => kind);
  expect((await decide('snoozed', '2020-01-01')).body.code).toBe('deals.snooze_needs_day');
  await decide('dismissed');
  expect(await advised()).not.toContain('agree_step');
  const { body } = await call<DealCoach>('GET', `deals/${deal.id}/coach`);
  expect(body.history[0]).toMatchObject({ kind: 'agree_step', decision: 'dismissed', reason: '客户在休假' });
  await decide('reopened');
  expect(await advised()).toContain('agree_step');
  expect((await call('GET', `deals/${deal.id}/coach`, undefined, 'stranger')).status).toBe(404);
});

test('the forecast adds up over months, people and stages', async () => {
  const { body } = await call<DealForecast>('GET', 'deals/forecast');
  const sum = (lines: readonly { amountCny: number }[]) =>
    lines.reduce((total, { amountCny }) => total + amountCny, 0);
  expect(body.total.deals).toBeGreaterThan(3);
  expect([sum(body.months), sum(body.owners), sum(body.stages)]).toEqual(
    Array.from({ length: 3 }, () => body.total.amountCny),
  );
  expect(body.total.expectedCny).toBeLessThan(body.total.amountCny);
});

test('the analysis counts what closed, how fast we answered, and calls a few deals small', async () => {
  const deal = await newDeal('分析用的商机');
  const say = (direction: string, at: string) =>
    call('POST', `deals/${deal.id}/activities`, {
      ...{
        id: uuidv7(),
        kind: 'email',
        direction,
        occurredAt: at,
        subject: '报价',
        text: '',
        contactIds: [],
      },
    });
  await say('in', '2026-11-18T02:00:00.000Z');
  await say('out', '2026-11-18T06:00:00.000Z');
  const outcome = { reason: 'price', text: '', buyerReason: 'timing', buyerText: '' };
  await call('POST', `deals/${deal.id}/stage`, { to: 'lost', revision: 1, outcome });
  const query = `deals/analysis?search=${encodeURIComponent('分析用')}`;
  const { body } = await call<WinLoss>('GET', `${query}&period=quarter`);
  expect(body).toMatchObject({ deals: 1, won: 0, small: true });
  expect(body.reasons.pairs[0]).toMatchObject({ ours: 'price', buyers: 'timing', deals: 1 });
  expect(body.stages).toMatchObject([{ stage: 'lead', entered: 1, lost: 1, stillThere: 0 }]);
  expect((await call<WinLoss>('GET', query, undefined, 'stranger')).body.deals).toBe(0);
});
