import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Pool } from 'pg';
import { freePort, startRedis } from '../../packages/kit/src/testing/servers.ts';
import { type ProcessPlan, sharedEnvironment } from '../../scripts/scale/plan.ts';
import { startPostgres } from '../../scripts/scale/postgres.ts';
import { type RunningProcess, startProcess } from '../../scripts/scale/process.ts';
import { startLoad } from './load.ts';
import { readOutcome, untilCaughtUp } from './outcome.ts';

// Processes of an older commit and of this one on the same database, under load all the while: the old ones serve, the new
// ones come and migrate beside them, both serve together, the old ones leave. OLD: the commit (the parent of this one).

const OLD = process.env.OLD ?? 'HEAD~1';
const TOGETHER_MILLISECONDS = 20_000;
const root = join(import.meta.dirname, '../..');
const out = (text: string) => process.stdout.write(`${text}\n`);
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const folder = mkdtempSync(join(tmpdir(), 'tokenholic-versions-'));
const oldTree = join(folder, 'old');
run('git', ['worktree', 'add', '--quiet', '--detach', oldTree, OLD], root);
run('npm', ['ci', '--prefer-offline', '--no-audit', '--no-fund'], oldTree);

const postgres = startPostgres(join(folder, 'postgres'), await freePort());
const redis = await startRedis();
const shared = {
  TOKENHOLIC_DATA: folder,
  TOKENHOLIC_SAMPLES: 'false',
  TOKENHOLIC_LOG_LEVEL: process.env.TOKENHOLIC_LOG_LEVEL ?? 'fatal',
  ...sharedEnvironment({
    databaseUrl: postgres.url,
    redisUrl: redis.url,
    ...{ kafka: null, neo4j: null, s3: null },
    secretKey: Buffer.alloc(32, 1).toString('base64'),
  }),
};
const PLANS: ProcessPlan[] = [
  { name: 'api', role: 'api', services: '' },
  { name: 'worker', role: 'worker', services: '' },
  { name: 'relay', role: 'relay', services: '' },
];

async function startAll(tree: string): Promise<RunningProcess[]> {
  const started: RunningProcess[] = [];
  for (const plan of PLANS) started.push(startProcess(plan, await freePort(), shared, 'ignore', tree));
  await Promise.all(started.map((one) => one.ready()));
  return started;
}

const old = await startAll(oldTree);
const addresses = [old[0]?.address ?? ''];
const pool = new Pool({ connectionString: postgres.url, max: 2 });
const load = startLoad(addresses);
await pause(5_000);
const started = performance.now();
const now = await startAll(root);
out(
  `new processes migrated and ready after ${((performance.now() - started) / 1_000).toFixed(1)} s beside the old`,
);
addresses.push(now[0]?.address ?? '');
await pause(TOGETHER_MILLISECONDS);
const refusedTogether = load.refused();
addresses.shift();
await Promise.all(old.map((one) => one.end('SIGTERM')));
await pause(5_000);
const acknowledged = await load.stop();
const seconds = await untilCaughtUp(pool);
const { lost, unhandled, maps, runs, dead } = await readOutcome(pool, acknowledged);
out(
  `versions: ${acknowledged.size} clients acknowledged, ${lost} lost or changed; ${unhandled} events unhandled; ${runs} runs completed, ${maps} maps; ${dead} dead letters; ${refusedTogether} requests refused while both served, ${load.refused()} in all (${load.refusals()}); caught up after ${seconds.toFixed(1)} s`,
);
await Promise.all(now.map((one) => one.end('SIGTERM')));
await pool.end();
await redis.stop();
postgres.stop();
run('git', ['worktree', 'remove', '--force', oldTree], root);
rmSync(folder, { recursive: true, force: true });
process.exit(lost + unhandled + dead === 0 && maps === runs ? 0 : 1);

function run(command: string, options: string[], cwd: string): void {
  const { status } = spawnSync(command, options, { cwd, stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) throw new Error(`${command} ${options.join(' ')} ended with ${status}`);
}
