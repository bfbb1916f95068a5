import type { BudgetList, TokenBudget } from '@tokenholic/contracts';
import { AppError, createHttpServer, type HttpServer } from '@tokenholic/kit';
import { createTestKit, type TestKit } from '@tokenholic/kit/testing';
import type { Budget } from '@workflow/llm-sdk';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { budgetsMigrations, budgetsService, createTokenBudget, type PassRaise } from './service.ts';

const vendor = '01970000-0000-7000-8000-00000000000a';
const yunxiu = '01970000-0000-7000-8000-00000000c001';
const harbourline = '01970000-0000-7000-8000-00000000c002';
const quiet = '01970000-0000-7000-8000-00000000c003';
const clients = [
  { id: yunxiu, name: '云岫短剧' },
  { id: harbourline, name: 'Harbourline' },
  { id: quiet, name: '青岚出行' },
];
let kit: TestKit;
let app: HttpServer;
let budget: Budget;

beforeAll(async () => {
  kit = await createTestKit([budgetsMigrations]);
  budget = createTokenBudget(kit);
  app = await createHttpServer({
    kit,
    version: '0',
    authenticate: async () => ({
      user: {
        ...{ id: '01970000-0000-7000-8000-0000000000d1', name: { zh: '林佩', en: 'Lin Pei' } },
        ...{ roles: ['sales_manager'], permissions: ['settings.manage'] },
      },
      homeOrganizationId: vendor,
      organizationIds: [vendor, yunxiu, quiet],
    }),
  });
  await app.register(
    budgetsService({
      passRaise,
      models: async () => [{ kind: 'bailian', model: 'house-model', price: { input: 3, output: 10 } }],
      nameClients: async (ids) => clients.filter(({ id }) => ids.includes(id)),
      findClients: async (ids, search) =>
        clients.filter(({ id, name }) => ids.includes(id) && name.includes(search)),
    })(kit).routes,
  );
});
afterAll(async () => {
  await app.close();
  await kit.close();
});

/** Limits that are only set with somebody's yes. */
const held = new Set<number | null>();
/** What the limits that were asked for are worth in a year. */
const values: (number | undefined)[] = [];
const passRaise: PassRaise = async (_principal, { to, value }) => {
  values.push(value?.cny);
  if (held.has(to))
    throw new AppError({
      kind: 'conflict',
      code: 'approvals.held_back',
      message: { zh: '等待审批', en: 'Waits' },
    });
};
const set = (clientId: string, monthlyTokens: number | null) =>
  app.inject({ method: 'PUT', url: `/api/clients/${clientId}/budget`, payload: { monthlyTokens } });
const list = async (search = '') =>
  (await app.inject({ url: `/api/budgets?search=${encodeURIComponent(search)}` })).json<BudgetList>();
const published = async () =>
  (await kit.database.pool.query<{ type: string }>('select type from kit.events order by seq')).rows.map(
    ({ type }) => type,
  );

test('an organisation is warned once at 80 % and throttled once at 100 %, however the charges come', async () => {
  expect((await set(yunxiu, 1_000)).json<TokenBudget>()).toMatchObject({
    monthlyTokens: 1_000,
    state: 'open',
  });
  await budget.charge(yunxiu, 700, 'reported');
  expect([await budget.allows(yunxiu, 300), await budget.allows(yunxiu, 301)]).toEqual([true, false]);
  await Promise.all(Array.from({ length: 20 }, () => budget.charge(yunxiu, 10, 'estimated')));
  expect(await budget.spentShare(yunxiu)).toBe(0.9);
  expect((await list()).items[0]).toMatchObject({ spentTokens: 900, estimatedTokens: 200, state: 'warned' });
  await budget.charge(yunxiu, 150, 'reported');
  expect((await list()).items[0]?.state).toBe('spent');
  expect(await published()).toEqual(['budget.warned', 'budget.spent']);
});

test('a higher limit waits for a yes where a policy says so, with what it is worth; a lower one never does', async () => {
  held.add(900_000_000).add(null).add(500);
  values.length = 0;
  const before = (await list()).items[0]?.monthlyTokens;
  const raised = await set(yunxiu, 900_000_000);
  expect([raised.statusCode, raised.json<{ code: string }>().code]).toEqual([409, 'approvals.held_back']);
  expect((await set(yunxiu, null)).statusCode).toBe(409);
  expect((await list()).items[0]?.monthlyTokens).toBe(before);
  expect((await set(yunxiu, 500)).json<TokenBudget>().monthlyTokens).toBe(500);
  // 900 million tokens a month, twelve months, ten yuan a million; without a limit there is no sum.
  expect(values).toEqual([108_000, undefined]);
  held.clear();
  expect((await set(yunxiu, 1_000)).statusCode).toBe(200);
});

test('another organisation is not touched, and a limit can be raised or taken away', async () => {
  expect(await budget.allows(harbourline, 4_000_000)).toBe(true);
  expect((await list()).own).toMatchObject({ organizationId: vendor, spentTokens: 0 });
  await set(yunxiu, null);
  expect(await budget.allows(yunxiu, 1e12)).toBe(true);
  expect((await set(harbourline, 5)).statusCode).toBe(404);
});

test('a new month begins at nothing', async () => {
  await set(yunxiu, 1_000);
  const { now } = kit;
  kit.now = () => new Date(now().getTime() + 40 * 86_400_000);
  expect(await budget.allows(yunxiu, 1_000)).toBe(true);
  kit.now = now;
  expect(await budget.allows(yunxiu, 1)).toBe(false);
});

test("who used nothing and has the usual limit is found by name, and nobody else's client is", async () => {
  const named = async (search: string) => (await list(search)).items.map(({ clientName }) => clientName);
  expect(await named('')).toEqual(['云岫短剧']);
  expect((await list('青岚')).items).toMatchObject([
    { organizationId: quiet, spentTokens: 0, monthlyTokens: 5_000_000, state: 'open' },
  ]);
  expect(await named('Harbour')).toEqual([]);
});
