import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

// Servers that tests start when this machine has them; null otherwise.

/** Where a command is; null when this machine has none. */
export function onPath(name: string): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path)) ?? null;
}

export const redisBinary = onPath('redis-server');
/** MinIO, when it is on the path or named by MINIO_BINARY. */
export const minioBinary = process.env.MINIO_BINARY ?? onPath('minio');

/**
 * Chromium without a desk: CHROMIUM_PATH, or the first there is. The shell draws no windows, tabs and buttons of its own
 * around each page, which costs more than half of the time that Chromium itself takes.
 */
export const chromiumBinary =
  process.env.CHROMIUM_PATH ?? onPath('chromium-headless-shell') ?? onPath('chromium');

const toolsFolder = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'tokenholic-tools');
/** Where scripts/scale/fetch-kafka.ts puts the jars of Kafka's broker unless told otherwise. */
export const kafkaFolder = process.env.KAFKA_LIBRARIES ?? join(toolsFolder, 'kafka');
/** The jars of Kafka's broker; null without them or without Java. */
export const kafkaLibraries = existsSync(kafkaFolder) && onPath('java') !== null ? kafkaFolder : null;

/** Where scripts/scale/fetch-neo4j.ts puts Neo4j Community unless told otherwise. */
export const neo4jFolder = process.env.NEO4J_LIBRARIES ?? join(toolsFolder, 'neo4j');
/** The jars of Neo4j Community with what starts them; null without them or without Java. */
export const neo4jLibraries = existsSync(neo4jFolder) && onPath('java') !== null ? neo4jFolder : null;
