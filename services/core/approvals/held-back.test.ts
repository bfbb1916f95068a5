import type { Approval, ApprovalSettings } from '@tokenholic/contracts';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { askForDeal, askForDealAtOnce, checkDeal, passGate, withdrawForDeals } from './service.ts';
import {
  type ApprovalsHouse,
  home,
  idOf,
  lin,
  openApprovals,
  ports,
  THURSDAY,
  yunxiu,
  zhou,
} from './testing/approvals-house.ts';

let house: ApprovalsHouse;
beforeAll(async () => {
  house = await openApprovals();
});
beforeEach(() => {
  house.kit.now = () => THURSDAY;
});
afterAll(() => house.close());

test('what was asked for deals that are gone is taken back with the reason, told and kept in the audit trail', async () => {
  const asker = { id: zhou.user.id, name: zhou.user.name, vendorId: home };
  const asked = async (discountPercent: number) => {
    const deal = { dealId: uuidv7(), amountCny: 900_000, discountPercent, clientId: yunxiu };
    const id = await askForDeal(house.kit, ports, asker, { ...deal, title: '误导入', note: '' });
    return { id, dealId: deal.dealId };
  };
  const [gone, decided, kept] = [await asked(20), await asked(20), await asked(20)];
  await house.decide('he', { id: decided.id, revision: 1 }, 'approve');
  const undo = () =>
    withdrawForDeals(
      house.kit,
      { id: lin.user.id, name: lin.user.name, vendorId: home },
      [gone.dealId, decided.dealId],
      '导入已撤销',
    );
  await undo();
  await undo();
  const { body } = await house.call<Approval>('zhou', 'GET', `/${gone.id}`);
  expect(body.status).toBe('withdrawn');
  expect(body.moments.at(-1)).toMatchObject({
    ...{ kind: 'withdrawn', by: { name: { zh: '林佩' } }, comment: '导入已撤销' },
  });
  expect(await house.eventsOf(gone.id)).toEqual([
    ...['approval.requested of client', 'approval.withdrawn of client'],
  ]);
  const { rows } = await house.kit.database.pool.query(
    "select reason from kit.audit_entries where subject = $1 and action = 'approval.withdrawn'",
    [gone.id],
  );
  expect(rows).toEqual([{ reason: '导入已撤销' }]);
  expect(await house.mine('he')).toEqual([kept.id]);
  expect((await house.call<Approval>('zhou', 'GET', `/${decided.id}`)).body.status).toBe('approved');
});

