import type {
  ActivityKind,
  AdviceDecision,
  AdviceKind,
  CareStep,
  CustomField,
  CustomValues,
  DealCurrency,
  DealImport,
  DealOutcome,
  DealStage,
  DecisionRole,
  ForecastCall,
  ImportMapping,
  LocalizedText,
  StageSetting,
} from '@tokenholic/contracts';
import {
  bigint,
  boolean,
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
  replyHours: doublePrecision('reply_hours'),
  nextStepOn: date('next_step_on', { mode: 'string' }),
  createdAt: moment('created_at').notNull(),
  closedAt: moment('closed_at'),
  revision: integer('revision').notNull().default(1),
  searchText: text('search_text').notNull(),
  importId: uuid('import_id'),
  custom: jsonb('custom').$type<CustomValues>().notNull().default({}),
  forecast: text('forecast').$type<ForecastCall>().notNull().default('pipeline'),
  discountPercent: doublePrecision('discount_percent').notNull().default(0),
});
export type DealRow = typeof deals.$inferSelect;

export const contacts = schema.table('contacts', {
  id: uuid('id').primaryKey(),
  organizationId: uuid('organization_id').notNull(),
  name: text('name').notNull(),
  title: text('title').notNull(),
  email: text('email').notNull(),
  emailIndex: text('email_index'),
  phone: text('phone').notNull(),
  notes: text('notes').notNull(),
  revision: integer('revision').notNull().default(1),
  createdAt: moment('created_at').notNull(),
  importId: uuid('import_id'),
  custom: jsonb('custom').$type<CustomValues>().notNull().default({}),
  /** Emptied at the person's request: it counts in figures and is nobody. */
  erasedAt: moment('erased_at'),
});
export type ContactRow = typeof contacts.$inferSelect;

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
  messageId: text('message_id'),
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
  kind: text('kind').$type<'created' | 'stage' | 'close_date' | 'amount' | 'owner'>().notNull(),
  before: text('before'),
  after: text('after').notNull(),
  byName: jsonb('by_name').$type<LocalizedText>().notNull(),
  at: moment('at').notNull(),
  /** Who owned the deal before and after; null for other changes. */
  owners: jsonb('owners').$type<{ before: string; after: string }>(),
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

export const settings = schema.table('settings', {
  organizationId: uuid('organization_id').primaryKey(),
  stages: jsonb('stages').$type<StageSetting[]>().notNull(),
  fields: jsonb('fields').$type<CustomField[]>().notNull(),
  revision: integer('revision').notNull(),
});

export const files = schema.table('files', {
  id: uuid('id').primaryKey(),
  organizationId: uuid('organization_id').notNull(),
  dealId: uuid('deal_id').notNull(),
  name: text('name').notNull(),
  kind: text('kind').notNull(),
  mediaType: text('media_type').notNull(),
  bytes: integer('bytes').notNull(),
  sha256: text('sha256').notNull(),
  byName: jsonb('by_name').$type<LocalizedText>().notNull(),
  at: moment('at').notNull(),
});
export type FileRow = typeof files.$inferSelect;

export const mails = schema.table('mails', {
  id: uuid('id').primaryKey(),
  organizationId: uuid('organization_id').notNull(),
  userId: uuid('user_id').notNull(),
  messageId: text('message_id').notNull(),
  sender: text('sender').notNull(),
  recipients: text('recipients').notNull(),
  subject: text('subject').notNull(),
  text: text('text').notNull(),
  sentAt: moment('sent_at').notNull(),
  attachments: integer('attachments').notNull(),
  why: jsonb('why').$type<LocalizedText>().notNull(),
  candidates: uuid('candidates').array().notNull(),
  at: moment('at').notNull(),
});

export const mailboxes = schema.table('mailboxes', {
  userId: uuid('user_id').primaryKey(),
  organizationId: uuid('organization_id').notNull(),
  host: text('host').notNull(),
  port: integer('port').notNull(),
  secure: boolean('secure').notNull(),
  userName: text('user_name').notNull(),
  folder: text('folder').notNull(),
  validity: text('validity'),
  lastUid: bigint('last_uid', { mode: 'number' }).notNull().default(0),
  fetchedAt: moment('fetched_at'),
  problem: jsonb('problem').$type<LocalizedText>(),
});
export type MailboxRow = typeof mailboxes.$inferSelect;

export const views = schema.table('views', {
  id: uuid('id').primaryKey(),
  organizationId: uuid('organization_id').notNull(),
  userId: uuid('user_id').notNull(),
  name: text('name').notNull(),
  search: jsonb('search').$type<Record<string, string>>().notNull(),
  shared: boolean('shared').notNull(),
  byName: jsonb('by_name').$type<LocalizedText>().notNull(),
  at: moment('at').notNull(),
});

export const careSteps = schema.table(
  'care_steps',
  {
    operationId: uuid('operation_id').notNull(),
    subjectId: uuid('subject_id').notNull(),
    organizationId: uuid('organization_id').notNull(),
    kind: text('kind').$type<CareStep['kind']>().notNull(),
    before: jsonb('before').$type<Record<string, unknown>>().notNull(),
    revision: integer('revision').notNull(),
    text: jsonb('text').$type<LocalizedText>().notNull(),
    userId: uuid('user_id').notNull(),
    byName: jsonb('by_name').$type<LocalizedText>().notNull(),
    at: moment('at').notNull(),
    undoneAt: moment('undone_at'),
  },
  (table) => [primaryKey({ columns: [table.operationId, table.subjectId] })],
);

export const patterns = schema.table(
  'patterns',
  {
    organizationId: uuid('organization_id').notNull(),
    key: text('key').notNull(),
    foundAt: moment('found_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.key] })],
);
