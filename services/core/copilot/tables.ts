import type { ClientFilter, Engine, LocalizedText } from '@tokenholic/contracts';
import {
  doublePrecision,
  integer,
  jsonb,
  pgSchema,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';
import type { Weights } from './domain/learner.ts';

const copilot = pgSchema('copilot');
const moment = (name: string) => timestamp(name, { withTimezone: true });
const stages = ['sales', 'onboarding', 'support', 'success'] as const;

export const clients = copilot.table('clients', {
  organizationId: uuid('organization_id').primaryKey(),
  name: text('name').notNull(),
  searchText: text('search_text').notNull(),
  stage: text('stage', { enum: stages }).notNull().default('sales'),
  stageSince: moment('stage_since').notNull(),
  industryId: text('industry_id'),
  heat: doublePrecision('heat').notNull(),
  good: doublePrecision('good').notNull().default(0),
  bad: doublePrecision('bad').notNull().default(0),
  moodAt: moment('mood_at').notNull(),
  health: integer('health').notNull().default(60),
  healthBefore: integer('health_before').notNull().default(60),
  opportunity: doublePrecision('opportunity'),
  lastZh: text('last_zh'),
  lastEn: text('last_en'),
  lastAt: moment('last_at').notNull(),
  waiting: integer('waiting').notNull().default(0),
});

export const timeline = copilot.table('timeline', {
  id: uuid('id').primaryKey(),
  organizationId: uuid('organization_id').notNull(),
  kind: text('kind', {
    enum: ['research', 'map', 'win', 'build', 'run', 'support', 'success', 'crm', 'work', 'other'],
  }).notNull(),
  type: text('type').notNull(),
  form: text('form', { enum: ['card', 'line'] }).notNull(),
  title: jsonb('title').$type<LocalizedText>().notNull(),
  text: jsonb('text').$type<LocalizedText>(),
  occurredAt: moment('occurred_at').notNull(),
  actor: text('actor').notNull(),
  shares: jsonb('shares').$type<{ group: string; share: number }[]>(),
  weight: doublePrecision('weight').notNull(),
});

export const tasks = copilot.table('tasks', {
  id: uuid('id').primaryKey(),
  organizationId: uuid('organization_id').notNull(),
  key: text('key').notNull(),
  rule: text('rule').notNull(),
  title: jsonb('title').$type<LocalizedText>().notNull(),
  reason: jsonb('reason').$type<LocalizedText>().notNull(),
  outcome: jsonb('outcome').$type<LocalizedText>(),
  action: text('action', {
    enum: ['open_map', 'open_run', 'draft_email', 'handoff', 'open_client'],
  }).notNull(),
  status: text('status', { enum: ['open', 'accepted', 'deferred', 'dismissed', 'done'] }).notNull(),
  impact: doublePrecision('impact').notNull(),
  dueAt: moment('due_at'),
  deferredUntil: moment('deferred_until'),
  eventIds: uuid('event_ids').array().notNull(),
  feedback: text('feedback'),
  decidedBy: uuid('decided_by'),
  decidedAt: moment('decided_at'),
  /** The due date that was said to be past. */
  overdueTold: moment('overdue_told'),
  createdAt: moment('created_at').notNull(),
});

export const people = copilot.table('people', {
  userId: uuid('user_id').primaryKey(),
  organizationId: uuid('organization_id').notNull(),
  lastActiveAt: moment('last_active_at').notNull(),
  awaySince: moment('away_since').notNull(),
  noticesReadTo: moment('notices_read_to').notNull(),
  weights: jsonb('weights').$type<Weights>().notNull().default({}),
  decisions: integer('decisions').notNull().default(0),
});

export const openedClients = copilot.table(
  'opened_clients',
  {
    userId: uuid('user_id').notNull(),
    organizationId: uuid('organization_id').notNull(),
    openedAt: moment('opened_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.organizationId] })],
);

export const views = copilot.table('views', {
  id: uuid('id').primaryKey(),
  organizationId: uuid('organization_id').notNull(),
  userId: uuid('user_id').notNull(),
  name: text('name').notNull(),
  filter: jsonb('filter').$type<ClientFilter>().notNull(),
  createdAt: moment('created_at').notNull().defaultNow(),
});

export const drafts = copilot.table('drafts', {
  id: uuid('id').primaryKey(),
  organizationId: uuid('organization_id').notNull(),
  kind: text('kind', { enum: ['email', 'agenda', 'handoff_note'] }).notNull(),
  tone: text('tone', { enum: ['formal', 'warm', 'brief'] }).notNull(),
  language: text('language', { enum: ['zh', 'en'] }).notNull(),
  subject: text('subject').notNull(),
  body: text('body').notNull(),
  editedSubject: text('edited_subject'),
  editedBody: text('edited_body'),
  engine: jsonb('engine').$type<Engine>().notNull(),
  eventIds: uuid('event_ids').array().notNull(),
  createdBy: uuid('created_by').notNull(),
  createdAt: moment('created_at').notNull(),
});
