import { entityKindSchema, relationKindSchema } from '@tokenholic/contracts';
import { AppError } from '@tokenholic/kit';
import neo4j, { type Driver, type ManagedTransaction, type QueryResult } from 'neo4j-driver';
import { z } from 'zod';
import type { GraphStore, StoredReading } from './graph-store.ts';
import { SCHEMA, STATEMENTS, type Statement } from './neo4j-statements.ts';

export interface Neo4jSettings {
  /** `neo4j://localhost:7687`; `neo4j+s://` and `bolt+s://` encrypt. */
  url: string;
  user: string;
  password: string;
  /** Null: the server's own choice. */
  database: string | null;
}

export interface Neo4jGraph extends GraphStore {
  close(): Promise<void>;
}

const TIMEOUT_MILLISECONDS = 10_000;
/** A server that is away is asked again for so long: a person waits for the answer. */
const RETRY_MILLISECONDS = 2_000;
/** Passages or things taken out in one transaction: Neo4j keeps all that a transaction changes in memory. */
const BATCH = 1_000;

const entitySchema = z
  .object({ key: z.string(), kind: entityKindSchema, zh: z.string(), en: z.string(), passages: z.number() })
  .transform(({ zh, en, ...entity }) => ({ ...entity, name: { zh, en } }));
const relationSchema = z.object({
  ...{ collectionId: z.string(), number: z.number(), subject: z.string(), relation: relationKindSchema },
  ...{ object: z.string(), quote: z.string(), confidence: z.number() },
  ...{ via: z.enum(['rules', 'model']), model: z.string().nullable() },
});
const numberSchema = z.object({ number: z.number() });
const keySchema = z.object({ key: z.string() });

type Run = (statement: Statement, parameters: Record<string, unknown>) => Promise<QueryResult>;

/** The graph in Neo4j over Bolt: passages, things, and between them what is spoken of and what is said. */
export function createNeo4jGraph(settings: Neo4jSettings): Neo4jGraph {
  const { url, user, password, database } = settings;
  const driver = neo4j.driver(url, neo4j.auth.basic(user, password), {
    disableLosslessIntegers: true,
    connectionTimeout: TIMEOUT_MILLISECONDS,
    connectionAcquisitionTimeout: TIMEOUT_MILLISECONDS,
    maxTransactionRetryTime: RETRY_MILLISECONDS,
  });
  const where = database === null ? {} : { database };
  const prepare = preparation(driver, where);
  const inTransaction = async <T>(mode: 'read' | 'write', work: (run: Run) => Promise<T>): Promise<T> => {
    try {
      await prepare();
      const session = driver.session(where);
      const all = (tx: ManagedTransaction) =>
        work((name, parameters) => tx.run(STATEMENTS[name], parameters));
      const limits = { timeout: TIMEOUT_MILLISECONDS };
      try {
        return await (mode === 'read' ? session.executeRead(all, limits) : session.executeWrite(all, limits));
      } finally {
        await session.close();
      }
    } catch (cause) {
      throw unavailable(cause);
    }
  };
  const rowsOf = async <T>(
    schema: z.ZodType<T>,
    statement: Statement,
    parameters: Record<string, unknown>,
  ): Promise<T[]> => {
    const { records } = await inTransaction('read', (run) => run(statement, parameters));
    return records.map((record) => schema.parse(record.toObject()));
  };
  const erase = async (organizationId: string): Promise<number> => {
    let erased = 0;
    for (const statement of ['erasePassages', 'eraseEntities'] as const)
      for (let again = true; again; ) {
        const { summary } = await inTransaction('write', (run) =>
          run(statement, { organizationId, limit: BATCH }),
        );
        const { nodesDeleted, relationshipsDeleted } = summary.counters.updates();
        erased += relationshipsDeleted;
        again = nodesDeleted === BATCH;
      }
    return erased;
  };
  return {
    kind: 'neo4j',
    put: (organizationId, collectionId, readings) =>
      inTransaction('write', async (run) => {
        const place = { organizationId, collectionId };
        const numbers = readings.map(({ number }) => number);
        const keys = await drop(run, { ...place, numbers });
        await run('putMentions', { ...place, mentions: mentionsOf(readings) });
        await run('putRelations', { ...place, relations: relationsIn(readings) });
        await run('dropUnspoken', { organizationId, keys });
      }),
    find: (organizationIds, text, limit) =>
      rowsOf(entitySchema, 'find', { organizationIds, text: text.toLowerCase(), limit }),
    read: (organizationIds, keys) =>
      rowsOf(entitySchema, 'read', { organizationIds, keys, limit: keys.length }),
    relationsOf: (organizationIds, keys, limit) =>
      rowsOf(relationSchema, 'relationsOf', { organizationIds, keys, limit }),
    forget: async (organizationId, collectionId, numbers) => {
      const place = { organizationId, collectionId };
      const some = async (): Promise<number[]> =>
        (await rowsOf(numberSchema, 'somePassages', { ...place, limit: BATCH })).map(({ number }) => number);
      const these = numbers === undefined ? null : [...numbers];
      const next = async () => (these === null ? some() : these.splice(0, BATCH));
      for (let gone = await next(); gone.length > 0; gone = await next())
        await inTransaction('write', async (run) => {
          const keys = await drop(run, { ...place, numbers: gone });
          await run('dropUnspoken', { organizationId, keys });
        });
    },
    erase,
    close: () => driver.close(),
  };
}

/** Makes constraints and indexes before the first use; a server that is not there yet is asked again at the next. */
function preparation(driver: Driver, where: { database?: string }): () => Promise<void> {
  let prepared: Promise<void> | null = null;
  const make = async () => {
    for (const statement of SCHEMA) await driver.executeQuery(statement, {}, where);
  };
  return () => {
    prepared ??= make().catch((error) => {
      prepared = null;
      throw error;
    });
    return prepared;
  };
}

/** Takes passages out with all they say; the answer is the things they spoke of. */
async function drop(
  run: Run,
  place: { organizationId: string; collectionId: string; numbers: readonly number[] },
): Promise<string[]> {
  const keys = new Set<string>();
  for (const statement of ['dropRelations', 'dropPassages'] as const) {
    const { records } = await run(statement, place);
    for (const record of records) keys.add(keySchema.parse(record.toObject()).key);
  }
  return [...keys];
}

const mentionsOf = (readings: readonly StoredReading[]) =>
  readings.flatMap(({ number, entities }) =>
    entities.map(({ key, kind, name }) => ({ number, key, kind, zh: name.zh, en: name.en })),
  );

const relationsIn = (readings: readonly StoredReading[]) =>
  readings.flatMap(({ number, relations }) => relations.map((relation) => ({ number, ...relation })));

function unavailable(cause: unknown): AppError {
  return new AppError({
    ...{ kind: 'unavailable', code: 'knowledge.graph_unavailable', cause },
    message: {
      zh: '图数据库没有响应，关系图暂时看不了；检索和回答不受影响。',
      en: 'The graph store does not answer, so the graph cannot be shown for the moment. Search and answers work as ever.',
    },
  });
}
