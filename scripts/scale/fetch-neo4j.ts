import { spawnSync } from 'node:child_process';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { neo4jFolder } from '../../packages/kit/src/testing/binaries.ts';

// Copies the jars of Neo4j Community from Maven Central, 116 MB, once, and compiles what starts them. Needs Maven and a
// JDK 17.

/** Runs a command; ends this one when it fails. */
function run(command: string, options: readonly string[]): void {
  const { status } = spawnSync(command, options, { stdio: 'inherit' });
  if (status !== 0) process.exit(1);
}

if (!existsSync(neo4jFolder)) {
  const source = join(import.meta.dirname, '../../deploy/neo4j');
  // Made beside its place and moved there whole: half of the jars would look like all of them.
  const making = `${neo4jFolder}.making`;
  rmSync(making, { recursive: true, force: true });
  const copy = ['-q', '-B', 'dependency:copy-dependencies', '-DincludeScope=runtime'];
  run('mvn', ['-f', join(source, 'pom.xml'), ...copy, `-DoutputDirectory=${making}`]);
  run('javac', ['-cp', join(making, '*'), '-d', making, join(source, 'CommunityServer.java')]);
  renameSync(making, neo4jFolder);
}
process.stdout.write(`${neo4jFolder}\n`);
