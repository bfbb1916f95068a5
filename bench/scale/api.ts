import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfiguration, startProduct } from '@tokenholic/server';
import autocannon from 'autocannon';
import Fastify from 'fastify';
import { startPostgres } from '../../scripts/scale/postgres.ts';

// One small read behind row level security over HTTP with 50 connections, beside a bare Fastify that answers the same
// select from the same pool without sign-in, roles, validation and metrics. Bars: 2,000 a second, ratio 0.6. Both are
// measured in turns of which the medians count, so that a neighbour's minute does not fall on one alone; beside the clock
// stands the processor time of a request, of this process' thread and of PostgreSQL. TURNS (3).

const TURNS = Number(process.env.TURNS ?? 3);
const CLIENT = '01970000-0000-7000-8000-00000000c001';
const out = (text: string) => process.stdout.write(`${text}\n`);
const folder = mkdtempSync(join(tmpdir(), 'tokenholic-bench-'));
const postgres = startPostgres(join(folder, 'postgres'), 54_392);
const environment = {
  PORT: '0',
  DATABASE_URL: postgres.url,
  TOKENHOLIC_DATA: folder,
  TOKENHOLIC_LOG_LEVEL: 'silent',
  TOKENHOLIC_SAMPLES: 'false',
};
const { address, product, stop } = await startProduct(readConfiguration(environment, folder));
await fetch(`${address}/api/clients`, {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ id: CLIENT, name: 'Bench', website: null, research: null }),
});

const bare = Fastify();
bare.get('/', async () => {
  const select = 'select * from identity.organizations where organization_id = $1';
  return (await product.kit.database.pool.query(select, [CLIENT])).rows[0];
});
const bareAddress = await bare.listen({ port: 0, host: '127.0.0.1' });

interface Turn {
  rate: number;
  /** Microseconds of processor time a request. */
  door: number;
  server: number;
}

async function turn(url: string): Promise<Turn> {
  await autocannon({ url, connections: 50, duration: 2, workers: 1 });
  const [door, server] = [process.threadCpuUsage(), postgres.processorSeconds()];
  const result = await autocannon({ url, connections: 50, duration: 6, workers: 1 });
  if (result.non2xx + result.errors > 0) throw new Error(`${result.non2xx + result.errors} requests failed`);
  const { user, system } = process.threadCpuUsage(door);
  const { total } = result.requests;
  return {
    rate: result.requests.average,
    door: (user + system) / total,
    server: ((postgres.processorSeconds() - server) * 1e6) / total,
  };
}
const median = (values: number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const tell = (name: string, turns: readonly Turn[]) => {
  const [rate, door, server] = [
    median(turns.map((one) => one.rate)),
    median(turns.map((one) => one.door)),
    median(turns.map((one) => one.server)),
  ];
  out(
    `${name}: ${rate.toFixed(0)} a second (${turns.map((one) => one.rate.toFixed(0)).join(', ')}); processor time ${door.toFixed(0)} µs of the thread and ${server.toFixed(0)} µs of PostgreSQL a request`,
  );
  return { rate, processor: door + server };
};

const bareTurns: Turn[] = [];
const readTurns: Turn[] = [];
for (let number = 0; number < TURNS; number += 1) {
  bareTurns.push(await turn(bareAddress));
  readTurns.push(await turn(`${address}/api/clients/${CLIENT}`));
}
const baseline = tell('bare', bareTurns);
const read = tell('read with row level security', readTurns);
out(
  `api: ${read.rate.toFixed(0)} reads/s, ratio to bare ${(read.rate / baseline.rate).toFixed(2)} by the clock, ${(baseline.processor / read.processor).toFixed(2)} by processor time; bars 2,000 and 0.6; load of the machine ${loadavg()[0]?.toFixed(1)}`,
);
await bare.close();
await stop();
postgres.stop();
rmSync(folder, { recursive: true, force: true });
process.exit(0);
