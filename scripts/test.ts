import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import {
  chromiumBinary,
  kafkaLibraries,
  minioBinary,
  neo4jLibraries,
  onPath,
  redisBinary,
} from '../packages/kit/src/testing/binaries.ts';

// Runs every test this machine can run, says what it leaves out and why, and closes with one line of counts.

const reportSchema = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
});

const out = (text: string) => process.stdout.write(`${text}\n`);
const folder = mkdtempSync(join(tmpdir(), 'tokenholic-tests-'));
const report = join(folder, 'report.json');

const leftOut = [
  chromiumBinary === null
    ? 'browser tests: no chromium-headless-shell and no chromium on the path (set CHROMIUM_PATH)'
    : null,
  process.env.TEST_DATABASE_URL === undefined ? 'PostgreSQL tests: TEST_DATABASE_URL is not set' : null,
  redisBinary === null ? 'Redis tests: no redis-server on the path' : null,
  kafkaLibraries === null
    ? 'Kafka tests: no Java or no jars of Kafka (node scripts/scale/fetch-kafka.ts, KAFKA_LIBRARIES)'
    : null,
  neo4jLibraries === null
    ? 'Neo4j tests: no Java or no jars of Neo4j (node scripts/scale/fetch-neo4j.ts, NEO4J_LIBRARIES)'
    : null,
  process.env.PROMTOOL === undefined && onPath('promtool') === null
    ? 'check of the alert rules: no promtool on the path (set PROMTOOL)'
    : null,
  minioBinary === null ? 'S3 tests: no minio on the path (set MINIO_BINARY)' : null,
].filter((reason) => reason !== null);

const vitest = join(import.meta.dirname, '../node_modules/vitest/vitest.mjs');
const args = [
  vitest,
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${report}`,
  ...process.argv.slice(2),
];
const child = spawn(process.execPath, args, {
  stdio: 'inherit',
  // What is made once for all test files lies here.
  env: { ...process.env, TOKENHOLIC_TEST_RUN: folder },
});
child.on('close', (code) => {
  for (const reason of leftOut) out(`left out: ${reason}`);
  if (existsSync(report)) {
    const { numPassedTests, numFailedTests, numPendingTests } = reportSchema.parse(
      JSON.parse(readFileSync(report, 'utf8')),
    );
    out(`${numPassedTests} passed, ${numFailedTests} failed, ${numPendingTests} skipped`);
  }
  rmSync(folder, { recursive: true, force: true });
  process.exit(code ?? 1);
});
