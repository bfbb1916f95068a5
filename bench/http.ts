import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfiguration, startProduct } from '@tokenholic/server';
import autocannon from 'autocannon';
import Fastify from 'fastify';

// Reading a map over HTTP with 50 connections, beside a bare Fastify that answers one select from the same pool.

const YUNXIU = '01990000-0000-7000-8000-000000000001';
const out = (text: string) => process.stdout.write(`${text}\n`);

interface Measured {
  p95: number;
  rate: number;
  failed: number;
}

async function measure(url: string): Promise<Measured> {
  const result = await autocannon({ url, connections: 50, duration: 8, workers: 1 });
  // autocannon has no 95th percentile: the 97.5th stands in for it and is never kinder.
  return { p95: result.latency.p97_5, rate: result.requests.average, failed: result.non2xx + result.errors };
}

const folder = mkdtempSync(join(tmpdir(), 'tokenholic-bench-'));
const url = process.env.BENCH_DATABASE_URL;
const configuration = readConfiguration(
  {
    PORT: '0',
    TOKENHOLIC_DATA: folder,
    TOKENHOLIC_LOG_LEVEL: 'silent',
    ...(url === undefined ? {} : { DATABASE_URL: url }),
  },
  folder,
);
const { address, product, stop } = await startProduct(configuration);
for (let tries = 0; tries < 300; tries += 1) {
  if ((await fetch(`${address}/api/clients/${YUNXIU}/map`)).ok) break;
  await new Promise((resolve) => setTimeout(resolve, 100));
}
await new Promise((resolve) => setTimeout(resolve, 3_000));

const bare = Fastify();
bare.get('/', async () => (await product.kit.database.pool.query('select 1 as one')).rows);
await bare.listen({ port: 0, host: '127.0.0.1' });
const bound = bare.server.address();
const baseline = await measure(
  `http://127.0.0.1:${typeof bound === 'object' && bound !== null ? bound.port : 0}/`,
);
const map = await measure(`${address}/api/clients/${YUNXIU}/map`);
const memory = Math.round(process.memoryUsage.rss() / 1e6);
out(
  `http (${product.kit.database.kind}): map p97.5 ${map.p95} ms at ${map.rate.toFixed(0)}/s, ${map.failed} failed; bare p97.5 ${baseline.p95} ms at ${baseline.rate.toFixed(0)}/s; ratio ${(map.rate / baseline.rate).toFixed(2)}; memory ${memory} MB with the load generator`,
);
await bare.close();
await stop();
rmSync(folder, { recursive: true, force: true });
process.exit(0);
