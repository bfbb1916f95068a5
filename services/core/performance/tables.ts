import type { LocalizedText, Metric } from '@tokenholic/contracts';
import {
  date,
  doublePrecision,
  jsonb,
  pgSchema,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';
import type { FactKind } from './domain/facts.ts';

const schema = pgSchema('performance');
const moment = (name: string) => timestamp(name, { withTimezone: true });

export const facts = schema.table('facts', {
  id: uuid('id').primaryKey(),
  organizationId: uuid('organization_id').notNull(),
  userId: uuid('user_id').notNull(),
  kind: text('kind').$type<FactKind>().notNull(),
  label: text('label'),
  value: doublePrecision('value').notNull(),
  at: moment('at').notNull(),
});
export type FactRow = typeof facts.$inferSelect;

export const pending = schema.table(
  'pending',
  {
    organizationId: uuid('organization_id').notNull(),
    key: text('key').notNull(),
    userId: uuid('user_id'),
    since: moment('since').notNull(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.key] })],
);

export const objectives = schema.table('objectives', {
  id: uuid('id').primaryKey(),
  organizationId: uuid('organization_id').notNull(),
  userId: uuid('user_id').notNull(),
  metric: text('metric').$type<Metric>().notNull(),
  target: doublePrecision('target').notNull(),
  fromDay: date('from_day', { mode: 'string' }).notNull(),
  untilDay: date('until_day', { mode: 'string' }).notNull(),
  note: text('note').notNull(),
  setBy: uuid('set_by').notNull(),
  setByName: jsonb('set_by_name').$type<LocalizedText>().notNull(),
  createdAt: moment('created_at').notNull(),
  endedAt: moment('ended_at'),
});

export const answers = schema.table(
  'answers',
  {
    userId: uuid('user_id').notNull(),
    organizationId: uuid('organization_id').notNull(),
    key: text('key').notNull(),
    answer: text('answer').$type<'accepted' | 'dismissed'>().notNull(),
    feedback: text('feedback').notNull(),
    at: moment('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.key] })],
);
