import type { Approval, ApprovalCard, ApprovalCount, BulkApproveReport } from '@tokenholic/contracts';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { tendApprovals } from './service.ts';
import { type ApprovalsHouse, idOf, openApprovals, ports, THURSDAY } from './testing/approvals-house.ts';

let house: ApprovalsHouse;
beforeAll(async () => {
  house = await openApprovals();
});
beforeEach(() => {
  house.kit.now = () => THURSDAY;
});
afterAll(() => house.close());

test('a request waits with whom the rules name, is answered, and stands on the client’s timeline', async () => {
  const request = await house.ask('zhou');
  expect(request).toMatchObject({
    status: 'waiting',
    role: 'sales_manager',
    mayDecide: false,
    clientName: '云岫短剧',
  });
  expect(request.dueAt).toBe('2026-11-26T06:00:00.000Z');
  expect(request.approvers.map(({ name }) => name.zh)).toEqual(['林佩', '何文澜']);
  // Who is asked need not be assigned to the client; who has nothing to do with it does not see it.
  expect(await house.mine('he')).toContain(request.id);
  expect((await house.call('su', 'GET', `/${request.id}`)).status).toBe(404);
  const { body: count } = await house.call<ApprovalCount>('he', 'GET', '/count');
  expect(count).toMatchObject({ waiting: 1, asked: 0, nextDueAt: request.dueAt });
  const { body: done } = await house.decide('he', request, 'approve', '可以，补上后告诉我');
  expect(done).toMatchObject({ status: 'approved', role: null });
  expect(done.moments.map(({ kind, by }) => [kind, by?.name.zh])).toEqual([
    ['requested', '周衡'],
    ['approved', '何文澜'],
  ]);
  expect(await house.eventsOf(request.id)).toEqual([
    'approval.requested of client',
    'approval.decided of client',
  ]);
});

test('nobody approves their own request, whatever they may do otherwise', async () => {
  const request = await house.ask('lin');
  expect(await house.mine('lin')).not.toContain(request.id);
  const own = await house.decide('lin', request, 'approve');
  expect([own.status, own.body.code]).toEqual([403, 'approvals.own_request']);
  const stranger = await house.decide('zhou', request, 'approve');
  expect([stranger.status, stranger.body.code]).toEqual([403, 'approvals.not_your_turn']);
});

test('a no and a wish for changes say why, and what came back can be submitted again', async () => {
  const request = await house.ask('zhou', { type: 'budget', amountCny: 60_000 });
  expect(request.steps.map(({ role }) => role)).toEqual(['platform_admin']);
  expect((await house.decide('lin', request, 'reject')).status).toBe(400);
  const { body: back } = await house.decide('lin', request, 'changes', '先压到 4 万');
  expect(back.status).toBe('changes');
  const again = { detail: '压到 4 万', amountCny: 40_000, discountPercent: null, revision: back.revision };
  expect((await house.call('he', 'POST', `/${request.id}/resubmission`, again)).body.code).toBe(
    'approvals.not_yours',
  );
  const { body: second } = await house.call<Approval>('zhou', 'POST', `/${request.id}/resubmission`, again);
  // Cheaper now, so the rules send it to somebody else.
  expect(second).toMatchObject({ status: 'waiting', role: 'sales_manager', round: 2, risk: 'medium' });
});

test('who decides on an old picture is shown the new one first', async () => {
  const request = await house.ask('zhou');
  await house.decide('he', request, 'changes', '写清原因');
  const late = await house.decide('lin', request, 'approve');
  expect([late.status, late.body.code]).toEqual([409, 'approvals.changed_meanwhile']);
});

