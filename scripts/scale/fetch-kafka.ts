import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { kafkaFolder } from '../../packages/kit/src/testing/binaries.ts';

// Copies the jars of Apache Kafka's broker from Maven Central, 43 MB, once. Needs Maven and Java 17.

if (!existsSync(kafkaFolder)) {
  const copy = ['-q', '-B', 'dependency:copy-dependencies', '-DincludeScope=runtime'];
  const project = join(import.meta.dirname, '../../deploy/kafka/pom.xml');
  const options = ['-f', project, ...copy, `-DoutputDirectory=${kafkaFolder}`];
  const { status } = spawnSync('mvn', options, { stdio: 'inherit' });
  if (status !== 0) process.exit(1);
}
process.stdout.write(`${kafkaFolder}\n`);
