import { boolean, date, pgSchema, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';

const identity = pgSchema('identity');

export const organizations = identity.table('organizations', {
  organizationId: uuid('organization_id').primaryKey(),
  kind: text('kind', { enum: ['vendor', 'client'] }).notNull(),
  name: text('name').notNull(),
  nameKey: text('name_key').notNull(),
  website: text('website'),
  sample: boolean('sample').notNull().default(false),
  administratorsNeedSecondStep: boolean('administrators_need_second_step').notNull().default(true),
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
  kind: text('kind', { enum: ['person', 'service'] })
    .notNull()
    .default('person'),
  joinedAt: timestamp('joined_at', { withTimezone: true }).notNull().defaultNow(),
  /** Set when somebody leaves; the row stays, so that what they did still has a name. */
  leftAt: timestamp('left_at', { withTimezone: true }),
});

export const invitations = identity.table('invitations', {
  id: uuid('id').primaryKey(),
  organizationId: uuid('organization_id').notNull(),
  email: text('email').notNull(),
  /** Keyed hash of the address, which itself is sealed. */
  emailIndex: text('email_index'),
  roles: text('roles').array().notNull(),
  tokenHash: text('token_hash').notNull(),
  language: text('language', { enum: ['zh', 'en'] }).notNull(),
  invitedBy: uuid('invited_by').notNull(),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
  expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
  acceptedAt: timestamp('accepted_at', { withTimezone: true }),
  acceptedBy: uuid('accepted_by'),
  revokedAt: timestamp('revoked_at', { withTimezone: true }),
});

/** A key's secret is not here: only a hash of the whole key. */
export const apiKeys = identity.table('api_keys', {
  id: uuid('id').primaryKey(),
  organizationId: uuid('organization_id').notNull(),
  userId: uuid('user_id').notNull(),
  name: text('name').notNull(),
  prefix: text('prefix').notNull(),
  keyHash: text('key_hash').notNull(),
  scopes: text('scopes').array().notNull(),
  createdBy: uuid('created_by').notNull(),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
  expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
  lastUsedAt: timestamp('last_used_at', { withTimezone: true }),
  revokedAt: timestamp('revoked_at', { withTimezone: true }),
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

export const specialistRequests = identity.table('specialist_requests', {
  id: uuid('id').primaryKey(),
  organizationId: uuid('organization_id').notNull(),
  specialistId: uuid('specialist_id').notNull(),
  askedBy: uuid('asked_by').notNull(),
  question: text('question').notNull(),
  dueOn: date('due_on', { mode: 'string' }).notNull(),
  status: text('status', { enum: ['open', 'answered', 'expired', 'withdrawn'] }).notNull(),
  outcome: text('outcome', { enum: ['advised', 'follow_up', 'not_needed'] }),
  note: text('note').notNull().default(''),
  wasAssigned: boolean('was_assigned').notNull(),
  askedAt: timestamp('asked_at', { withTimezone: true }).notNull(),
  endedAt: timestamp('ended_at', { withTimezone: true }),
});
export type SpecialistRow = typeof specialistRequests.$inferSelect;

const stages = ['sales', 'onboarding', 'support', 'success'] as const;

/** A client without a row is where everybody begins: in sales, since it was created. */
export const lifecycles = identity.table('lifecycles', {
  organizationId: uuid('organization_id').primaryKey(),
  stage: text('stage', { enum: stages }).notNull(),
  since: timestamp('since', { withTimezone: true }).notNull(),
});

export const handoffs = identity.table('handoffs', {
  id: uuid('id').primaryKey(),
  organizationId: uuid('organization_id').notNull(),
  fromStage: text('from_stage', { enum: stages }).notNull(),
  toStage: text('to_stage', { enum: stages }).notNull(),
  status: text('status', { enum: ['proposed', 'accepted', 'returned'] }).notNull(),
  /** Keys of the items that are ticked. */
  done: text('done').array().notNull(),
  note: text('note').notNull(),
  proposedBy: uuid('proposed_by').notNull(),
  proposedAt: timestamp('proposed_at', { withTimezone: true }).notNull(),
  decidedBy: uuid('decided_by'),
  decidedAt: timestamp('decided_at', { withTimezone: true }),
  reason: text('reason'),
});