test('a deal that binds us asks by itself, once for the same figures, anew for larger ones, and not after a no', async () => {
  const dealId = uuidv7();
  const asker = { id: idOf('d2'), name: { zh: '周衡', en: 'Zhou Heng' }, vendorId: home };
  const atOnce = (discountPercent: number) =>
    askForDealAtOnce(house.kit, ports, asker, {
      ...{ dealId, clientId: yunxiu, title: '续约', note: '', amountCny: 900_000, discountPercent },
    });
  const made = async () => {
    const { rows } = await house.kit.database.pool.query<{ status: string; discount_percent: number }>(
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
  const { rows } = await house.kit.database.pool.query<{ id: string; revision: number }>(
    "select id, revision from approvals.requests where subject_id = $1 and status = 'waiting'",
    [dealId],
  );
  const [open] = rows;
  if (open === undefined) throw new Error('nothing waits');
  await house.decide('he', open, 'reject', '超出底线');
  await atOnce(22);
  expect(await made()).toEqual(['withdrawn 18', 'rejected 22']);
});

test('what a policy holds back asks once, passes after the yes, and does not where nobody is there to ask', async () => {
  const held = {
    ...{ type: 'handoff' as const, clientId: yunxiu, subjectId: uuidv7(), personalData: false, detail: '' },
    amountCny: null,
    title: { zh: '清单还缺 2 项，先接手', en: 'Take over with 2 items missing' },
  };
  const pass = () =>
    passGate(house.kit, ports, zhou, held).then(
      () => ({ state: 'free', approvalId: '' }),
      (error) => ({ state: String(error.details?.state), approvalId: String(error.details?.approvalId) }),
    );
  const { state, approvalId } = await pass();
  expect([state, await pass()]).toEqual(['asked', { state: 'waiting', approvalId }]);
  await house.decide('he', { id: approvalId, revision: 1 }, 'approve');
  expect(await pass()).toMatchObject({ state: 'free' });
  const alone = {
    ...ports,
    people: async () => (await ports.people(home)).filter(({ id }) => id === idOf('d2')),
  };
  await expect(passGate(house.kit, alone, zhou, { ...held, subjectId: uuidv7() })).resolves.toBeUndefined();
});

test('a large budget goes to whoever decides on large ones, and what it costs cannot be talked down', async () => {
  const raise = (amountCny: number | null) => ({
    ...{ type: 'budget' as const, clientId: yunxiu, subjectId: uuidv7(), personalData: false, detail: '' },
    ...{ amountCny, title: { zh: '提高上限', en: 'Raise the limit' } },
  });
  const held = async (amountCny: number | null): Promise<Approval> => {
    const error = await passGate(house.kit, ports, zhou, raise(amountCny)).catch((one) => one);
    return (await house.call<Approval>('zhou', 'GET', `/${error.details.approvalId}`)).body;
  };
  expect(await held(49_000)).toMatchObject({ role: 'sales_manager', amountCny: 49_000, risk: 'medium' });
  expect(await held(null)).toMatchObject({ role: 'platform_admin', amountCny: null, risk: 'high' });
  const large = await held(60_000);
  expect(large).toMatchObject({ role: 'platform_admin', amountCny: 60_000 });
  const { body: back } = await house.decide('lin', large, 'changes', '说明用途');
  const again = { detail: '季度活动', amountCny: 1, discountPercent: null, revision: back.revision };
  const { body } = await house.call<Approval>('zhou', 'POST', `/${large.id}/resubmission`, again);
  expect(body).toMatchObject({ status: 'waiting', role: 'platform_admin', amountCny: 60_000 });
});

test('a deal is held by its rules until somebody agrees, again when it grows, and not at all when the rule is off', async () => {
  const deal = { dealId: uuidv7(), amountCny: 6_000_000, discountPercent: 10 };
  const asker = { id: zhou.user.id, name: zhou.user.name, vendorId: home };
  const check = (more: object = {}) => checkDeal(house.kit, ports, asker, { ...deal, ...more });
  expect(await check({ amountCny: 900_000 })).toBeNull();
  expect((await check())?.state).toBe('not_asked');
  const asked = { ...deal, clientId: yunxiu, title: '分镜迁移', note: '' };
  const id = await askForDeal(house.kit, ports, asker, asked);
  expect(await check()).toEqual({ state: 'waiting', approvalId: id });
  await expect(askForDeal(house.kit, ports, asker, asked)).rejects.toMatchObject({
    code: 'approvals.already_asked',
  });
  await house.decide('he', { id, revision: 1 }, 'approve');
  expect(await check()).toBeNull();
  expect((await check({ discountPercent: 16 }))?.state).toBe('not_asked');
  const { body: settings } = await house.call<ApprovalSettings>('lin', 'GET', '/settings');
  const off = settings.rules.map((rule) => ({ ...rule, enabled: rule.type !== 'deal' }));
  expect((await house.call('lin', 'PUT', '/settings', { ...settings, rules: off })).status).toBe(200);
  expect(await check({ discountPercent: 60 })).toBeNull();
  const stale = await house.call('lin', 'PUT', '/settings', settings);
  expect([stale.status, stale.body.code]).toEqual([409, 'approvals.changed_meanwhile']);
});

test('a reply for the shared library asks by itself, and is closed when the library decides', async () => {
  const replyId = uuidv7();
  const by = { id: idOf('d2'), name: { zh: '周衡', en: 'Zhou Heng' } };
  const payload = { replyId, category: 'price' as const, language: 'zh' as const, text: '先算总成本。', by };
  for (let times = 0; times < 2; times += 1)
    await house.service.jobs['approvals.open']?.(payload, {
      ...{ organizationId: home, signal: new AbortController().signal, retries: times },
    });
  expect(await house.mine('he')).toContain(replyId);
  await house.kit.database.withTenant([home], (tx) =>
    tx.publish(home, 'objection.reply_decided', {
      ...{ replyId, status: 'approved', reason: '', by: { id: idOf('d4'), name: by.name } },
    }),
  );
  while (await house.consumer.step());
  const { body } = await house.call<Approval>('zhou', 'GET', `/${replyId}`);
  expect([body.status, body.moments.at(-1)?.kind]).toEqual(['approved', 'decided_elsewhere']);
  expect(await house.eventsOf(replyId)).toEqual(['approval.requested', 'approval.decided']);
});
