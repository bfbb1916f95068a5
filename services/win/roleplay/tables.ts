import type {
  Language,
  LocalizedText,
  ObjectionCategory,
  PersonaChoice,
  PracticeLevel,
  PracticeOutcome,
  PracticePersona,
  PracticeScenario,
  PracticeScore,
  PracticeTurn,
} from '@tokenholic/contracts';
import { boolean, date, integer, jsonb, pgSchema, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { SellerLine } from './domain/talk/talk.ts';

const roleplay = pgSchema('roleplay');
const moment = (name: string) => timestamp(name, { withTimezone: true });

export const sessions = roleplay.table('sessions', {
  id: uuid('id').primaryKey(),
  organizationId: uuid('organization_id').notNull(),
  userId: uuid('user_id').notNull(),
  seller: jsonb('seller').$type<LocalizedText>().notNull(),
  scenario: text('scenario').$type<PracticeScenario>().notNull(),
  level: text('level').$type<PracticeLevel>().notNull(),
  language: text('language').$type<Language>().notNull(),
  persona: jsonb('persona').$type<PracticePersona>(),
  clientId: uuid('client_id'),
  seed: integer('seed').notNull(),
  lines: jsonb('lines').$type<SellerLine[]>().notNull(),
  turns: jsonb('turns').$type<PracticeTurn[]>().notNull(),
  outcome: text('outcome').$type<PracticeOutcome>(),
  score: jsonb('score').$type<PracticeScore>(),
  /** The computed total, to be read without the score. */
  total: integer('total'),
  hints: integer('hints').notNull(),
  rootId: uuid('root_id').notNull(),
  branchedFrom: uuid('branched_from'),
  branchedAt: integer('branched_at'),
  assignmentId: uuid('assignment_id'),
  handedInAt: moment('handed_in_at'),
  /** A model is asked to judge it; until then the rules' score stands. */
  judging: boolean('judging').notNull(),
  startedAt: moment('started_at').notNull(),
  finishedAt: moment('finished_at'),
});
export type SessionRow = typeof sessions.$inferSelect;

export const overrides = roleplay.table('overrides', {
  sessionId: uuid('session_id').primaryKey(),
  organizationId: uuid('organization_id').notNull(),
  userId: uuid('user_id').notNull(),
  total: integer('total').notNull(),
  reason: text('reason').notNull(),
  by: jsonb('by').$type<LocalizedText>().notNull(),
  at: moment('at').notNull(),
});
export type OverrideRow = typeof overrides.$inferSelect;

export const assignments = roleplay.table('assignments', {
  id: uuid('id').primaryKey(),
  organizationId: uuid('organization_id').notNull(),
  userId: uuid('user_id').notNull(),
  person: jsonb('person').$type<LocalizedText>().notNull(),
  by: jsonb('by').$type<LocalizedText>().notNull(),
  scenario: text('scenario').$type<PracticeScenario>().notNull(),
  level: text('level').$type<PracticeLevel>().notNull(),
  persona: jsonb('persona').$type<PersonaChoice>().notNull(),
  customer: jsonb('customer').$type<LocalizedText>().notNull(),
  clientId: uuid('client_id'),
  least: integer('least').notNull(),
  dueOn: date('due_on').notNull(),
  note: text('note').notNull(),
  createdAt: moment('created_at').notNull(),
  sessionId: uuid('session_id'),
  doneAt: moment('done_at'),
});
export type AssignmentRow = typeof assignments.$inferSelect;

export const certificates = roleplay.table('certificates', {
  id: uuid('id').primaryKey(),
  organizationId: uuid('organization_id').notNull(),
  userId: uuid('user_id').notNull(),
  person: jsonb('person').$type<LocalizedText>().notNull(),
  level: text('level').$type<PracticeLevel>().notNull(),
  points: integer('points').notNull(),
  issuedAt: moment('issued_at').notNull(),
});

export const thresholds = roleplay.table('thresholds', {
  organizationId: uuid('organization_id').primaryKey(),
  easy: integer('easy').notNull(),
  medium: integer('medium').notNull(),
  hard: integer('hard').notNull(),
});

export const clientObjections = roleplay.table('client_objections', {
  objectionId: uuid('objection_id').primaryKey(),
  organizationId: uuid('organization_id').notNull(),
  category: text('category').$type<ObjectionCategory>().notNull(),
  text: text('text').notNull(),
  at: moment('at').notNull(),
});
