import type {
  ActivityKind,
  AdviceDecision,
  AdviceKind,
  DealCurrency,
  DealImport,
  DealOutcome,
  DealStage,
  DecisionRole,
  ImportMapping,
  LocalizedText,
} from '@tokenholic/contracts';
import {
  bigint,
  date,
  doublePrecision,
  integer,
  jsonb,
  pgSchema,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';

const schema = pgSchema('deals');
const moment = (name: string) => timestamp(name, { withTimezone: true });

export const accounts = schema.table('accounts', {
  organizationId: uuid('organization_id').primaryKey(),
  name: text('name').notNull(),
});

export const deals = schema.table('deals', {
  id: uuid('id').primaryKey(),
  organizationId: uuid('organization_id').notNull(),
  title: text('title').notNull(),
  stage: text('stage').$type<DealStage>().notNull(),
  stageSince: moment('stage_since').notNull(),
  amountMinor: bigint('amount_minor', { mode: 'number' }).notNull(),
  currency: text('currency').$type<DealCurrency>().notNull(),
  amountCny: doublePrecision('amount_cny').notNull(),
  closeDate: date('close_date', { mode: 'string' }).notNull(),
  source: text('source').notNull(),
  products: text('products').array().notNull(),
  competitors: text('competitors').array().notNull(),
  ownerId: uuid('owner_id').notNull(),
  ownerName: jsonb('owner_name').$type<LocalizedText>().notNull(),
  outcome: jsonb('outcome').$type<DealOutcome>(),
  pushes: integer('pushes').notNull().default(0),
  contacts: integer('contacts').notNull().default(0),
  roles: text('roles').array().$type<DecisionRole[]>().notNull().default([]),
  activities: integer('activities').notNull().default(0),
  inbound: integer('inbound').notNull().default(0),
  firstActivityAt: moment('first_activity_at'),
  lastActivityAt: moment('last_activity_at'),
  nextStepOn: date('next_step_on', { mode: 'string' }),
  createdAt: moment('created_at').notNull(),
  closedAt: moment('closed_at'),
  revision: integer('revision').notNull().default(1),
  searchText: text('search_text').notNull(),
  importId: uuid('import_id'),
});
export type DealRow = typeof deals.$inferSelect;

export const contacts = schema.table('contacts', {
  id: uuid('id').primaryKey(),
  organizationId: uuid('organization_id').notNull(),
  name: text('name').notNull(),
  title: text('title').notNull(),
  email: text('email').notNull(),
  phone: text('phone').notNull(),
  notes: text('notes').notNull(),
  revision: integer('revision').notNull().default(1),
  createdAt: moment('created_at').notNull(),
  importId: uuid('import_id'),
});

export const dealContacts = schema.table(
  'deal_contacts',
  {
    dealId: uuid('deal_id').notNull(),
    contactId: uuid('contact_id').notNull(),
    organizationId: uuid('organization_id').notNull(),
    role: text('role').$type<DecisionRole>().notNull(),
    addedAt: moment('added_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.dealId, table.contactId] })],
);

export const activities = schema.table('activities', {
  id: uuid('id').primaryKey(),
  organizationId: uuid('organization_id').notNull(),
  dealId: uuid('deal_id').notNull(),
  kind: text('kind').$type<ActivityKind>().notNull(),
  direction: text('direction').$type<'in' | 'out'>().notNull(),
  occurredAt: moment('occurred_at').notNull(),
  subject: text('subject').notNull(),
  text: text('text').notNull(),
  contactIds: uuid('contact_ids').array().notNull(),
  byName: jsonb('by_name').$type<LocalizedText>().notNull(),
  createdAt: moment('created_at').notNull(),
});

export const tasks = schema.table('tasks', {
  id: uuid('id').primaryKey(),
  organizationId: uuid('organization_id').notNull(),
  dealId: uuid('deal_id').notNull(),
  title: text('title').notNull(),
  dueOn: date('due_on', { mode: 'string' }).notNull(),
  doneAt: moment('done_at'),
  createdAt: moment('created_at').notNull(),
});

export const changes = schema.table('changes', {
  id: uuid('id').primaryKey(),
  organizationId: uuid('organization_id').notNull(),
  dealId: uuid('deal_id').notNull(),
  kind: text('kind').$type<'created' | 'stage' | 'close_date' | 'amount'>().notNull(),
  before: text('before'),
  after: text('after').notNull(),
  byName: jsonb('by_name').$type<LocalizedText>().notNull(),
  at: moment('at').notNull(),
});

export const marks = schema.table(
  'marks',
  {
    dealId: uuid('deal_id').notNull(),
    organizationId: uuid('organization_id').notNull(),
    stage: text('stage').$type<DealStage>().notNull(),
    at: moment('at').notNull(),
    features: jsonb('features').$type<Record<string, number>>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.dealId, table.stage] })],
);

export const advice = schema.table('advice', {
  id: uuid('id').primaryKey(),
  organizationId: uuid('organization_id').notNull(),
  dealId: uuid('deal_id').notNull(),
  kind: text('kind').$type<AdviceKind>().notNull(),
  decision: text('decision').$type<AdviceDecision['decision']>().notNull(),
  reason: text('reason').notNull(),
  until: date('until', { mode: 'string' }),
  byName: jsonb('by_name').$type<LocalizedText>().notNull(),
  at: moment('at').notNull(),
});

export const imports = schema.table('imports', {
  id: uuid('id').primaryKey(),
  organizationId: uuid('organization_id').notNull(),
  userId: uuid('user_id').notNull(),
  userName: jsonb('user_name').$type<LocalizedText>().notNull(),
  fileName: text('file_name').notNull(),
  encoding: text('encoding').notNull(),
  status: text('status').$type<DealImport['status']>().notNull(),
  headings: text('headings').array().notNull(),
  lines: integer('lines').notNull(),
  mapping: jsonb('mapping').$type<ImportMapping>().notNull(),
  clientIds: uuid('client_ids').array().notNull().default([]),
  position: integer('position').notNull().default(0),
  created: integer('created').notNull().default(0),
  skipped: integer('skipped').notNull().default(0),
  wrong: integer('wrong').notNull().default(0),
  kept: integer('kept').notNull().default(0),
  at: moment('at').notNull(),
});
export type ImportRow = typeof imports.$inferSelect;

export const importProblems = schema.table(
  'import_problems',
  {
    importId: uuid('import_id').notNull(),
    organizationId: uuid('organization_id').notNull(),
    line: integer('line').notNull(),
    text: jsonb('text').$type<LocalizedText>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.importId, table.line] })],
);
