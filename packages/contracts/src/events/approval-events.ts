import { z } from 'zod';
import {
  approvalPersonSchema,
  approvalRiskSchema,
  approvalStatusSchema,
  approvalTypeSchema,
  approverRoleSchema,
} from '../approvals.ts';
import { localizedTextSchema } from '../language.ts';

const request = {
  approvalId: z.uuid(),
  type: approvalTypeSchema,
  title: localizedTextSchema,
  subjectId: z.uuid().nullable(),
  risk: approvalRiskSchema,
};

/** Topic `approval_events`: who asked for a yes and who gave it. Of the client when it is about one, of the vendor otherwise. Published by core/approvals. */
export const approvalEvents = {
  'approval.requested': {
    1: z.object({
      ...request,
      by: approvalPersonSchema,
      role: approverRoleSchema,
      dueAt: z.iso.datetime().nullable(),
      amountCny: z.number().nullable(),
      discountPercent: z.number().nullable(),
      /** Above 1: submitted again after changes were asked for. */
      round: z.number().int(),
    }),
  },
  /** Somebody's word on a step; `status` is where the request stands after it. */
  'approval.decided': {
    1: z.object({
      ...request,
      by: approvalPersonSchema,
      onBehalfOf: localizedTextSchema.nullable(),
      decision: z.enum(['approve', 'reject', 'changes']),
      status: approvalStatusSchema,
      comment: z.string(),
    }),
  },
  'approval.reminded': {
    1: z.object({ ...request, role: approverRoleSchema, dueAt: z.iso.datetime().nullable() }),
  },
  'approval.escalated': {
    1: z.object({
      ...request,
      from: approverRoleSchema,
      to: approverRoleSchema,
      dueAt: z.iso.datetime().nullable(),
    }),
  },
  /** Time ran out and nobody stands above. */
  'approval.overdue': { 1: z.object({ ...request, role: approverRoleSchema }) },
  'approval.withdrawn': { 1: z.object({ ...request, by: approvalPersonSchema }) },
} as const;
