import type {
  DecisionRole,
  Engine,
  LocalizedText,
  PersonaChannel,
  PersonaCharts,
  PersonaEdit,
  PersonaTrait,
  PersonaTraitKey,
} from '@tokenholic/contracts';
import { boolean, integer, jsonb, pgSchema, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';

const schema = pgSchema('personas');
const moment = (name: string) => timestamp(name, { withTimezone: true });

export const accounts = schema.table('accounts', {
  organizationId: uuid('organization_id').primaryKey(),
  name: text('name').notNull(),
});

export const subjects = schema.table('subjects', {
  contactId: uuid('contact_id').primaryKey(),
  organizationId: uuid('organization_id').notNull(),
  name: text('name').notNull(),
  title: text('title').notNull(),
  roles: jsonb('roles').$type<Record<string, DecisionRole>>().notNull().default({}),
  timeZone: text('time_zone').notNull().default('Asia/Shanghai'),
  allowed: boolean('allowed').notNull().default(true),
  revision: integer('revision').notNull().default(1),
  staleSince: moment('stale_since'),
});
export type SubjectRow = typeof subjects.$inferSelect;

export const interactions = schema.table(
  'interactions',
  {
    activityId: uuid('activity_id').notNull(),
    contactId: uuid('contact_id').notNull(),
    organizationId: uuid('organization_id').notNull(),
    channel: text('channel').$type<PersonaChannel>().notNull(),
    direction: text('direction').$type<'in' | 'out'>().notNull(),
    occurredAt: moment('occurred_at').notNull(),
    words: text('words'),
  },
  (table) => [primaryKey({ columns: [table.activityId, table.contactId] })],
);

export const versions = schema.table(
  'versions',
  {
    contactId: uuid('contact_id').notNull(),
    number: integer('number').notNull(),
    organizationId: uuid('organization_id').notNull(),
    traits: jsonb('traits').$type<PersonaTrait[]>().notNull(),
    charts: jsonb('charts').$type<PersonaCharts>().notNull(),
    engine: jsonb('engine').$type<Engine>().notNull(),
    activities: integer('activities').notNull(),
    withWords: integer('with_words').notNull(),
    computedAt: moment('computed_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.contactId, table.number] })],
);
export type VersionRow = typeof versions.$inferSelect;

export const edits = schema.table('edits', {
  id: uuid('id').primaryKey(),
  contactId: uuid('contact_id').notNull(),
  organizationId: uuid('organization_id').notNull(),
  key: text('key').$type<PersonaTraitKey>().notNull(),
  value: text('value').notNull(),
  action: text('action').$type<PersonaEdit['action']>().notNull(),
  byName: jsonb('by_name').$type<LocalizedText>().notNull(),
  at: moment('at').notNull(),
});
export type EditRow = typeof edits.$inferSelect;
