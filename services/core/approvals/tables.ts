import type {
  ApprovalMomentKind,
  ApprovalRisk,
  ApprovalRule,
  ApprovalStatus,
  ApprovalStep,
  ApprovalType,
  ApproverRole,
  LocalizedText,
  WorkCalendar,
} from '@tokenholic/contracts';
import {
  boolean,
  doublePrecision,
  integer,
  jsonb,
  pgSchema,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';

const schema = pgSchema('approvals');
const moment = (name: string) => timestamp(name, { withTimezone: true });

export const settings = schema.table('settings', {
  organizationId: uuid('organization_id').primaryKey(),
  rules: jsonb('rules').$type<ApprovalRule[]>().notNull(),
  calendar: jsonb('calendar').$type<WorkCalendar>().notNull(),
  ladder: text('ladder').array().$type<ApproverRole[]>().notNull(),
  revision: integer('revision').notNull(),
});

export const requests = schema.table('requests', {
  id: uuid('id').primaryKey(),
  organizationId: uuid('organization_id').notNull(),
  clientId: uuid('client_id'),
  clientName: text('client_name'),
  type: text('type').$type<ApprovalType>().notNull(),
  title: jsonb('title').$type<LocalizedText>().notNull(),
  detail: text('detail').notNull(),
  amountCny: doublePrecision('amount_cny'),
  discountPercent: doublePrecision('discount_percent'),
  personalData: boolean('personal_data').notNull(),
  risk: text('risk').$type<ApprovalRisk>().notNull(),
  subjectId: uuid('subject_id'),
  requestedBy: uuid('requested_by').notNull(),
  requestedByName: jsonb('requested_by_name').$type<LocalizedText>().notNull(),
  status: text('status').$type<ApprovalStatus>().notNull(),
  steps: jsonb('steps').$type<ApprovalStep[]>().notNull(),
  step: integer('step').notNull(),
  round: integer('round').notNull(),
  role: text('role').$type<ApproverRole>(),
  startedAt: moment('started_at'),
  dueAt: moment('due_at'),
  lookAt: moment('look_at'),
  roles: text('roles').array().$type<ApproverRole[]>().notNull(),
  revision: integer('revision').notNull(),
  createdAt: moment('created_at').notNull(),
  closedAt: moment('closed_at'),
});
export type RequestRow = typeof requests.$inferSelect;

export const moments = schema.table('moments', {
  id: uuid('id').primaryKey(),
  organizationId: uuid('organization_id').notNull(),
  clientId: uuid('client_id'),
  requestId: uuid('request_id').notNull(),
  at: moment('at').notNull(),
  kind: text('kind').$type<ApprovalMomentKind>().notNull(),
  byId: uuid('by_id'),
  byName: jsonb('by_name').$type<LocalizedText>(),
  onBehalfOf: jsonb('on_behalf_of').$type<LocalizedText>(),
  comment: text('comment').notNull(),
  role: text('role').$type<ApproverRole>(),
});

export const absences = schema.table('absences', {
  id: uuid('id').primaryKey(),
  organizationId: uuid('organization_id').notNull(),
  userId: uuid('user_id').notNull(),
  userName: jsonb('user_name').$type<LocalizedText>().notNull(),
  standInId: uuid('stand_in_id').notNull(),
  standInName: jsonb('stand_in_name').$type<LocalizedText>().notNull(),
  fromAt: moment('from_at').notNull(),
  untilAt: moment('until_at').notNull(),
});
