import type {
  FeedbackPoint,
  LocalizedText,
  PointAnswer,
  SolutionContent,
  SolutionSection,
  SolutionSubject,
  Wish,
} from '@tokenholic/contracts';
import { boolean, integer, jsonb, pgSchema, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';

const schema = pgSchema('solutions');

export const solutions = schema.table('solutions', {
  id: uuid('id').primaryKey(),
  organizationId: uuid('organization_id').notNull(),
  clientId: uuid('client_id'),
  title: jsonb('title').$type<LocalizedText>().notNull(),
  subject: jsonb('subject').$type<SolutionSubject>().notNull(),
  current: integer('current').notNull(),
  writing: boolean('writing').notNull().default(false),
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
    restoredFrom: integer('restored_from'),
    by: jsonb('by').$type<LocalizedText>().notNull(),
    at: timestamp('at', { withTimezone: true }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.solutionId, table.number] })],
);
