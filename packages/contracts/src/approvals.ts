import { z } from 'zod';
import { localizedTextSchema } from './language.ts';

/** What may need somebody else's yes. */
export const approvalTypeSchema = z.enum(['deal', 'document', 'handoff', 'export', 'library', 'budget']);
export type ApprovalType = z.infer<typeof approvalTypeSchema>;

export const approvalRiskSchema = z.enum(['low', 'medium', 'high']);
export type ApprovalRisk = z.infer<typeof approvalRiskSchema>;

/** Roles that a step of a route can be given to. */
export const approverRoleSchema = z.enum([
  ...(['presales_engineer', 'success_manager', 'sales_manager', 'platform_admin'] as const),
]);
export type ApproverRole = z.infer<typeof approverRoleSchema>;

/** `changes`: back with the requester, who may submit it again. */
export const approvalStatusSchema = z.enum(['waiting', 'changes', 'approved', 'rejected', 'withdrawn']);
export type ApprovalStatus = z.infer<typeof approvalStatusSchema>;

export const approvalPersonSchema = z.object({ id: z.uuid(), name: localizedTextSchema });
export type ApprovalPerson = z.infer<typeof approvalPersonSchema>;

/** Money in CNY a year, discount in percent of the list price. */
const figures = {
  amountCny: z.number().min(0).max(1e13).nullable(),
  discountPercent: z.number().min(0).max(100).nullable(),
};

export const approvalRuleSchema = z.object({
  id: z.string().trim().min(1).max(40),
  enabled: z.boolean(),
  /** Null: any type. */
  type: approvalTypeSchema.nullable(),
  /** A rule fits when everything that is set here is reached. */
  riskFrom: approvalRiskSchema.nullable(),
  amountFromCny: z.number().min(0).max(1e13).nullable(),
  discountFromPercent: z.number().min(0).max(100).nullable(),
  /** One after the other; hours are working hours. */
  steps: z
    .array(z.object({ role: approverRoleSchema, hours: z.number().min(0.25).max(400) }))
    .min(1)
    .max(3),
});
export type ApprovalRule = z.infer<typeof approvalRuleSchema>;

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

export const workCalendarSchema = z.object({
  timeZone: z
    .string()
    .max(60)
    .refine((zone) => {
      try {
        return new Intl.DateTimeFormat('en', { timeZone: zone }) !== null;
      } catch {
        return false; // no such zone
      }
    }, 'must be a time zone'),
  /** 1 is Monday. */
  days: z.array(z.number().int().min(1).max(7)).min(1).max(7),
  opens: clockTime,
  closes: clockTime,
  holidays: z.array(z.iso.date()).max(400),
});
export type WorkCalendar = z.infer<typeof workCalendarSchema>;

export const approvalSettingsSchema = z
  .object({
    /** The first enabled rule that fits decides; none: no approval is needed. */
    rules: z.array(approvalRuleSchema).max(40),
    calendar: workCalendarSchema,
    /** Who takes over when time has run out, from below. */
    ladder: z.array(approverRoleSchema).min(1).max(4),
    revision: z.number().int(),
  })
  .meta({ id: 'ApprovalSettings' });
export type ApprovalSettings = z.infer<typeof approvalSettingsSchema>;

export const approvalStepSchema = z.object({
  role: approverRoleSchema,
  hours: z.number(),
  /** Null until the step is reached. */
  startedAt: z.iso.datetime().nullable(),
  remindAt: z.iso.datetime().nullable(),
  dueAt: z.iso.datetime().nullable(),
  remindedAt: z.iso.datetime().nullable(),
  /** Time ran out and there was nobody above. */
  overdueAt: z.iso.datetime().nullable(),
  escalations: z.array(z.object({ from: approverRoleSchema, to: approverRoleSchema, at: z.iso.datetime() })),
  decidedBy: approvalPersonSchema.nullable(),
  decidedAt: z.iso.datetime().nullable(),
});
export type ApprovalStep = z.infer<typeof approvalStepSchema>;

export const approvalMomentKindSchema = z.enum([
  ...(['requested', 'approved', 'rejected', 'changes', 'resubmitted', 'withdrawn'] as const),
  ...(['reminded', 'escalated', 'overdue', 'decided_elsewhere'] as const),
]);
export type ApprovalMomentKind = z.infer<typeof approvalMomentKindSchema>;

/** One line of a request's history. */
export const approvalMomentSchema = z.object({
  id: z.uuid(),
  at: z.iso.datetime(),
  kind: approvalMomentKindSchema,
  /** Null: the clock. */
  by: approvalPersonSchema.nullable(),
  /** Whom the person stood in for. */
  onBehalfOf: localizedTextSchema.nullable(),
  comment: z.string(),
  role: approverRoleSchema.nullable(),
});
export type ApprovalMoment = z.infer<typeof approvalMomentSchema>;

