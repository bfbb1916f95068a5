import type { EventType, TypedEvent } from '@tokenholic/contracts';
import type { MigrationSet } from '../database/migrations.ts';
import type { TenantTransaction } from '../database/transaction.ts';
import type { SealedTable } from '../encryption/sealed-columns.ts';
import type { ServiceRoutes } from '../http/server.ts';
import type { JobHandler } from '../jobs/jobs.ts';
import type { Kit } from './kit.ts';

/** What a service does on one event. Runs in one transaction with the inbox entry: idempotent by construction. */
export type Reaction<N extends EventType> = (tx: TenantTransaction, event: TypedEvent<N>) => Promise<void>;

export type Reactions = { [N in EventType]?: Reaction<N> };

/**
 * What a service does on several events at once, of several organisations: the same as its reactions one after the other,
 * with fewer statements. The transaction sees all these organisations, so that every statement names the one it means.
 */
export type ReactionToMany = (
  tx: TenantTransaction,
  events: readonly TypedEvent<EventType>[],
) => Promise<void>;

/** The door of a service: everything others may know about it. */
export interface Service {
  name: string;
  /** Its own PostgreSQL schema and the SQL that makes it. */
  migrations: MigrationSet;
  /** Columns of its tables that hold personal data; what is plain in them is sealed in the background. */
  sealed?: readonly SealedTable[];
  publishes: readonly EventType[];
  /** Reactions by event type; the consumer's name is the service's name. */
  consumes: Reactions;
  /** The same for many events at once. */
  consumesTogether?: ReactionToMany;
  routes: ServiceRoutes;
  jobs: Readonly<Record<string, JobHandler>>;
  /** Names of the AI tasks it asks. */
  tasks: readonly string[];
  /** Runs once after the database is open and before requests come in. */
  start?: () => Promise<void>;
  stop?: () => Promise<void>;
}

export type ServiceFactory = (kit: Kit) => Service;

/** Declares a service. The kit is handed in, so that a test can host one service alone. */
export function defineService(factory: ServiceFactory): ServiceFactory {
  return factory;
}
