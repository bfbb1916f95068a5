import type { RunnableConfig } from '@langchain/core/runnables';
import {
  BaseCheckpointSaver,
  type Checkpoint,
  type CheckpointListOptions,
  type CheckpointMetadata,
  type CheckpointTuple,
  copyCheckpoint,
  type PendingWrite,
  WRITES_IDX_MAP,
} from '@langchain/langgraph-checkpoint';
import type { Database } from '@tokenholic/kit';
import { and, asc, desc, eq, lt, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import { forgetThread } from './forget-thread.ts';
import { checkpoints, checkpointWrites } from './tables.ts';

const placeSchema = z.object({
  thread_id: z.string(),
  checkpoint_ns: z.string().default(''),
  checkpoint_id: z.string().optional(),
});

/** The parent is kept because LangGraph may look one step back; older ones are never asked for. */
const KEPT = 2;

/**
 * LangGraph's checkpoints as rows of one organisation, behind the tenancy gate. Only the newest two per thread stay: state
 * grows with each step, and a run goes on from its last step only.
 */
export class SqlCheckpointer extends BaseCheckpointSaver {
  readonly #database: Database;
  readonly #organizationId: string;

  constructor(database: Database, organizationId: string) {
    super();
    this.#database = database;
    this.#organizationId = organizationId;
  }

  async getTuple(config: RunnableConfig): Promise<CheckpointTuple | undefined> {
    for await (const tuple of this.list(config, { limit: 1 })) return tuple;
    return undefined;
  }

  async *list(config: RunnableConfig, options: CheckpointListOptions = {}): AsyncGenerator<CheckpointTuple> {
    const { thread_id: threadId, checkpoint_ns: namespace, checkpoint_id: id } = placeOf(config);
    const before = options.before === undefined ? undefined : placeOf(options.before).checkpoint_id;
    const where: (SQL | undefined)[] = [
      eq(checkpoints.organizationId, this.#organizationId),
      eq(checkpoints.threadId, threadId),
      eq(checkpoints.namespace, namespace),
      id === undefined ? undefined : eq(checkpoints.checkpointId, id),
      before === undefined ? undefined : lt(checkpoints.checkpointId, before),
    ];
    const { rows, writes } = await this.#database.withTenant([this.#organizationId], async ({ db }) => ({
      rows: await db
        .select()
        .from(checkpoints)
        .where(and(...where))
        .orderBy(desc(checkpoints.checkpointId))
        .limit(options.limit ?? KEPT),
      writes: await db
        .select()
        .from(checkpointWrites)
        .where(
          and(
            eq(checkpointWrites.organizationId, this.#organizationId),
            eq(checkpointWrites.threadId, threadId),
            eq(checkpointWrites.namespace, namespace),
          ),
        )
        .orderBy(asc(checkpointWrites.taskId), asc(checkpointWrites.position)),
    }));
    for (const row of rows) {
      const place = { thread_id: threadId, checkpoint_ns: namespace };
      const pending = writes.filter((write) => write.checkpointId === row.checkpointId);
      yield {
        config: { configurable: { ...place, checkpoint_id: row.checkpointId } },
        checkpoint: await this.#read<Checkpoint>(row.checkpoint),
        metadata: await this.#read<CheckpointMetadata>(row.metadata),
        pendingWrites: await Promise.all(
          pending.map(async (write): Promise<[string, string, unknown]> => {
            return [write.taskId, write.channel, await this.#read<unknown>(write.value)];
          }),
        ),
        ...(row.parentId === null
          ? {}
          : { parentConfig: { configurable: { ...place, checkpoint_id: row.parentId } } }),
      };
    }
  }

  async put(
    config: RunnableConfig,
    checkpoint: Checkpoint,
    metadata: CheckpointMetadata,
  ): Promise<RunnableConfig> {
    const { thread_id: threadId, checkpoint_ns: namespace, checkpoint_id: parentId } = placeOf(config);
    const row = {
      organizationId: this.#organizationId,
      ...{ threadId, namespace, checkpointId: checkpoint.id, parentId: parentId ?? null },
      checkpoint: await this.#write(copyCheckpoint(checkpoint)),
      metadata: await this.#write(metadata),
    };
    await this.#database.withTenant([this.#organizationId], async ({ db }) => {
      await db
        .insert(checkpoints)
        .values(row)
        .onConflictDoUpdate({
          target: [
            checkpoints.organizationId,
            checkpoints.threadId,
            checkpoints.namespace,
            checkpoints.checkpointId,
          ],
          set: { checkpoint: row.checkpoint, metadata: row.metadata },
        });
      if (parentId === undefined) return;
      const older = (column: typeof checkpoints.checkpointId | typeof checkpointWrites.checkpointId) =>
        lt(column, parentId);
      await db
        .delete(checkpoints)
        .where(
          and(
            eq(checkpoints.organizationId, this.#organizationId),
            eq(checkpoints.threadId, threadId),
            eq(checkpoints.namespace, namespace),
            older(checkpoints.checkpointId),
          ),
        );
      await db
        .delete(checkpointWrites)
        .where(
          and(
            eq(checkpointWrites.organizationId, this.#organizationId),
            eq(checkpointWrites.threadId, threadId),
            eq(checkpointWrites.namespace, namespace),
            older(checkpointWrites.checkpointId),
          ),
        );
    });
    return {
      configurable: { thread_id: threadId, checkpoint_ns: namespace, checkpoint_id: checkpoint.id },
    };
  }

  async putWrites(config: RunnableConfig, writes: PendingWrite[], taskId: string): Promise<void> {
    const { thread_id: threadId, checkpoint_ns: namespace, checkpoint_id: checkpointId } = placeOf(config);
    if (checkpointId === undefined) throw new Error('Writes of a graph need the checkpoint they follow');
    if (writes.length === 0) return;
    const rows = await Promise.all(
      writes.map(async ([channel, value], index) => ({
        organizationId: this.#organizationId,
        ...{ threadId, namespace, checkpointId, taskId, channel },
        position: WRITES_IDX_MAP[channel] ?? index,
        value: await this.#write(value),
      })),
    );
    await this.#database.withTenant([this.#organizationId], ({ db }) =>
      db.insert(checkpointWrites).values(rows).onConflictDoNothing(),
    );
  }

  deleteThread(threadId: string): Promise<void> {
    return forgetThread(this.#database, this.#organizationId, threadId);
  }

  /** LangGraph's own serialiser knows its types; JSON text is what it makes of all but raw bytes. */
  async #write(value: unknown): Promise<string> {
    const [, bytes] = await this.serde.dumpsTyped(value);
    return Buffer.from(bytes).toString('utf8');
  }

  async #read<T>(stored: string): Promise<T> {
    return this.serde.loadsTyped('json', stored);
  }
}

function placeOf(config: RunnableConfig): z.infer<typeof placeSchema> {
  return placeSchema.parse(config.configurable);
}