test('the clock reminds once, hands on once, and says so; looking again changes nothing', async () => {
  const request = await house.ask('zhou');
  const at = async (time: string) => {
    house.kit.now = () => new Date(time);
    return tendApprovals(house.kit, ports);
  };
  // Three of four hours, then the fourth; each looked at twice, as by a process that died in between.
  await at('2026-11-26T05:00:00Z');
  expect(await at('2026-11-26T05:00:01Z')).toBe(0);
  await at('2026-11-26T06:00:00Z');
  expect(await at('2026-11-26T06:00:01Z')).toBe(0);
  expect(await house.eventsOf(request.id)).toEqual([
    ...['approval.requested of client', 'approval.reminded of client', 'approval.escalated of client'],
  ]);
  const { body } = await house.call<Approval>('lin', 'GET', `/${request.id}`);
  expect(body).toMatchObject({ role: 'platform_admin', escalated: true, dueAt: '2026-11-26T10:00:00.000Z' });
  expect((await house.decide('he', body, 'approve')).body.code).toBe('approvals.not_your_turn');
  expect((await house.decide('lin', body, 'approve')).body.status).toBe('approved');
});

test('while somebody is away another decides for them, and the history says for whom', async () => {
  const request = await house.ask('zhou', { type: 'budget', amountCny: 90_000 });
  expect(await house.mine('su')).not.toContain(request.id);
  const absence = {
    id: uuidv7(),
    standInId: idOf('d3'),
    from: '2026-11-26T00:00:00Z',
    until: '2026-11-30T00:00:00Z',
  };
  expect((await house.call('lin', 'PUT', '/absences', { ...absence, standInId: idOf('d1') })).status).toBe(
    400,
  );
  expect((await house.call('lin', 'PUT', '/absences', absence)).status).toBe(200);
  expect(await house.mine('su')).toContain(request.id);
  const { body } = await house.decide('su', request, 'approve');
  expect(body.moments.at(-1)).toMatchObject({ by: { name: { zh: '苏然' } }, onBehalfOf: { zh: '林佩' } });
  expect(
    (await house.call<{ items: unknown[] }>('lin', 'DELETE', `/absences/${absence.id}`)).body.items,
  ).toEqual([]);
});

test('only requests of low risk are approved together; the others are named', async () => {
  const low = await house.ask('zhou', { type: 'export' });
  const personal = await house.ask('zhou', { type: 'export', personalData: true, title: '导出联系人' });
  const own = await house.ask('he', { type: 'export', clientId: null });
  const { body } = await house.call<BulkApproveReport>('he', 'POST', '/bulk', {
    ids: [low.id, personal.id, own.id],
  });
  expect([body.approved, body.left.map(({ title }) => title.zh)]).toEqual([
    1,
    ['导出联系人', '跳过上线清单的两项'],
  ]);
});

test('two steps are two people: who could alone take the last leaves the first, and nobody takes both', async () => {
  const request = await house.ask('zhou', { type: 'export', personalData: true });
  expect(request.steps.map(({ role }) => role)).toEqual(['sales_manager', 'platform_admin']);
  expect(request.approvers.map(({ name }) => name.zh)).toEqual(['何文澜']);
  expect(await house.mine('lin')).not.toContain(request.id);
  const first = await house.decide('lin', request, 'approve');
  expect([first.status, first.body.code]).toEqual([403, 'approvals.kept_for_later']);
  const { body: half } = await house.decide('he', request, 'approve');
  expect(half).toMatchObject({ status: 'waiting', role: 'platform_admin' });
  expect((await house.decide('he', half, 'approve')).body.code).toBe('approvals.step_of_another');
  expect((await house.decide('lin', half, 'approve')).body.status).toBe('approved');
});

test('what was asked for is listed newest first, page by page', async () => {
  const page = (cursor: string) =>
    house.call<{ items: ApprovalCard[]; nextCursor: string | null }>(
      'zhou',
      'GET',
      `?view=asked&limit=3${cursor}`,
    );
  const first = await page('');
  const second = await page(`&cursor=${first.body.nextCursor}`);
  const ids = [...first.body.items, ...second.body.items].map(({ id }) => id);
  expect(new Set(ids).size).toBe(6);
});
