import { boolean, pgSchema, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';

const identity = pgSchema('identity');

export const organizations = identity.table('organizations', {
  organizationId: uuid('organization_id').primaryKey(),
  kind: text('kind', { enum: ['vendor', 'client'] }).notNull(),
  name: text('name').notNull(),
  nameKey: text('name_key').notNull(),
  website: text('website'),
  sample: boolean('sample').notNull().default(false),
  createdBy: uuid('created_by').notNull(),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  updatedAt: timestamp('updated_at', { withTimezone: true }).notNull().defaultNow(),
});

export const users = identity.table('users', {
  id: uuid('id').primaryKey(),
  organizationId: uuid('organization_id').notNull(),
  nameZh: text('name_zh').notNull(),
  nameEn: text('name_en').notNull(),
  roles: text('roles').array().notNull(),
  demo: boolean('demo').notNull().default(false),
});

export const assignments = identity.table(
  'assignments',
  {
    userId: uuid('user_id').notNull(),
    organizationId: uuid('organization_id').notNull(),
    assignedAt: timestamp('assigned_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.organizationId] })],
);
