import { z } from 'zod';
import { languageSchema, localizedTextSchema } from './language.ts';
import { lifecycleStageSchema } from './lifecycle.ts';
import { engineSchema } from './taxonomy.ts';

/** What a timeline entry is about; the filter chips of the workspace. */
export const timelineKindSchema = z.enum([
  'research',
  'map',
  'win',
  'build',
  'run',
  'support',
  'success',
  'crm',
  'work',
  'other',
]);
export type TimelineKind = z.infer<typeof timelineKindSchema>;

export const clientSummarySchema = z
  .object({
    id: z.uuid(),
    name: z.string(),
    stage: lifecycleStageSchema,
    stageSince: z.iso.datetime(),
    industry: z.object({ id: z.string(), name: localizedTextSchema }).nullable(),
    /** 0 to 100, computed from the client's events; 60 says nothing is known either way. */
    health: z.number().int(),
    /** Against the health before the last event that moved it. */
    healthChange: z.number().int(),
    /** What can be won by the map, CNY a year; null without a map. */
    opportunity: z.number().nullable(),
    /** The last event that is not routine, in a line. */
    lastLine: localizedTextSchema.nullable(),
    lastAt: z.iso.datetime(),
    /** Open tasks of this client. */
    waiting: z.number().int(),
    /** Something happened since the person last opened this client. */
    unread: z.boolean(),
  })
  .meta({ id: 'ClientSummary' });
export type ClientSummary = z.infer<typeof clientSummarySchema>;

export const clientOrderSchema = z.enum(['attention', 'recent', 'health', 'name']);
export type ClientOrder = z.infer<typeof clientOrderSchema>;

/** What narrows the list of clients; a saved view keeps exactly this. */
export const clientFilterSchema = z.object({
  search: z.string().max(120).default(''),
  stage: lifecycleStageSchema.nullable().default(null),
  industry: z.string().max(60).nullable().default(null),
  /** at_risk: below 45; watch: below 70; good: the rest. */
  health: z.enum(['at_risk', 'watch', 'good']).nullable().default(null),
  waiting: z.boolean().default(false),
  order: clientOrderSchema.default('attention'),
});
export type ClientFilter = z.infer<typeof clientFilterSchema>;

export const savedViewSchema = z
  .object({ id: z.uuid(), name: z.string().trim().min(1).max(60), filter: clientFilterSchema })
  .meta({ id: 'SavedView' });
export type SavedView = z.infer<typeof savedViewSchema>;

export const stageCountsSchema = z
  .object({
    all: z.number().int(),
    sales: z.number().int(),
    onboarding: z.number().int(),
    support: z.number().int(),
    success: z.number().int(),
    industries: z.array(z.object({ id: z.string(), name: localizedTextSchema, clients: z.number().int() })),
  })
  .meta({ id: 'StageCounts' });
export type StageCounts = z.infer<typeof stageCountsSchema>;

export const timelineEntrySchema = z
  .object({
    /** The event's id. */
    id: z.uuid(),
    kind: timelineKindSchema,
    type: z.string(),
    /** A card asks for an answer or changes the picture; a line is routine. */
    form: z.enum(['card', 'line']),
    title: localizedTextSchema,
    text: localizedTextSchema.nullable(),
    occurredAt: z.iso.datetime(),
    /** Id of the person who acted, or `system`. */
    actor: z.string(),
    /** Shares of the provider families when the event carries a map. */
    shares: z.array(z.object({ group: z.string(), share: z.number() })).nullable(),
    /** The open task that this event led to. */
    taskId: z.uuid().nullable(),
  })
  .meta({ id: 'TimelineEntry' });
export type TimelineEntry = z.infer<typeof timelineEntrySchema>;

export const timelineContextSchema = z
  .object({ entry: timelineEntrySchema, topic: z.string(), version: z.number().int(), payload: z.unknown() })
  .meta({ id: 'TimelineContext' });
export type TimelineContext = z.infer<typeof timelineContextSchema>;

export const taskStatusSchema = z.enum(['open', 'accepted', 'deferred', 'dismissed', 'done']);
export type TaskStatus = z.infer<typeof taskStatusSchema>;

