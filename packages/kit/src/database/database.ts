import type { EventEnvelope } from '@tokenholic/contracts';
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import { Pool, type PoolClient } from 'pg';
import type { Vault } from '../encryption/vault.ts';
import { openEnvelope } from '../events/personal-events.ts';
import { ASK_DEPARTED } from '../placement/departures.ts';
import { readWhenThere } from '../placement/on-the-way.ts';
import { organizationMoves } from '../placement/passage.ts';
import { type EmbeddedOptions, openEmbedded } from './embedded.ts';
import { type MigrationSet, migrate } from './migrations.ts';
import {
  inSystemTransaction,
  inTenantTransaction,
  inTransaction,
  organizationArray,
  refuseIfDeparted,
  tenantSettings,
} from './opening.ts';
import { type PreparedRead, prepareInOneTrip, readInOneTrip } from './read-in-one-trip.ts';
import { createTransaction, type TenantTransaction } from './transaction.ts';
import { withClient } from './with-client.ts';

/** What the system role may use: the log, cursors, jobs, and the sign-in lookup. */
export interface SystemTransaction {
  db: NodePgDatabase;
  client: PoolClient;
  /** An event as its readers get it, what is personal in plain text. */
  openEvent(envelope: EventEnvelope): Promise<EventEnvelope>;
}

/** From here on the transaction sees and writes rows of these organisations only. */
export type EnterTenants = (...organizationIds: string[]) => Promise<TenantTransaction>;

/** What a commit brought: events, jobs or both. */
export interface CommitNews {
  jobs: boolean;
}

/** The only way to data: every read and write goes through one of the two gates. */
export interface Database {
  readonly kind: 'embedded' | 'postgres';
  /** One transaction that sees and writes rows of these organisations only. No network or model call inside. */
  withTenant<T>(organizationIds: readonly string[], work: (tx: TenantTransaction) => Promise<T>): Promise<T>;
  /** One read of these organisations: one statement, which costs a single trip to the server. */
  readTenant<T>(organizationIds: readonly string[], read: (db: NodePgDatabase) => Promise<T>): Promise<T>;
  /**
   * A read of one statement that is asked often: `build` prepares it by a name of its own, with placeholders for the values
   * that each asking gives. It is built once for each connection instead of once for each request.
   */
  prepareRead<R>(
    build: (db: NodePgDatabase) => PreparedRead<R>,
  ): (organizationIds: readonly string[], values: Record<string, unknown>) => Promise<R>;
  /** One transaction as the system role. */
  withSystem<T>(work: (tx: SystemTransaction) => Promise<T>): Promise<T>;
  /** One statement without parameters as the system role, in a single trip. */
  readSystem<R>(statement: string): Promise<R[]>;
  /**
   * One transaction as the system role that enters organisations one after the other: for consumers of events. `relaxed`:
   * its commit does not wait for the disk. A crash may undo it, and never without all that was committed after it: right
   * where the work is found undone and done again, and nobody was told that it is done.
   */
  withEachTenant<T>(
    work: (system: SystemTransaction, enter: EnterTenants) => Promise<T>,
    options?: { relaxed: boolean },
  ): Promise<T>;
  /** The vault that seals what transactions write of people; given once, before the first of them. */
  sealWith(vault: Vault): void;
  /** Called after a commit that published events or requested jobs. */
  onCommit(listener: (news: CommitNews) => void): void;
  /** For libraries that bring their own tables (pg-boss). Not for services. */
  readonly pool: Pool;
  close(): Promise<void>;
}

export interface DatabaseOptions extends EmbeddedOptions {
  /** PostgreSQL to connect to; absent: the embedded one in `folder`. */
  url?: string;
  migrations: readonly MigrationSet[];
  poolSize?: number;
}

/** Opens the database, migrated and behind the tenancy gate. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  if (options.url !== undefined) {
    const pool = new Pool({ connectionString: options.url, max: options.poolSize ?? 20, keepAlive: true });
    // A connection that breaks while nobody uses it is replaced at the next use; unheard, it would end the process.
    pool.on('error', () => {});
    await migrate(pool, options.migrations);
    return gate('postgres', pool, () => pool.end());
  }
  const embedded = await openEmbedded(options);
  await migrate(embedded.pool, options.migrations);
  return gate('embedded', embedded.pool, () => embedded.close());
}

function gate(kind: Database['kind'], pool: Pool, close: () => Promise<void>): Database {
  const listeners: ((news: CommitNews) => void)[] = [];
  const tell = (transactions: readonly TenantTransaction[]) => {
    if (!transactions.some(({ announces }) => announces)) return;
    const news = { jobs: transactions.some(({ requestsJobs }) => requestsJobs) };
    for (const listener of listeners) listener(news);
  };
  let given: Vault | null = null;
  const vaultOf = () => {
    if (given === null) throw new Error('The database was given no vault');
    return given;
  };
  const system = (client: PoolClient): SystemTransaction => {
    const db = drizzle(client);
    return { db, client, openEvent: (envelope) => openEnvelope(vaultOf().keys, { db }, envelope) };
  };
  return {
    kind,
    pool,
    close,
    sealWith: (vault) => {
      given = vault;
    },
    onCommit: (listener) => void listeners.push(listener),
    withTenant: async (organizationIds, work) => {
      let transaction: TenantTransaction | undefined;
      const result = await inTenantTransaction(kind, pool, organizationIds, (client) => {
        transaction = createTransaction(drizzle(client), client, organizationIds, vaultOf);
        return work(transaction);
      });
      if (transaction !== undefined) tell([transaction]);
      return result;
    },
    readTenant: async (organizationIds, read) => {
      if (kind === 'postgres')
        return readWhenThere(pool, () => readInOneTrip(pool, organizationArray(organizationIds), read));
      const settings = tenantSettings(organizationIds);
      return inTransaction(pool, `begin; ${settings.join('; ')}`, (client) => read(drizzle(client)));
    },
    prepareRead: (build) => {
      if (kind === 'embedded')
        return async (organizationIds, values) =>
          inTransaction(pool, `begin; ${tenantSettings(organizationIds).join('; ')}`, (client) =>
            build(drizzle(client)).execute(values),
          );
      const ask = prepareInOneTrip(pool, build);
      return async (organizationIds, values) =>
        readWhenThere(pool, () => ask(organizationArray(organizationIds), values));
    },
    withEachTenant: async (work, { relaxed } = { relaxed: false }) => {
      const entered: TenantTransaction[] = [];
      const begin = `begin; ${relaxed ? 'set local synchronous_commit = off; ' : ''}set local role app_system`;
      const result = await inSystemTransaction(kind, pool, begin, (client, mayEnter) =>
        work(system(client), async (...organizationIds) => {
          // The batch that meets an organisation on the move is handled one by one, and waits there.
          if (!(await mayEnter(organizationIds))) throw organizationMoves();
          const settings = tenantSettings(organizationIds).join('; ');
          if (kind === 'embedded') await client.query(settings);
          else refuseIfDeparted(await client.query(`${settings}; ${ASK_DEPARTED}`));
          const transaction = createTransaction(drizzle(client), client, organizationIds, vaultOf);
          entered.push(transaction);
          return transaction;
        }),
      );
      tell(entered);
      return result;
    },
    readSystem: (statement) =>
      withClient(pool, async (client) => {
        const results = await client.query(`begin; set local role app_system; ${statement}; commit`);
        // One result for each command, in order.
        return Object(results)[2].rows;
      }),
    withSystem: (work) =>
      inTransaction(pool, 'begin; set local role app_system', (client) => work(system(client))),
  };
}
