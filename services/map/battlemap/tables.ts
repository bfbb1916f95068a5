import type { MapEdit, ShareOptions } from '@tokenholic/contracts';
import { integer, jsonb, pgSchema, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { MapContent } from './domain/content.ts';

const battlemap = pgSchema('battlemap');

export const maps = battlemap.table('maps', {
  organizationId: uuid('organization_id').primaryKey(),
  clientName: text('client_name').notNull(),
  version: integer('version').notNull(),
  revision: integer('revision').notNull(),
  updatedAt: timestamp('updated_at', { withTimezone: true }).notNull().defaultNow(),
});

export const versions = battlemap.table(
  'versions',
  {
    organizationId: uuid('organization_id').notNull(),
    version: integer('version').notNull(),
    runId: uuid('run_id'),
    generatedAt: timestamp('generated_at', { withTimezone: true }).notNull(),
    content: jsonb('content').$type<MapContent>().notNull(),
    lastRevision: integer('last_revision'),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.version] })],
);

export const edits = battlemap.table(
  'edits',
  {
    organizationId: uuid('organization_id').notNull(),
    revision: integer('revision').notNull(),
    version: integer('version').notNull(),
    edit: jsonb('edit').$type<MapEdit>().notNull(),
    madeBy: text('made_by').notNull(),
    madeAt: timestamp('made_at', { withTimezone: true }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.revision] })],
);

export const shareLinks = battlemap.table('share_links', {
  id: uuid('id').primaryKey(),
  organizationId: uuid('organization_id').notNull(),
  tokenHash: text('token_hash').notNull(),
  options: jsonb('options').$type<ShareOptions>().notNull(),
  createdBy: text('created_by').notNull(),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
  expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
  revokedAt: timestamp('revoked_at', { withTimezone: true }),
  views: integer('views').notNull().default(0),
  lastViewedAt: timestamp('last_viewed_at', { withTimezone: true }),
});
