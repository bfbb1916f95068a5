import type {
  Engine,
  Finding,
  ProfileAspect,
  ProfileStatement,
  ResearchInput,
  ResearchInterval,
  ReviewDecision,
  RunStatus,
  SourceKind,
  SourceReport,
  Stage,
} from '@tokenholic/contracts';
import {
  bigint,
  boolean,
  doublePrecision,
  integer,
  jsonb,
  pgSchema,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';
import type { RunFailure } from './domain/run/run.ts';

const research = pgSchema('research');

/** What the analysis concluded about the client as a whole. */
export interface RunConclusion {
  industryId: string | null;
  employees: number | null;
  engine: Engine;
}

/** The clients as `client_events` tells them. */
export const clients = research.table('clients', {
  organizationId: uuid('organization_id').primaryKey(),
  name: text('name').notNull(),
  website: text('website'),
});

export const runs = research.table('runs', {
  id: uuid('id').primaryKey(),
  organizationId: uuid('organization_id').notNull(),
  clientName: text('client_name').notNull(),
  status: text('status').$type<RunStatus>().notNull(),
  input: jsonb('input').$type<ResearchInput>().notNull(),
  stages: jsonb('stages').$type<Stage[]>().notNull(),
  sources: jsonb('sources').$type<SourceReport[]>().notNull(),
  pages: integer('pages').notNull().default(0),
  findings: integer('findings').notNull().default(0),
  mapVersion: integer('map_version'),
  error: jsonb('error').$type<RunFailure>(),
  conclusion: jsonb('conclusion').$type<RunConclusion>(),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
  finishedAt: timestamp('finished_at', { withTimezone: true }),
});

export const materials = research.table('materials', {
  id: uuid('id').primaryKey(),
  organizationId: uuid('organization_id').notNull(),
  fileName: text('file_name').notNull(),
  mediaType: text('media_type').notNull(),
  bytes: bigint('bytes', { mode: 'number' }).notNull(),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
});

export const pages = research.table('pages', {
  id: uuid('id').primaryKey(),
  organizationId: uuid('organization_id').notNull(),
  contentHash: text('content_hash').notNull(),
  url: text('url'),
  title: text('title').notNull(),
  sourceKind: text('source_kind').$type<SourceKind>().notNull(),
  language: text('language').$type<'zh' | 'en'>(),
  text: text('text').notNull(),
  publishedAt: text('published_at'),
  fetchedAt: timestamp('fetched_at', { withTimezone: true }).notNull(),
});

export const runPages = research.table(
  'run_pages',
  {
    organizationId: uuid('organization_id').notNull(),
    runId: uuid('run_id').notNull(),
    pageId: uuid('page_id').notNull(),
    sourceId: text('source_id').notNull(),
    /** Null: the run read the page itself. */
    readEarlierAt: timestamp('read_earlier_at', { withTimezone: true }),
  },
  (table) => [primaryKey({ columns: [table.runId, table.pageId] })],
);

export const findings = research.table(
  'findings',
  {
    organizationId: uuid('organization_id').notNull(),
    runId: uuid('run_id').notNull(),
    id: uuid('id').notNull(),
    body: jsonb('body').$type<Finding>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.runId, table.id] })],
);

export const reviews = research.table(
  'reviews',
  {
    organizationId: uuid('organization_id').notNull(),
    findingKey: text('finding_key').notNull(),
    verdict: jsonb('verdict').$type<ReviewDecision>(),
    reviewedBy: text('reviewed_by').notNull(),
    reviewedAt: timestamp('reviewed_at', { withTimezone: true }).notNull(),
    applied: boolean('applied').notNull().default(false),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.findingKey] })],
);

export const profiles = research.table('profiles', {
  organizationId: uuid('organization_id').primaryKey(),
  runId: uuid('run_id').notNull(),
  statements: jsonb('statements').$type<ProfileStatement[]>().notNull(),
  engine: jsonb('engine').$type<Engine>().notNull(),
  industryId: text('industry_id'),
  employees: doublePrecision('employees'),
  readAt: timestamp('read_at', { withTimezone: true }).notNull(),
});

export const profileEdits = research.table(
  'profile_edits',
  {
    organizationId: uuid('organization_id').notNull(),
    key: text('key').notNull(),
    aspect: text('aspect').$type<ProfileAspect>().notNull(),
    text: text('text'),
    editedBy: text('edited_by').notNull(),
    editedAt: timestamp('edited_at', { withTimezone: true }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.key] })],
);

export const schedules = research.table('schedules', {
  organizationId: uuid('organization_id').primaryKey(),
  every: text('every').$type<ResearchInterval>().notNull(),
  nextAt: timestamp('next_at', { withTimezone: true }).notNull(),
  setBy: text('set_by').notNull(),
});
