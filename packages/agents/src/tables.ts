import { integer, pgSchema, primaryKey, text, uuid } from 'drizzle-orm/pg-core';

const agents = pgSchema('agents');

const place = () => ({
  organizationId: uuid('organization_id').notNull(),
  threadId: text('thread_id').notNull(),
  namespace: text('namespace').notNull(),
  checkpointId: text('checkpoint_id').notNull(),
});

export const checkpoints = agents.table(
  'checkpoints',
  {
    ...place(),
    parentId: text('parent_id'),
    checkpoint: text('checkpoint').notNull(),
    metadata: text('metadata').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.threadId, table.namespace, table.checkpointId] }),
  ],
);

export const checkpointWrites = agents.table(
  'checkpoint_writes',
  {
    ...place(),
    taskId: text('task_id').notNull(),
    position: integer('position').notNull(),
    channel: text('channel').notNull(),
    value: text('value').notNull(),
  },
  (table) => [
    primaryKey({
      columns: [
        table.organizationId,
        table.threadId,
        table.namespace,
        table.checkpointId,
        table.taskId,
        table.position,
      ],
    }),
  ],
);
