import type {
  KnowledgeKind,
  KnowledgeStatus,
  Language,
  LocalizedText,
  TrialRun,
} from '@tokenholic/contracts';
import {
  bigint,
  boolean,
  integer,
  jsonb,
  pgSchema,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';

const knowledge = pgSchema('knowledge');
const instant = (name: string) => timestamp(name, { withTimezone: true });

export const collections = knowledge.table('collections', {
  id: uuid('id').primaryKey(),
  organizationId: uuid('organization_id').notNull(),
  name: jsonb('name').$type<LocalizedText>().notNull(),
  readOnly: boolean('read_only').notNull().default(false),
  nextChunk: integer('next_chunk').notNull().default(0),
  chunkCount: integer('chunk_count').notNull().default(0),
  termCount: bigint('term_count', { mode: 'number' }).notNull().default(0),
  removals: integer('removals').notNull().default(0),
  createdAt: instant('created_at').notNull(),
});

export const documents = knowledge.table('documents', {
  id: uuid('id').primaryKey(),
  organizationId: uuid('organization_id').notNull(),
  collectionId: uuid('collection_id').notNull(),
  kind: text('kind').$type<KnowledgeKind>().notNull(),
  title: text('title').notNull(),
  origin: text('origin'),
  mediaType: text('media_type'),
  body: text('body'),
  bodyTitle: text('body_title'),
  status: text('status').$type<KnowledgeStatus>().notNull(),
  failure: jsonb('failure').$type<{ code: string; message: LocalizedText }>(),
  language: text('language').$type<Language>(),
  fingerprint: text('fingerprint'),
  chunkCount: integer('chunk_count').notNull().default(0),
  changedChunks: integer('changed_chunks').notNull().default(0),
  cut: boolean('cut').notNull().default(false),
  asOf: text('as_of'),
  readAt: instant('read_at'),
  createdAt: instant('created_at').notNull(),
  sourceId: uuid('source_id'),
  listedAt: text('listed_at'),
  missed: integer('missed').notNull().default(0),
  attempts: integer('attempts').notNull().default(0),
  triesAgain: boolean('tries_again').notNull().default(false),
});

export const chunks = knowledge.table(
  'chunks',
  {
    collectionId: uuid('collection_id').notNull(),
    number: integer('number').notNull(),
    organizationId: uuid('organization_id').notNull(),
    documentId: uuid('document_id').notNull(),
    ordinal: integer('ordinal').notNull(),
    hash: text('hash').notNull(),
    heading: jsonb('heading').$type<string[]>().notNull(),
    page: integer('page'),
    text: text('text').notNull(),
    termCount: integer('term_count').notNull(),
  },
  (table) => [primaryKey({ columns: [table.collectionId, table.number] })],
);

export const trialQuestions = knowledge.table('trial_questions', {
  id: uuid('id').primaryKey(),
  organizationId: uuid('organization_id').notNull(),
  collectionId: uuid('collection_id').notNull(),
  documentId: uuid('document_id').notNull(),
  question: text('question').notNull(),
  passage: text('passage'),
  createdAt: instant('created_at').notNull(),
});

export const trialRuns = knowledge.table('trial_runs', {
  id: uuid('id').primaryKey(),
  organizationId: uuid('organization_id').notNull(),
  collectionId: uuid('collection_id').notNull(),
  at: instant('at').notNull(),
  outcomes: jsonb('outcomes').$type<TrialRun['outcomes']>().notNull(),
  wordsOutcomes: jsonb('words_outcomes').$type<TrialRun['outcomes']>(),
});

export const pageTurns = knowledge.table('page_turns', {
  documentId: uuid('document_id').primaryKey(),
  organizationId: uuid('organization_id').notNull(),
  dueAt: instant('due_at').notNull(),
});

/** Columns of a table that notes how far a collection has been gone through; the doer has a name of its own in each. */
const turnColumns = (doer: string) => ({
  collectionId: uuid('collection_id').primaryKey(),
  organizationId: uuid('organization_id').notNull(),
  doer: text(doer),
  below: integer('below').notNull().default(0),
  wanted: integer('wanted').notNull(),
});

export const turnTables = {
  embed: knowledge.table('embed_turns', turnColumns('embedder')),
  graph: knowledge.table('graph_turns', turnColumns('reader')),
};

export const sources = knowledge.table('sources', {
  id: uuid('id').primaryKey(),
  organizationId: uuid('organization_id').notNull(),
  collectionId: uuid('collection_id').notNull(),
  url: text('url').notNull(),
  status: text('status').$type<KnowledgeStatus>().notNull(),
  failure: jsonb('failure').$type<{ code: string; message: LocalizedText }>(),
  pages: integer('pages').notNull().default(0),
  leftOut: integer('left_out').notNull().default(0),
  readAt: instant('read_at'),
  createdAt: instant('created_at').notNull(),
});

export const sourceTurns = knowledge.table('source_turns', {
  sourceId: uuid('source_id').primaryKey(),
  organizationId: uuid('organization_id').notNull(),
  dueAt: instant('due_at').notNull(),
});
