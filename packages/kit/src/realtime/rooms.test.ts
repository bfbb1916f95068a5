import type { RealtimeMessage } from '@tokenholic/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Principal } from '../http/principal.ts';
import { createTestKit, type TestKit } from '../testing/index.ts';
import { createMemoryAnnouncements, type MemoryHub } from './announcements.ts';
import type { Peer } from './peer.ts';
import { createRooms, type Rooms } from './rooms.ts';

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
  rooms = await createRooms(kit);
});
afterAll(() => kit.close());

const read = (text: string): RealtimeMessage => JSON.parse(text);

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
  const peer: Peer = { principal: async () => now, send: (text) => void heard.push(read(text).type) };
  await rooms.receive(peer, JSON.stringify({ type: 'join', room: yunxiu, after: null }));
  await happens();
  now = { ...agent, organizationIds: [] };
  await happens();
  await happens();
  expect(heard).toEqual(['joined', 'event', 'refused']);
});

test('a room of somebody else cannot be joined', async () => {
  const heard: RealtimeMessage[] = [];
  const peer: Peer = { principal: async () => null, send: (text) => void heard.push(read(text)) };
  await rooms.receive(peer, JSON.stringify({ type: 'join', room: yunxiu, after: null }));
  expect(heard).toEqual([{ type: 'refused', room: yunxiu }]);
});

test('who may be in a room hears of the topics their role reads, live and when coming back, and of no others', async () => {
  const heard: string[] = [];
  const note = (text: string) => {
    const message = read(text);
    heard.push(message.type === 'event' ? message.event.type : message.type);
  };
  const member: Peer = {
    principal: async () => ({ ...agent, user: { ...agent.user, permissions: ['account.use'] } }),
    send: note,
  };
  await rooms.receive(member, JSON.stringify({ type: 'join', room: yunxiu, after: '0.0' }));
  await happens();
  expect(heard).toEqual(['joined']);
  const seller: Peer = { principal: async () => agent, send: note };
  await kit.database.withTenant([yunxiu], (tx) =>
    tx.publish(yunxiu, 'budget.warned', { month: '2026-11-01', limit: 10, spent: 8 }),
  );
  await rooms.receive(seller, JSON.stringify({ type: 'join', room: yunxiu, after: '0.0' }));
  await rooms.step();
  expect(new Set(heard)).toEqual(new Set(['joined', 'research.started']));
});

const su = { ...agent, user: { ...agent.user, id: '01970000-0000-7000-8000-0000000000a2' } };

/** One process of several: rooms of its own, one hub. */
async function openProcess(hub: MemoryHub, clock: { at: number }, offline: ReadonlySet<string> = new Set()) {
  return createRooms({
    ...kit,
    presence: {
      announcements: createMemoryAnnouncements(hub),
      now: () => new Date(clock.at),
      appearsOffline: async ({ user }) => offline.has(user.id),
    },
  });
}

function watcher(principal: Principal): Peer & { seen: string[][] } {
  const seen: string[][] = [];
  return {
    seen,
    principal: async () => principal,
    send: (text) => {
      const message = read(text);
      if (message.type === 'presence') seen.push(message.people.map(({ userId }) => userId));
    },
  };
}

const joins = (process: Rooms, peer: Peer) =>
  process.receive(peer, JSON.stringify({ type: 'join', room: yunxiu, after: null }));
const looks = (process: Rooms, peer: Peer, room: string | null = yunxiu) =>
  process.receive(peer, JSON.stringify({ type: 'look', room }));

test('who looks at a client is seen in every process, once however many tabs, until the last one leaves', async () => {
  const hub: MemoryHub = new Set();
  const clock = { at: 0 };
  const [one, other] = [await openProcess(hub, clock), await openProcess(hub, clock)];
  const [tab, tab2, colleague] = [watcher(agent), watcher(agent), watcher(su)];
  await joins(other, colleague);
  await looks(one, tab);
  await looks(one, tab2);
  await expect.poll(() => colleague.seen.at(-1)).toEqual([yunxiu]);
  one.leaveAll(tab);
  await looks(other, colleague);
  await expect.poll(() => colleague.seen.at(-1)).toEqual([yunxiu, su.user.id]);
  one.leaveAll(tab2);
  await expect.poll(() => colleague.seen.at(-1)).toEqual([su.user.id]);
  for (const process of [one, other]) process.close();
});

test('a process that joins later is told who looks, and greets whoever joins a room with it', async () => {
  const hub: MemoryHub = new Set();
  const clock = { at: 0 };
  const one = await openProcess(hub, clock);
  const [tab, late] = [watcher(agent), watcher(su)];
  await looks(one, tab);
  const other = await openProcess(hub, clock);
  await expect
    .poll(async () => {
      await joins(other, late);
      return late.seen.at(-1);
    })
    .toEqual([yunxiu]);
  for (const process of [one, other]) process.close();
});

test('who wishes not to be seen, or may not read the client, is not shown, and still sees others', async () => {
  const offline = new Set<string>();
  const rooms = await openProcess(new Set(), { at: 0 }, offline);
  const [tab, colleague, stranger] = [watcher(agent), watcher(su), watcher({ ...su, organizationIds: [] })];
  await joins(rooms, colleague);
  await looks(rooms, stranger);
  await looks(rooms, tab);
  await expect.poll(() => colleague.seen.at(-1)).toEqual([yunxiu]);
  offline.add(yunxiu);
  await rooms.reviewPresence();
  await expect.poll(() => colleague.seen.at(-1)).toEqual([]);
  offline.clear();
  await looks(rooms, tab);
  await expect.poll(() => colleague.seen.at(-1)).toEqual([yunxiu]);
  await looks(rooms, tab, null);
  await expect.poll(() => colleague.seen.at(-1)).toEqual([]);
  rooms.close();
});
