import type { Engine, Language, LibraryReply, Objection, ObjectionCategory } from '@tokenholic/contracts';
import { boolean, jsonb, pgSchema, text, timestamp, uuid } from 'drizzle-orm/pg-core';

const schema = pgSchema('objections');

export const objections = schema.table('objections', {
  id: uuid('id').primaryKey(),
  organizationId: uuid('organization_id').notNull(),
  clientId: uuid('client_id'),
  text: text('text').notNull(),
  language: text('language').$type<Language>().notNull(),
  guesses: jsonb('guesses').$type<Objection['guesses']>().notNull(),
  category: text('category').$type<ObjectionCategory>(),
  corrected: boolean('corrected').notNull().default(false),
  replies: jsonb('replies').$type<Objection['replies']>().notNull(),
  sources: jsonb('sources').$type<Objection['sources']>().notNull(),
  engine: jsonb('engine').$type<Engine>().notNull(),
  sent: text('sent'),
  libraryReplyId: uuid('library_reply_id'),
  outcome: text('outcome').$type<'worked' | 'failed'>(),
  createdBy: text('created_by').notNull(),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
});

export const library = schema.table('library', {
  id: uuid('id').primaryKey(),
  organizationId: uuid('organization_id').notNull(),
  category: text('category').$type<ObjectionCategory>().notNull(),
  language: text('language').$type<Language>().notNull(),
  text: text('text').notNull(),
  status: text('status').$type<LibraryReply['status']>().notNull(),
  proposedBy: text('proposed_by').notNull(),
  proposedById: uuid('proposed_by_id'),
  decidedBy: text('decided_by'),
  reason: text('reason'),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
});
