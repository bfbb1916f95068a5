import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  kafkaLibraries,
  minioBinary,
  neo4jLibraries,
  redisBinary,
} from '../../packages/kit/src/testing/binaries.ts';
import { startKafka } from '../../packages/kit/src/testing/kafka-server.ts';
import { setNeo4jPassword, startNeo4j } from '../../packages/kit/src/testing/neo4j-server.ts';
import { startMinio, startRedis, type TestServer } from '../../packages/kit/src/testing/servers.ts';
import { PROCESSES, sharedEnvironment } from './plan.ts';
import { startPostgres } from './postgres.ts';
import { startProcess } from './process.ts';

// `npm run scale:up`: PostgreSQL, Redis, Kafka, Neo4j and MinIO of this machine, and the product as six processes on them. Ctrl+C ends
// everything; what was saved is there the next time.

const out = (text: string) => process.stdout.write(`${text}\n`);
const base = Number(process.env.PORT ?? 3_000);
const folder = process.env.TOKENHOLIC_DATA ?? join(import.meta.dirname, '../../.tokenholic/scale');

/** A key or password that only this machine knows: made once, kept beside its data. */
function secret(name: string): string {
  const path = join(folder, name);
  if (!existsSync(path)) writeFileSync(path, randomBytes(32).toString('base64'), { mode: 0o600 });
  return readFileSync(path, 'utf8');
}

mkdirSync(folder, { recursive: true });
const postgres = startPostgres(join(folder, 'postgres'), base + 50);
const servers: TestServer[] = [];
const redis = redisBinary === null ? null : await startRedis(base + 51);
if (redis !== null) servers.push(redis);
const minio = minioBinary === null ? null : await startMinio(base + 52, join(folder, 'files'));
if (minio !== null) servers.push(minio);
const kafka = kafkaLibraries === null ? null : await startKafka(base + 53, join(folder, 'kafka'));
if (kafka !== null) servers.push(kafka);
const neo4j = neo4jLibraries === null ? null : await startNeo4j(base + 54, join(folder, 'neo4j'));
if (neo4j !== null) servers.push(neo4j);
const graphPassword = secret('neo4j.password');
if (neo4j !== null) await setNeo4jPassword(neo4j.url, graphPassword);
const shared = {
  TOKENHOLIC_DATA: folder,
  TOKENHOLIC_LOG_LEVEL: process.env.TOKENHOLIC_LOG_LEVEL ?? 'warn',
  ...sharedEnvironment({
    databaseUrl: postgres.url,
    redisUrl: redis?.url ?? null,
    kafka: kafka?.url ?? null,
    neo4j: neo4j === null ? null : { url: neo4j.url, password: graphPassword },
    s3:
      minio === null
        ? null
        : { endpoint: minio.url, bucket: minio.settings.bucket, ...minio.settings.credentials },
    secretKey: secret('secret.key'),
  }),
};
const processes = PROCESSES.map((plan, index) => startProcess(plan, base + index, shared, 'inherit'));

let ending = false;
async function end(): Promise<void> {
  if (ending) return;
  ending = true;
  await Promise.all(processes.map((one) => one.end()));
  await Promise.all(servers.map((server) => server.stop()));
  postgres.stop();
  process.exit(0);
}
process.on('SIGINT', end);
process.on('SIGTERM', end);

try {
  await Promise.all(processes.map((one) => one.ready()));
  for (const { plan, address } of processes)
    out(`  ${plan.name.padEnd(16)} ${address}   ${plan.role} ${plan.services}`);
  out(`  PostgreSQL       ${postgres.url}`);
  out(`  Redis            ${redis?.url ?? 'none: no redis-server on the path'}`);
  out(`  Kafka            ${kafka?.url ?? 'none: no jars (node scripts/scale/fetch-kafka.ts)'}`);
  out(`  Neo4j            ${neo4j?.url ?? 'none: no jars (node scripts/scale/fetch-neo4j.ts)'}`);
  out(`  files            ${minio?.url ?? 'in the data folder: no minio on the path (MINIO_BINARY)'}`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  await end();
}
