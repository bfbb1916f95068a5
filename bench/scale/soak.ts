import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Pool } from 'pg';
import { freePort, startRedis } from '../../packages/kit/src/testing/servers.ts';
import { type ProcessPlan, sharedEnvironment } from '../../scripts/scale/plan.ts';
import { startPostgres } from '../../scripts/scale/postgres.ts';
import { startProcess } from '../../scripts/scale/process.ts';
import { startLoad } from './load.ts';
import { openWork, readOutcome, untilCaughtUp } from './outcome.ts';

// Load for a quarter of an hour on the processes of an installation; the memory of each is looked at every ten seconds.
// The load stops while the worker is too far behind, so that a busy machine has its own pace.
// Flat means that the last fifth stands no higher than the second: the first fifth is start and warming up. MINUTES (15).

const MINUTES = Number(process.env.MINUTES ?? 15);
const LOOK_MILLISECONDS = 10_000;
/** Growth from the second to the last fifth that is still called flat: garbage comes and goes. */
const FLAT = 1.1;
/** Events and jobs before the worker at which the load stops, and at which it goes on. */
const [FAR_BEHIND, NEAR] = [2_000, 200];
const MEGABYTE = 1_048_576;
const out = (text: string) => process.stdout.write(`${text}\n`);
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const folder = mkdtempSync(join(tmpdir(), 'tokenholic-soak-'));
const postgres = startPostgres(join(folder, 'postgres'), await freePort());
const redis = await startRedis();
const shared = {
  TOKENHOLIC_DATA: folder,
  TOKENHOLIC_SAMPLES: 'false',
  TOKENHOLIC_LOG_LEVEL: 'fatal',
  ...sharedEnvironment({
    databaseUrl: postgres.url,
    redisUrl: redis.url,
    ...{ kafka: null, neo4j: null, s3: null },
    secretKey: Buffer.alloc(32, 1).toString('base64'),
  }),
};
const plans: ProcessPlan[] = [
  { name: 'api', role: 'api', services: '' },
  { name: 'worker', role: 'worker', services: '' },
  { name: 'relay', role: 'relay', services: '' },
];
const processes = [];
for (const plan of plans) processes.push(startProcess(plan, await freePort(), shared, 'ignore'));
await Promise.all(processes.map((one) => one.ready()));

const looks = new Map<string, number[]>(plans.map(({ name }) => [name, []]));
const load = startLoad([processes[0]?.address ?? '']);
const until = performance.now() + MINUTES * 60_000;
const pool = new Pool({ connectionString: postgres.url, max: 2 });
let held = 0;
let holding = false;
while (performance.now() < until) {
  await pause(LOOK_MILLISECONDS);
  for (const { plan, child } of processes) looks.get(plan.name)?.push(residentBytes(child.pid));
  const open = await openWork(pool);
  if (!holding && open > FAR_BEHIND) {
    holding = true;
    await load.pause();
  } else if (holding && open < NEAR) {
    holding = false;
    load.resume();
  }
  if (holding) held += 1;
}
const acknowledged = await load.stop();
const seconds = await untilCaughtUp(pool);
const { lost, unhandled, dead } = await readOutcome(pool, acknowledged);
let flat = true;
for (const [name, bytes] of looks) {
  const fifth = Math.ceil(bytes.length / 5);
  const fifths = [0, 1, 2, 3, 4].map((nth) => median(bytes.slice(nth * fifth, (nth + 1) * fifth)));
  const ratio = (fifths[4] ?? Number.NaN) / (fifths[1] ?? Number.NaN);
  flat &&= ratio <= FLAT;
  out(
    `${name}: ${fifths.map(megabytes).join(', ')} MB in the five fifths, last to second ${ratio.toFixed(2)}; highest ${megabytes(Math.max(...bytes))}`,
  );
}
out(
  `soak: ${MINUTES} min, ${acknowledged.size} clients acknowledged, ${lost} lost, ${unhandled} events unhandled, ${dead} dead letters, ${load.refused()} requests refused; the load was held up in ${held} of ${looks.get('worker')?.length} looks; caught up after ${seconds.toFixed(1)} s; memory ${flat ? 'flat' : 'NOT flat'}`,
);
await Promise.all(processes.map((one) => one.end('SIGTERM')));
await pool.end();
await redis.stop();
postgres.stop();
rmSync(folder, { recursive: true, force: true });
process.exit(flat && lost + unhandled + dead === 0 ? 0 : 1);

function residentBytes(pid: number | undefined): number {
  const pages = readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1];
  return Number(pages) * 4_096;
}

function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function megabytes(bytes: number): string {
  return (bytes / MEGABYTE).toFixed(0);
}
