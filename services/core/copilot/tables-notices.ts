import type { LocalizedText, NoticeKind, NoticePreferences, Permission } from '@tokenholic/contracts';
import { boolean, integer, jsonb, pgSchema, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';

const copilot = pgSchema('copilot');
const moment = (name: string) => timestamp(name, { withTimezone: true });
const levels = ['critical', 'warning', 'info'] as const;

export const notices = copilot.table('notices', {
  id: uuid('id').primaryKey(),
  /** A client, or the vendor where no client is concerned. */
  organizationId: uuid('organization_id').notNull(),
  level: text('level', { enum: levels }).notNull(),
  kind: text('kind').$type<NoticeKind>().notNull(),
  permission: text('permission').$type<Permission>().notNull(),
  /** Null: for everybody who may read it. */
  personId: uuid('person_id'),
  text: jsonb('text').$type<LocalizedText>().notNull(),
  eventId: uuid('event_id').notNull(),
  at: moment('at').notNull(),
});

export const noticeReads = copilot.table(
  'notice_reads',
  {
    userId: uuid('user_id').notNull(),
    noticeId: uuid('notice_id').notNull(),
    organizationId: uuid('organization_id').notNull(),
    readAt: moment('read_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.noticeId] })],
);

export const noticeSettings = copilot.table('notice_settings', {
  userId: uuid('user_id').primaryKey(),
  organizationId: uuid('organization_id').notNull(),
  settings: jsonb('settings').$type<NoticePreferences>().notNull(),
  appearOffline: boolean('appear_offline').notNull().default(false),
  updatedAt: moment('updated_at').notNull(),
});

export const noticeChannels = copilot.table('notice_channels', {
  id: uuid('id').primaryKey(),
  organizationId: uuid('organization_id').notNull(),
  kind: text('kind', { enum: ['slack', 'teams'] }).notNull(),
  name: text('name').notNull(),
  language: text('language', { enum: ['zh', 'en'] }).notNull(),
  hint: text('hint').notNull(),
  level: text('level', { enum: levels }).notNull(),
  kinds: text('kinds').array().$type<NoticeKind[]>().notNull(),
  detail: text('detail', { enum: ['kind', 'full'] }).notNull(),
  enabled: boolean('enabled').notNull(),
  answeredAt: moment('answered_at'),
  answerOk: boolean('answer_ok'),
  answer: text('answer'),
  createdBy: uuid('created_by').notNull(),
  createdAt: moment('created_at').notNull(),
});

export const deliveries = copilot.table('deliveries', {
  id: uuid('id').primaryKey(),
  organizationId: uuid('organization_id').notNull(),
  noticeId: uuid('notice_id').notNull(),
  clientId: uuid('client_id').notNull(),
  way: text('way', { enum: ['email', 'slack', 'teams'] }).notNull(),
  targetId: uuid('target_id').notNull(),
  status: text('status', {
    enum: ['waiting', 'sending', 'sent', 'failed', 'dropped'],
  }).notNull(),
  attempts: integer('attempts').notNull().default(0),
  nextAt: moment('next_at').notNull(),
  messageId: uuid('message_id'),
  claimedAt: moment('claimed_at'),
  sentAt: moment('sent_at'),
  error: text('error'),
  createdAt: moment('created_at').notNull(),
});
