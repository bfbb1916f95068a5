import type { PortfolioEntry, Totals } from '@tokenholic/contracts';
import {
  type Consumer,
  createConsumer,
  createHttpServer,
  type HttpServer,
  type Principal,
} from '@tokenholic/kit';
import { createTestKit, type TestKit } from '@tokenholic/kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { portfolioMigrations, portfolioService } from './service.ts';

const home = '01970000-0000-7000-8000-00000000000a';
const yunxiu = '01970000-0000-7000-8000-00000000c001';
const harbourline = '01970000-0000-7000-8000-00000000c002';
const lin = { userId: '01970000-0000-7000-8000-0000000000d1', name: { zh: '林佩', en: 'Lin Pei' } };
const seeing = (organizationIds: string[]): Principal => ({
  user: { id: lin.userId, name: lin.name, roles: ['sales_manager'], permissions: ['client.read'] },
  homeOrganizationId: home,
  organizationIds: [home, ...organizationIds],
});
const range = (mid: number) => ({ low: mid / 2, mid, high: mid * 2 });
const totals = (tokens: number): Totals => ({
  ...{ tokensPerYear: range(tokens), valuePerYear: range(tokens / 1_000), unpricedShare: 0 },
  shares: [
    { group: 'alibaba', tokens: tokens / 4, share: 0.25 },
    { group: 'volcengine', tokens: (tokens * 3) / 4, share: 0.75 },
  ],
  ...{ ourShare: 0.25, competitorShare: 0.75, selfHostedShare: 0, unknownShare: 0 },
  ...{ winnableTopThree: tokens / 2_000, ourShareAfterTopThree: 0.6 },
});

const ports = { names: async () => new Map([[lin.userId, lin.name]]) };
let kit: TestKit;
let app: HttpServer;
let consumer: Consumer;
let now = new Date();

beforeAll(async () => {
  const made = await createTestKit([portfolioMigrations]);
  kit = { ...made, now: () => now };
  const service = portfolioService(ports)(kit);
  app = await createHttpServer({
    kit,
    version: '0',
    authenticate: async ({ headers }) =>
      headers['x-as'] === 'manager' ? seeing([yunxiu, harbourline]) : seeing([yunxiu]),
  });
  await app.register(service.routes);
  consumer = createConsumer('portfolio', service.consumes, kit);
});
afterAll(async () => {
  await app.close();
  await kit.close();
});

async function drawn(clientId: string, version: number, tokens: number): Promise<void> {
  await kit.database.withTenant([clientId], (tx) =>
    tx.publish(clientId, 'map.drawn', {
      ...{ runId: null, version, revision: 0, clientName: 'x', basis: 'evidence', useCases: 3 },
      totals: totals(tokens),
      headline: { zh: '一', en: 'one' },
    }),
  );
}

async function list(as = 'manager'): Promise<PortfolioEntry[]> {
  while (await consumer.step());
  const answer = await app.inject({ url: '/api/portfolio', headers: { 'x-as': as } });
  return answer.json<{ items: PortfolioEntry[] }>().items;
}

test('a client without a map is not listed; with one it is, with its owner and stage', async () => {
  for (const [id, name] of [
    [yunxiu, '云岫短剧'],
    [harbourline, 'Harbourline Logistics'],
  ] as const) {
    const client = { id, name, website: null, sample: false, createdAt: '2026-11-20T01:00:00.000Z' };
    await kit.database.withTenant([id], async (tx) => {
      await tx.publish(id, 'client.created', { client, research: null });
      await tx.publish(id, 'client.assigned', lin);
    });
  }
  expect(await list()).toEqual([]);
  await drawn(yunxiu, 1, 1e12);
  expect(await list()).toMatchObject([
    {
      ...{ clientName: '云岫短剧', version: 1, tokensPerYear: 1e12, ourShare: 0.25, stage: 'sales' },
      agents: [{ id: lin.userId, name: lin.name }],
      weekAgo: null,
    },
  ]);
});

test('a person sees the maps of the own clients only', async () => {
  await drawn(harbourline, 1, 3e11);
  expect(await list('manager')).toHaveLength(2);
  expect((await list('agent')).map(({ clientName }) => clientName)).toEqual(['云岫短剧']);
});

test('seven days later the figures of today stand beside those of then', async () => {
  now = new Date(Date.now() + 8 * 24 * 3_600_000);
  const [entry] = await list('agent');
  expect(entry?.weekAgo).toEqual({
    ...{ tokensPerYear: 1e12, valuePerYear: 1e9, ourShare: 0.25, winnableTopThree: 5e8 },
  });
});

test('hearing the log again from its beginning changes nothing', async () => {
  const before = await list();
  await kit.database.withSystem(({ client }) =>
    client.query("delete from kit.consumers where name = 'portfolio'"),
  );
  consumer = createConsumer('portfolio', portfolioService(ports)(kit).consumes, kit);
  expect(await list()).toEqual(before);
});
