import { jsonb, pgSchema, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { ErasedStore } from './domain/receipt.ts';

const privacy = pgSchema('privacy');

export const receipts = privacy.table('receipts', {
  id: uuid('id').primaryKey(),
  organizationId: uuid('organization_id').notNull(),
  subjectKind: text('subject_kind', { enum: ['organization', 'person'] }).notNull(),
  subjectId: uuid('subject_id').notNull(),
  requestedBy: uuid('requested_by').notNull(),
  requestedAt: timestamp('requested_at', { withTimezone: true }).notNull(),
  stores: jsonb('stores').$type<ErasedStore[]>().notNull(),
  auditSeal: jsonb('audit_seal').$type<{ entries: number; seal: string }>(),
  settledAt: timestamp('settled_at', { withTimezone: true }),
});
