import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createConsumer, createRooms, type TenantTransaction } from '@tokenholic/kit';
import { createPostgresTestKit } from '@tokenholic/kit/testing';
import { startPostgres } from '../../scripts/scale/postgres.ts';

// 10,000 organisations with a million events: how long each statement of the event log's hot paths takes, p50 and p95,
// beside the bare round trip of the same connection. Bar: p95 of 50 ms.

const ORGANIZATIONS = Number(process.env.ORGANIZATIONS ?? 10_000);
const EVENTS = Number(process.env.EVENTS ?? 1_000_000);
const TRIES = 200;
const BAR_MILLISECONDS = 50;
const out = (text: string) => process.stdout.write(`${text}\n`);

const folder = mkdtempSync(join(tmpdir(), 'tokenholic-bench-'));
const server =
  process.env.TEST_DATABASE_URL === undefined ? startPostgres(join(folder, 'postgres'), 54_391) : null;
const kit = await createPostgresTestKit(process.env.TEST_DATABASE_URL ?? server?.url ?? '');
const organization = (index: number) => `01970000-0000-7000-8000-${String(index).padStart(12, '0')}`;

const filled = performance.now();
for (let done = 0; done < EVENTS; done += 50_000) {
  await kit.database.pool.query(
    `insert into kit.events (id, organization_id, topic, type, version, actor, trace_id, payload)
     select gen_random_uuid(), ('01970000-0000-7000-8000-' || lpad((random() * $1)::int::text, 12, '0'))::uuid,
            'research_events', case when random() < 0.0005 then 'map.drawn' else 'research.progressed' end, 1, 'bench', 'bench', '{"text": "a line of progress as research writes it"}'
     from generate_series(1, $2)`,
    [ORGANIZATIONS - 1, Math.min(50_000, EVENTS - done)],
  );
}
await kit.database.pool.query('vacuum analyze');
out(
  `filled: ${EVENTS} events of ${ORGANIZATIONS} organisations in ${((performance.now() - filled) / 1_000).toFixed(0)} s`,
);

const rare = createConsumer('rare', { 'client.stage_changed': async () => {} }, kit);
const rooms = await createRooms(kit);
const principal = async () => ({
  user: { id: organization(0), name: { zh: 'a', en: 'a' }, roles: [], permissions: [] },
  homeOrganizationId: organization(0),
  organizationIds: Array.from({ length: 200 }, (_, index) => organization(index)),
});
let turn = 0;
const id = () => {
  turn += 1;
  return organization(turn % 200);
};
const inOrganization = (work: (tx: TenantTransaction, organizationId: string) => Promise<void>) => {
  const one = id();
  return kit.database.withTenant([one], (tx) => work(tx, one));
};
const paths: [string, () => Promise<unknown>][] = [
  ['bare round trip', () => kit.database.pool.query('select 1')],
  [
    'publish',
    () => inOrganization((tx, one) => tx.publish(one, 'research.started', { runId: one, clientName: 'a' })),
  ],
  ['consumer of a rare kind looks', () => rare.step()],
  ['rooms look', () => rooms.step()],
  [
    'browser comes back to a room',
    () =>
      rooms.receive(
        { principal, send: () => {} },
        JSON.stringify({ type: 'join', room: id(), after: '0.0' }),
      ),
  ],
  ['audit entry', () => inOrganization((tx, one) => tx.audit(one, { action: 'bench', subject: 'bench' }))],
];
// The first look of a new consumer reads the whole log once.
await rare.step();
let slow = 0;
let bare = 1;
for (const [name, work] of paths) {
  const times: number[] = [];
  for (let index = 0; index < TRIES; index += 1) {
    const at = performance.now();
    await work();
    times.push(performance.now() - at);
  }
  times.sort((a, b) => a - b);
  const at = (quantile: number) => times[Math.floor(TRIES * quantile)] ?? 0;
  if (name === 'bare round trip') bare = at(0.5);
  if (at(0.95) > BAR_MILLISECONDS) slow += 1;
  out(
    `${name.padEnd(32)} p50 ${at(0.5).toFixed(1)} ms, p95 ${at(0.95).toFixed(1)} ms, ratio to bare ${(at(0.5) / bare).toFixed(0)}`,
  );
}
await kit.close();
server?.stop();
rmSync(folder, { recursive: true, force: true });
process.exit(slow === 0 ? 0 : 1);
