import { z } from 'zod';
import { draftKindSchema, taskStatusSchema } from '../copilot.ts';
import { localizedTextSchema } from '../language.ts';

/** Topic `copilot_events`: what people decide and write in the workspace. Published by core/copilot. */
export const copilotEvents = {
  'task.created': {
    1: z.object({
      taskId: z.uuid(),
      title: localizedTextSchema,
      escalation: z.boolean(),
      reason: z.string(),
    }),
  },
  'task.decided': {
    1: z.object({
      taskId: z.uuid(),
      rule: z.string(),
      title: localizedTextSchema,
      status: taskStatusSchema,
      feedback: z.string().nullable(),
      /** When it was due; absent in events from before this was told. */
      dueAt: z.iso.datetime().nullable().optional(),
    }),
  },
  /** The due date of an open task has passed. */
  'task.overdue': {
    1: z.object({
      taskId: z.uuid(),
      rule: z.string(),
      title: localizedTextSchema,
      dueAt: z.iso.datetime(),
    }),
  },
  'draft.written': {
    1: z.object({ draftId: z.uuid(), kind: draftKindSchema, subject: z.string() }),
  },
} as const;