export const approvalCardSchema = z
  .object({
    id: z.uuid(),
    type: approvalTypeSchema,
    clientId: z.uuid().nullable(),
    clientName: z.string().nullable(),
    title: localizedTextSchema,
    ...figures,
    risk: approvalRiskSchema,
    status: approvalStatusSchema,
    requestedBy: approvalPersonSchema,
    /** Whose turn it is; null when it is nobody's. */
    role: approverRoleSchema.nullable(),
    startedAt: z.iso.datetime().nullable(),
    dueAt: z.iso.datetime().nullable(),
    escalated: z.boolean(),
    createdAt: z.iso.datetime(),
    closedAt: z.iso.datetime().nullable(),
    revision: z.number().int(),
    /** Whether the one who asks may decide it now. */
    mayDecide: z.boolean(),
    mayWithdraw: z.boolean(),
  })
  .meta({ id: 'ApprovalCard' });
export type ApprovalCard = z.infer<typeof approvalCardSchema>;

export const approvalSchema = approvalCardSchema
  .extend({
    detail: z.string(),
    /** The thing it is about: a deal, an entry of the library; null when it was asked for by hand. */
    subjectId: z.uuid().nullable(),
    steps: z.array(approvalStepSchema),
    step: z.number().int(),
    round: z.number().int(),
    moments: z.array(approvalMomentSchema),
    /** Who could decide now, by name. */
    approvers: z.array(approvalPersonSchema),
  })
  .meta({ id: 'Approval' });
export type Approval = z.infer<typeof approvalSchema>;

export const approvalViewSchema = z.enum(['mine', 'asked', 'open', 'closed']);
export type ApprovalView = z.infer<typeof approvalViewSchema>;

export const approvalCountSchema = z
  .object({ waiting: z.number().int(), asked: z.number().int(), nextDueAt: z.iso.datetime().nullable() })
  .meta({ id: 'ApprovalCount' });
export type ApprovalCount = z.infer<typeof approvalCountSchema>;

const questionFields = {
  type: approvalTypeSchema,
  ...figures,
  /** Data of people goes out. */
  personalData: z.boolean().default(false),
};
export const approvalQuestionSchema = z.object(questionFields);
export type ApprovalQuestion = z.infer<typeof approvalQuestionSchema>;

/** The route a request would take; null: nobody needs to be asked. */
export const approvalRouteSchema = z
  .object({
    risk: approvalRiskSchema,
    ruleId: z.string().nullable(),
    steps: z.array(
      z.object({ role: approverRoleSchema, hours: z.number(), dueAt: z.iso.datetime().nullable() }),
    ),
  })
  .meta({ id: 'ApprovalRoute' });
export type ApprovalRoute = z.infer<typeof approvalRouteSchema>;

/** Asked for by hand. Deals and entries of the library ask from where they are. */
export const requestApprovalSchema = z
  .object({
    id: z.uuid(),
    ...questionFields,
    type: z.enum(['document', 'handoff', 'export', 'budget']),
    clientId: z.uuid().nullable(),
    title: z.string().trim().min(3).max(160),
    detail: z.string().trim().max(4_000),
  })
  .meta({ id: 'RequestApproval' });
export type RequestApproval = z.infer<typeof requestApprovalSchema>;

export const decideApprovalSchema = z
  .object({
    decision: z.enum(['approve', 'reject', 'changes']),
    comment: z.string().trim().max(2_000),
    revision: z.number().int(),
  })
  .refine(({ decision, comment }) => decision === 'approve' || comment !== '', 'must say why')
  .meta({ id: 'DecideApproval' });
export type DecideApproval = z.infer<typeof decideApprovalSchema>;

export const resubmitApprovalSchema = z
  .object({ detail: z.string().trim().max(4_000), ...figures, revision: z.number().int() })
  .meta({ id: 'ResubmitApproval' });
export type ResubmitApproval = z.infer<typeof resubmitApprovalSchema>;

export const bulkApproveSchema = z.object({ ids: z.array(z.uuid()).min(1).max(100) });
export const bulkApproveReportSchema = z
  .object({
    approved: z.number().int(),
    left: z.array(z.object({ id: z.uuid(), title: localizedTextSchema, why: localizedTextSchema })),
  })
  .meta({ id: 'BulkApproveReport' });
export type BulkApproveReport = z.infer<typeof bulkApproveReportSchema>;

/** Who decides for somebody who is away. */
export const absenceSchema = z
  .object({
    id: z.uuid(),
    person: approvalPersonSchema,
    standIn: approvalPersonSchema,
    from: z.iso.datetime(),
    until: z.iso.datetime(),
  })
  .meta({ id: 'Absence' });
export type Absence = z.infer<typeof absenceSchema>;
export const setAbsenceSchema = z.object({
  id: z.uuid(),
  standInId: z.uuid(),
  from: z.iso.datetime(),
  until: z.iso.datetime(),
});
export type SetAbsence = z.infer<typeof setAbsenceSchema>;

/** Why a deal may not move on yet. */
export const dealApprovalNeedSchema = z.object({
  state: z.enum(['not_asked', 'waiting', 'changes', 'rejected']),
  approvalId: z.uuid().nullable(),
});
export type DealApprovalNeed = z.infer<typeof dealApprovalNeedSchema>;
