import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Pool } from 'pg';
import { kafkaLibraries } from '../../packages/kit/src/testing/binaries.ts';
import { startKafka } from '../../packages/kit/src/testing/kafka-server.ts';
import { freePort, startRedis } from '../../packages/kit/src/testing/servers.ts';
import { type ProcessPlan, sharedEnvironment } from '../../scripts/scale/plan.ts';
import { startPostgres } from '../../scripts/scale/postgres.ts';
import { type RunningProcess, startProcess } from '../../scripts/scale/process.ts';
import { startLoad } from './load.ts';
import { readOutcome, untilCaughtUp } from './outcome.ts';

// Real processes on real servers under load, while processes are killed and servers are stopped: afterwards every change
// that was acknowledged must be there, every event handled once by each consumer, and the time until everything has caught
// up is told. OUTAGE: seconds a server stays away (30); KILLS: processes killed at random (6).

const OUTAGE = Number(process.env.OUTAGE ?? 30);
const KILLS = Number(process.env.KILLS ?? 6);
const out = (text: string) => process.stdout.write(`${text}\n`);
const pause = (seconds: number) => new Promise((resolve) => setTimeout(resolve, seconds * 1_000));

const folder = mkdtempSync(join(tmpdir(), 'tokenholic-failures-'));
const postgresPort = await freePort();
let postgres = startPostgres(join(folder, 'postgres'), postgresPort);
let redis = await startRedis();
let kafka = kafkaLibraries === null ? null : await startKafka(await freePort(), join(folder, 'kafka'));
const shared = {
  TOKENHOLIC_DATA: folder,
  TOKENHOLIC_SAMPLES: 'false',
  TOKENHOLIC_LOG_LEVEL: process.env.TOKENHOLIC_LOG_LEVEL ?? 'fatal',
  ...sharedEnvironment({
    databaseUrl: postgres.url,
    redisUrl: redis.url,
    kafka: kafka?.url ?? null,
    neo4j: null,
    s3: null,
    secretKey: Buffer.alloc(32, 1).toString('base64'),
  }),
};
const plans: ProcessPlan[] = [
  { name: 'api-1', role: 'api', services: '' },
  { name: 'api-2', role: 'api', services: '' },
  { name: 'worker-1', role: 'worker', services: '' },
  { name: 'worker-2', role: 'worker', services: '' },
  { name: 'relay', role: 'relay', services: '' },
];
const ports = await Promise.all(plans.map(() => freePort()));
const start = (index: number): RunningProcess => {
  const plan = plans[index];
  const port = ports[index];
  if (plan === undefined || port === undefined) throw new Error(`No process ${index}`);
  return startProcess(plan, port, shared, 'ignore');
};
const processes = plans.map((_, index) => start(index));
await Promise.all(processes.map((one) => one.ready()));
const pool = new Pool({ connectionString: postgres.url, max: 2 });
pool.on('error', () => {});
const load = startLoad([processes[0]?.address ?? '', processes[1]?.address ?? '']);

/** Seconds until the consumers have nothing before them, with the load paused. */
async function caughtUp(): Promise<number> {
  await load.pause();
  const seconds = await untilCaughtUp(pool);
  load.resume();
  return seconds;
}

await pause(3);
for (let round = 0; round < KILLS; round += 1) {
  const index = Math.floor(Math.random() * processes.length);
  await processes[index]?.end('SIGKILL');
  await pause(1);
  processes[index] = start(index);
  await processes[index]?.ready();
  out(`killed ${plans[index]?.name}: caught up ${(await caughtUp()).toFixed(1)} s after it was back`);
  await pause(1);
}
if (kafka !== null) {
  const { port, folder: kept } = kafka;
  await kafka.stop();
  await pause(OUTAGE);
  kafka = await startKafka(port, kept);
  out(`Kafka away for ${OUTAGE} s: caught up ${(await caughtUp()).toFixed(1)} s after it was back`);
}
await redis.stop();
await pause(OUTAGE);
redis = await startRedis(redis.port);
out(`Redis away for ${OUTAGE} s: caught up ${(await caughtUp()).toFixed(1)} s after it was back`);
postgres.stop();
await pause(OUTAGE);
postgres = startPostgres(join(folder, 'postgres'), postgresPort);
out(`PostgreSQL away for ${OUTAGE} s: caught up ${(await caughtUp()).toFixed(1)} s after it was back`);

const acknowledged = await load.stop();
await caughtUp();
const { lost, unhandled, maps, runs, dead } = await readOutcome(pool, acknowledged);
out(
  `failures: ${acknowledged.size} clients acknowledged, ${lost} lost or changed; ${unhandled} events unhandled; ${runs} runs completed, ${maps} maps; ${dead} dead letters; ${load.refused()} requests refused meanwhile`,
);
await Promise.all(processes.map((one) => one.end('SIGTERM')));
await pool.end();
await redis.stop();
await kafka?.stop();
postgres.stop();
rmSync(folder, { recursive: true, force: true });
process.exit(lost + unhandled + dead === 0 && maps === runs ? 0 : 1);
