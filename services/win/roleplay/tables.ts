import type {
  Language,
  PracticeLevel,
  PracticeScenario,
  PracticeScore,
  PracticeTurn,
} from '@tokenholic/contracts';
import { jsonb, pgSchema, text, timestamp, uuid } from 'drizzle-orm/pg-core';

const roleplay = pgSchema('roleplay');

export const sessions = roleplay.table('sessions', {
  id: uuid('id').primaryKey(),
  organizationId: uuid('organization_id').notNull(),
  userId: uuid('user_id').notNull(),
  scenario: text('scenario').$type<PracticeScenario>().notNull(),
  level: text('level').$type<PracticeLevel>().notNull(),
  language: text('language').$type<Language>().notNull(),
  turns: jsonb('turns').$type<PracticeTurn[]>().notNull(),
  score: jsonb('score').$type<PracticeScore>(),
  branchedFrom: uuid('branched_from'),
  startedAt: timestamp('started_at', { withTimezone: true }).notNull(),
  finishedAt: timestamp('finished_at', { withTimezone: true }),
});
