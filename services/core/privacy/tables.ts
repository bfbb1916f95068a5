import type { ConsentPolicy, ConsentPurpose, ConsentSource, RetentionRun } from '@tokenholic/contracts';
import { boolean, integer, jsonb, pgSchema, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { ContactSubject } from './domain/contact.ts';
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
  clientId: uuid('client_id'),
  pending: jsonb('pending').$type<ContactSubject>(),
});

export const consents = privacy.table('consents', {
  id: uuid('id').primaryKey(),
  organizationId: uuid('organization_id').notNull(),
  address: text('address').notNull(),
  addressIndex: text('address_index'),
  purpose: text('purpose').$type<ConsentPurpose>().notNull(),
  decision: text('decision', { enum: ['given', 'withdrawn'] }).notNull(),
  source: text('source').$type<ConsentSource>().notNull(),
  proof: text('proof').notNull(),
  decidedAt: timestamp('decided_at', { withTimezone: true }).notNull(),
  expiresAt: timestamp('expires_at', { withTimezone: true }),
  recordedBy: uuid('recorded_by').notNull(),
  recordedAt: timestamp('recorded_at', { withTimezone: true }).notNull().defaultNow(),
});

export const retentionRuns = privacy.table('retention_runs', {
  id: uuid('id').primaryKey(),
  organizationId: uuid('organization_id').notNull(),
  startedAt: timestamp('started_at', { withTimezone: true }).notNull(),
  startedBy: uuid('started_by'),
  dry: boolean('dry').notNull(),
  results: jsonb('results').$type<RetentionRun['results']>().notNull(),
});

export const consentPolicies = privacy.table('consent_policies', {
  organizationId: uuid('organization_id').primaryKey(),
  purposes: jsonb('purposes').$type<Partial<ConsentPolicy['purposes']>>().notNull(),
  revision: integer('revision').notNull(),
  changedBy: uuid('changed_by').notNull(),
  changedAt: timestamp('changed_at', { withTimezone: true }).notNull(),
});