/** What opens when a task is taken on. */
export const taskActionSchema = z.enum(['open_map', 'open_run', 'draft_email', 'handoff', 'open_client']);

export const workTaskSchema = z
  .object({
    id: z.uuid(),
    clientId: z.uuid(),
    clientName: z.string(),
    /** Which rule proposed it, or `manual`. */
    rule: z.string(),
    title: localizedTextSchema,
    reason: localizedTextSchema,
    /** What is expected when it is done; null where nothing can honestly be said. */
    outcome: localizedTextSchema.nullable(),
    action: taskActionSchema,
    status: taskStatusSchema,
    dueAt: z.iso.datetime().nullable(),
    deferredUntil: z.iso.datetime().nullable(),
    /** Events it rests on. */
    eventIds: z.array(z.uuid()),
    /** Chance in [0, 1] that this person takes such a task on, by which the list is ordered. */
    score: z.number(),
    /** The strongest grounds of the score, in words. */
    because: z.array(localizedTextSchema),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'WorkTask' });
export type WorkTask = z.infer<typeof workTaskSchema>;

export const taskDecisionSchema = z.discriminatedUnion('decision', [
  z.object({ decision: z.literal('accept') }),
  z.object({
    decision: z.literal('modify'),
    title: z.string().trim().min(1).max(200),
    dueAt: z.iso.datetime().nullable(),
  }),
  z.object({ decision: z.literal('defer'), until: z.iso.datetime() }),
  z.object({ decision: z.literal('dismiss'), feedback: z.string().trim().max(500) }),
  z.object({ decision: z.literal('finish') }),
  z.object({ decision: z.literal('reopen') }),
]);
export type TaskDecision = z.infer<typeof taskDecisionSchema>;

export const createTaskSchema = z.object({
  /** Chosen by the caller, so that a repeated request makes one task. */
  id: z.uuid(),
  title: z.string().trim().min(1).max(200),
  dueAt: z.iso.datetime().nullable(),
  /** An escalation is critical: it is announced to everybody who works on the client. */
  escalation: z.boolean(),
  reason: z.string().trim().max(500),
});
export type CreateTask = z.infer<typeof createTaskSchema>;

/** One sentence of the summary and the events that say so. */
export const summarySentenceSchema = z.object({
  text: z.string(),
  clientId: z.uuid(),
  eventIds: z.array(z.uuid()).min(1),
});
export const daySummarySchema = z
  .object({
    since: z.iso.datetime(),
    language: languageSchema,
    sentences: z.array(summarySentenceSchema),
    engine: engineSchema,
    /** A model is connected and may be asked for a better text. */
    modelReady: z.boolean(),
    /** Clients with which anything happened since. */
    moved: z.number().int(),
    waiting: z.number().int(),
    atRisk: z.number().int(),
  })
  .meta({ id: 'DaySummary' });
export type DaySummary = z.infer<typeof daySummarySchema>;

export const draftKindSchema = z.enum(['email', 'agenda', 'handoff_note']);
export type DraftKind = z.infer<typeof draftKindSchema>;
export const draftToneSchema = z.enum(['formal', 'warm', 'brief']);
export type DraftTone = z.infer<typeof draftToneSchema>;

export const requestDraftSchema = z.object({
  kind: draftKindSchema,
  tone: draftToneSchema,
  language: languageSchema,
  /** What it should be about, in the person's own words. */
  intent: z.string().trim().max(500).default(''),
});
export type RequestDraft = z.infer<typeof requestDraftSchema>;

export const draftSchema = z
  .object({
    id: z.uuid(),
    clientId: z.uuid(),
    kind: draftKindSchema,
    tone: draftToneSchema,
    language: languageSchema,
    subject: z.string(),
    body: z.string(),
    /** As the engine wrote it, when a person has changed it since. */
    original: z.object({ subject: z.string(), body: z.string() }).nullable(),
    engine: engineSchema,
    eventIds: z.array(z.uuid()),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'Draft' });
export type Draft = z.infer<typeof draftSchema>;
