import { type EventPayload, type EventType, eventRegistry, type Topic } from '@tokenholic/contracts';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import type { PoolClient } from 'pg';
import { uuidv7 } from 'uuidv7';
import type { z } from 'zod';
import type { SealedTable } from '../encryption/sealed-columns.ts';
import type { Vault } from '../encryption/vault.ts';
import { openPayload, sealPayload } from '../events/personal-events.ts';
import { noteInSpan } from '../telemetry/spans.ts';
import { currentTrace } from '../telemetry/trace.ts';
import { takeClaim } from './request-claims.ts';

export interface AuditEntry {
  action: string;
  subject: string;
  before?: unknown;
  after?: unknown;
  reason?: string;
}

/** A transaction inside the tenancy gate. State, event, job and audit entry commit together or not at all. */
export interface TenantTransaction {
  readonly organizationIds: readonly string[];
  readonly db: NodePgDatabase;
  /** True once something was published or requested: listeners are woken after the commit. */
  readonly announces: boolean;
  readonly requestsJobs: boolean;
  publish<N extends EventType>(organizationId: string, type: N, payload: EventPayload<N>): Promise<void>;
  requestJob(organizationId: string, queue: string, data: Record<string, unknown>): Promise<void>;
  audit(organizationId: string, entry: AuditEntry): Promise<void>;
  /** A row, or a part of one, with its sealed columns sealed with the organisation's key. */
  seal<R extends object>(table: SealedTable, organizationId: string, row: R): Promise<R>;
  /** Rows with their sealed columns in plain text. */
  open<R extends { organizationId: string }>(table: SealedTable, rows: readonly R[]): Promise<R[]>;
  /** What to compare with the index of a sealed column to find a whole text. */
  lookUp(table: SealedTable, property: string, organizationId: string, text: string): Promise<string>;
  /** The same for an index that is kept across organisations. */
  lookUpAcross(table: SealedTable, property: string, text: string): Promise<string>;
  /** A stored event's payload as it was published. */
  openEvent(
    organizationId: string,
    stored: { payload: unknown; personal?: string | null | undefined },
  ): Promise<unknown>;
  /** False when this consumer has handled the event before: then there is nothing to do. */
  enterInbox(consumer: string, eventId: string, organizationId: string): Promise<boolean>;
}

interface EventDefinition {
  topic: Topic;
  version: number;
  schema: z.ZodType;
}

const definitions = new Map<string, EventDefinition>();
for (const [topic, types] of Object.entries(eventRegistry) as [
  Topic,
  Record<string, Record<string, z.ZodType>>,
][]) {
  for (const [type, versions] of Object.entries(types)) {
    const version = Math.max(...Object.keys(versions).map(Number));
    const schema = versions[String(version)];
    if (schema !== undefined) definitions.set(type, { topic, version, schema });
  }
}

/** Topic, latest version and schema of an event type. */
export function eventDefinition(type: string): EventDefinition {
  const definition = definitions.get(type);
  if (definition === undefined) throw new Error(`No event type ${type} in the registry`);
  return definition;
}

export function createTransaction(
  db: NodePgDatabase,
  client: PoolClient,
  organizationIds: readonly string[],
  vaultOf: () => Vault,
): TenantTransaction {
  let announces = false;
  let requestsJobs = false;
  const announce = async () => {
    if (!announces) await takeClaim(client, organizationIds);
    announces = true;
  };
  const transaction: TenantTransaction = {
    db,
    organizationIds,
    get announces() {
      return announces;
    },
    get requestsJobs() {
      return requestsJobs;
    },
    publish: async (organizationId, type, payload) => {
      const { topic, version, schema } = eventDefinition(type);
      const trace = currentTrace();
      noteInSpan(`publish ${type}`);
      await announce();
      const { keys } = vaultOf();
      const stored = await sealPayload(keys, transaction, organizationId, type, schema.parse(payload));
      await client.query(
        'insert into kit.events (id, organization_id, topic, type, version, actor, trace_id, payload, personal, personal_fields) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)',
        [
          uuidv7(),
          organizationId,
          topic,
          type,
          version,
          trace.actor,
          trace.traceId,
          JSON.stringify(stored.payload),
          stored.personal,
          stored.fields,
        ],
      );
    },
    requestJob: async (organizationId, queue, data) => {
      const { traceId, actor } = currentTrace();
      await announce();
      requestsJobs = true;
      await client.query(
        'insert into kit.job_requests (id, organization_id, queue, data) values ($1, $2, $3, $4)',
        [
          uuidv7(),
          organizationId,
          queue,
          JSON.stringify({ ...data, organizationId, trace: { traceId, actor } }),
        ],
      );
    },
    audit: async (organizationId, entry) => {
      const trace = currentTrace();
      await client.query(
        'insert into kit.audit_entries (id, organization_id, actor, action, subject, before, after, reason, trace_id) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)',
        [
          ...[uuidv7(), organizationId, trace.actor, entry.action, entry.subject],
          entry.before === undefined ? null : JSON.stringify(entry.before),
          entry.after === undefined ? null : JSON.stringify(entry.after),
          entry.reason ?? null,
          trace.traceId,
        ],
      );
    },
    enterInbox: async (consumer, eventId, organizationId) => {
      const result = await client.query(
        'insert into kit.inbox (consumer, event_id, organization_id) values ($1, $2, $3) on conflict do nothing',
        [consumer, eventId, organizationId],
      );
      return result.rowCount === 1;
    },
    seal: (table, organizationId, row) => vaultOf().seal(transaction, table, organizationId, row),
    open: (table, rows) => vaultOf().open(transaction, table, rows),
    lookUp: (table, property, organizationId, text) =>
      vaultOf().lookUp(transaction, table, property, organizationId, text),
    lookUpAcross: (table, property, text) => vaultOf().lookUpAcross(table, property, text),
    openEvent: (organizationId, stored) => openPayload(vaultOf().keys, transaction, organizationId, stored),
  };
  return transaction;
}
