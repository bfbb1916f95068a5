import { bigint, date, pgSchema, primaryKey, timestamp, uuid } from 'drizzle-orm/pg-core';

const budgets = pgSchema('budgets');

export const limits = budgets.table('limits', {
  organizationId: uuid('organization_id').primaryKey(),
  monthlyTokens: bigint('monthly_tokens', { mode: 'number' }),
  setBy: uuid('set_by').notNull(),
  setAt: timestamp('set_at', { withTimezone: true }).notNull(),
});

export const months = budgets.table(
  'months',
  {
    organizationId: uuid('organization_id').notNull(),
    month: date('month').notNull(),
    tokens: bigint('tokens', { mode: 'number' }).notNull(),
    estimatedTokens: bigint('estimated_tokens', { mode: 'number' }).notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.month] })],
);
