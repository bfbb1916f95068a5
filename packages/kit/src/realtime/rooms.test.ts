import type { RealtimeMessage } from '@tokenholic/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Principal } from '../http/principal.ts';
import { createTestKit, type TestKit } from '../testing/index.ts';
import { createRooms, type Peer, type Rooms } from './rooms.ts';

const yunxiu = '01970000-0000-7000-8000-0000000000a1';
const agent: Principal = {
  user: {
    id: yunxiu,
    name: { zh: '林佩', en: 'Lin Pei' },
    roles: ['sales_agent'],
    permissions: ['client.read'],
  },
  homeOrganizationId: yunxiu,
  organizationIds: [yunxiu],
};
let kit: TestKit;
let rooms: Rooms;

beforeAll(async () => {
  kit = await createTestKit();
  rooms = await createRooms(kit.database, kit.logger);
});
afterAll(() => kit.close());

async function happens(): Promise<void> {
  await kit.database.withTenant([yunxiu], (tx) =>
    tx.publish(yunxiu, 'research.started', {
      runId: '01970000-0000-7000-8000-0000000000b1',
      clientName: '云岫短剧',
    }),
  );
  await rooms.step();
}

test('somebody taken off a client hears of it until that moment and no longer', async () => {
  let now: Principal | null = agent;
  const heard: RealtimeMessage['type'][] = [];
  const peer: Peer = { principal: async () => now, send: ({ type }) => void heard.push(type) };
  await rooms.receive(peer, JSON.stringify({ type: 'join', room: yunxiu, after: null }));
  await happens();
  now = { ...agent, organizationIds: [] };
  await happens();
  await happens();
  expect(heard).toEqual(['joined', 'event', 'refused']);
});

test('a room of somebody else cannot be joined', async () => {
  const heard: RealtimeMessage[] = [];
  const peer: Peer = { principal: async () => null, send: (message) => void heard.push(message) };
  await rooms.receive(peer, JSON.stringify({ type: 'join', room: yunxiu, after: null }));
  expect(heard).toEqual([{ type: 'refused', room: yunxiu }]);
});
