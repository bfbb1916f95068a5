import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import neo4j, { Neo4jError } from 'neo4j-driver';
import { neo4jLibraries } from './binaries.ts';
import { freePort, listening, type TestServer } from './servers.ts';

export { neo4jLibraries } from './binaries.ts';

/** Neo4j reaches into these parts of Java, which are closed unless they are named. */
const OPENED = ['java.nio', 'java.lang', 'sun.nio.ch'].map(
  (name) => `--add-opens=java.base/${name}=ALL-UNNAMED`,
);

/** Gives a new server its password, which only its first user may do; on one that has it already nothing changes. */
export async function setNeo4jPassword(url: string, password: string): Promise<void> {
  const driver = neo4j.driver(url, neo4j.auth.basic('neo4j', 'neo4j'));
  const change = 'ALTER CURRENT USER SET PASSWORD FROM "neo4j" TO $password';
  await driver.executeQuery(change, { password }, { database: 'system' }).catch((error: unknown) => {
    if (!(error instanceof Neo4jError && error.code === 'Neo.ClientError.Security.Unauthorized')) throw error;
  });
  await driver.close();
}

/** Neo4j Community on a spare port in a folder of its own that goes with it, or where it is told. Its first password is `neo4j`. */
export async function startNeo4j(chosenPort?: number, keptFolder?: string): Promise<TestServer> {
  if (neo4jLibraries === null) throw new Error('No jars of Neo4j or no Java on this machine');
  const port = chosenPort ?? (await freePort());
  const folder = keptFolder ?? mkdtempSync(join(tmpdir(), 'tokenholic-neo4j-'));
  mkdirSync(folder, { recursive: true });
  const java = ['-Xmx512m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', ...OPENED];
  const classes = ['-cp', [neo4jLibraries, join(neo4jLibraries, '*')].join(delimiter)];
  const child = spawn('java', [...java, ...classes, 'CommunityServer', folder, String(port)], {
    stdio: 'ignore',
  });
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await listening(port, child);
  return {
    url: `bolt://127.0.0.1:${port}`,
    port,
    process: child,
    stop: async () => {
      child.kill('SIGTERM');
      await exited;
      if (keptFolder === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}
