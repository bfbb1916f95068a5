import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfiguration, startProduct } from '@tokenholic/server';
import autocannon from 'autocannon';
import Fastify from 'fastify';
import { startPostgres } from '../../scripts/scale/postgres.ts';

// One small read behind row level security over HTTP with 50 connections, beside a bare Fastify that answers the same
// select from the same pool without sign-in, roles, validation and metrics. Bars: 2,000 a second, ratio 0.6.

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

async function rate(url: string): Promise<number> {
  await autocannon({ url, connections: 50, duration: 2, workers: 1 });
  const result = await autocannon({ url, connections: 50, duration: 6, workers: 1 });
  if (result.non2xx + result.errors > 0) throw new Error(`${result.non2xx + result.errors} requests failed`);
  return result.requests.average;
}

const baseline = await rate(bareAddress);
const read = await rate(`${address}/api/clients/${CLIENT}`);
out(
  `api: ${read.toFixed(0)} reads/s with row level security, bare ${baseline.toFixed(0)}/s, ratio ${(read / baseline).toFixed(2)}; bars 2,000 and 0.6`,
);
await bare.close();
await stop();
postgres.stop();
rmSync(folder, { recursive: true, force: true });
process.exit(0);
