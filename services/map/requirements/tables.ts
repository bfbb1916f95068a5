import type { Language, RequirementDraft, RequirementItem } from '@tokenholic/contracts';
import { integer, jsonb, pgSchema, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { KnownFinding, KnownStatement } from './domain/compose-draft.ts';

const requirements = pgSchema('requirements');
const moment = (name: string) => timestamp(name, { withTimezone: true });

export const clients = requirements.table('clients', {
  organizationId: uuid('organization_id').primaryKey(),
  name: text('name').notNull(),
  findings: jsonb('findings').$type<KnownFinding[]>().notNull(),
  statements: jsonb('statements').$type<KnownStatement[]>().notNull(),
});

export const drafts = requirements.table('drafts', {
  id: uuid('id').primaryKey(),
  organizationId: uuid('organization_id').notNull(),
  language: text('language').$type<Language>().notNull(),
  status: text('status').$type<RequirementDraft['status']>().notNull(),
  items: jsonb('items').$type<RequirementItem[]>().notNull(),
  createdBy: text('created_by').notNull(),
  createdAt: moment('created_at').notNull(),
  tokenHash: text('token_hash'),
  sentAt: moment('sent_at'),
  expiresAt: moment('expires_at'),
  revokedAt: moment('revoked_at'),
  views: integer('views').notNull().default(0),
  returnedBy: text('returned_by'),
  returnedAt: moment('returned_at'),
  comment: text('comment'),
});
