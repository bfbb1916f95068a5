import type {
  DiagramEdit,
  FeedbackPoint,
  KnowledgeAnswer,
  LocalizedText,
  PointAnswer,
  SolutionContent,
  SolutionRun,
  SolutionRunStatus,
  SolutionSection,
  SolutionStage,
  SolutionSubject,
  Wish,
} from '@tokenholic/contracts';
import { integer, jsonb, pgSchema, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { Query } from './domain/plan-queries.ts';
import type { RunRequest } from './domain/run/run.ts';

const schema = pgSchema('solutions');

export const solutions = schema.table('solutions', {
  id: uuid('id').primaryKey(),
  organizationId: uuid('organization_id').notNull(),
  clientId: uuid('client_id'),
  title: jsonb('title').$type<LocalizedText>().notNull(),
  subject: jsonb('subject').$type<SolutionSubject>().notNull(),
  current: integer('current').notNull(),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
});

export const versions = schema.table(
  'versions',
  {
    solutionId: uuid('solution_id').notNull(),
    number: integer('number').notNull(),
    organizationId: uuid('organization_id').notNull(),
    parent: integer('parent'),
    content: jsonb('content').$type<SolutionContent>().notNull(),
    wishes: jsonb('wishes').$type<Wish[]>().notNull(),
    feedback: text('feedback'),
    points: jsonb('points').$type<FeedbackPoint[]>().notNull(),
    answers: jsonb('answers').$type<PointAnswer[]>().notNull(),
    locked: jsonb('locked').$type<SolutionSection[]>().notNull(),
    diagramEdits: jsonb('diagram_edits').$type<DiagramEdit[]>().notNull(),
    reason: text('reason'),
    restoredFrom: integer('restored_from'),
    by: jsonb('by').$type<LocalizedText>().notNull(),
    at: timestamp('at', { withTimezone: true }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.solutionId, table.number] })],
);

export const runs = schema.table('runs', {
  id: uuid('id').primaryKey(),
  solutionId: uuid('solution_id').notNull(),
  organizationId: uuid('organization_id').notNull(),
  vendorId: uuid('vendor_id').notNull(),
  request: jsonb('request').$type<RunRequest>().notNull(),
  status: text('status').$type<SolutionRunStatus>().notNull(),
  stages: jsonb('stages').$type<SolutionStage[]>().notNull(),
  version: integer('version'),
  error: jsonb('error').$type<NonNullable<SolutionRun['error']>>(),
  by: jsonb('by').$type<LocalizedText>().notNull(),
  startedAt: timestamp('started_at', { withTimezone: true }).notNull(),
  finishedAt: timestamp('finished_at', { withTimezone: true }),
});

export const lookups = schema.table(
  'lookups',
  {
    runId: uuid('run_id').notNull(),
    position: integer('position').notNull(),
    organizationId: uuid('organization_id').notNull(),
    query: jsonb('query').$type<Query>().notNull(),
    answer: jsonb('answer').$type<KnowledgeAnswer>(),
  },
  (table) => [primaryKey({ columns: [table.runId, table.position] })],
);
