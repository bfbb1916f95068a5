import { z } from 'zod';
import { researchInputSchema } from './identity.ts';
import { languageSchema, localizedTextSchema } from './language.ts';
import { confidenceSchema, engineSchema } from './taxonomy.ts';

export const runStatusSchema = z.enum([
  'queued',
  'researching',
  'analysing',
  'drawing',
  'completed',
  'failed',
  'cancelled',
  'interrupted',
]);
export type RunStatus = z.infer<typeof runStatusSchema>;

export const agentNameSchema = z.enum(['research', 'analysis', 'visualisation']);
export type AgentName = z.infer<typeof agentNameSchema>;

export const stageSchema = z.object({
  agent: agentNameSchema,
  status: z.enum(['waiting', 'working', 'done', 'failed', 'skipped']),
  done: z.number().int().nonnegative(),
  total: z.number().int().nonnegative(),
  /** What the agent is at right now, for people. */
  activity: localizedTextSchema.nullable(),
  startedAt: z.iso.datetime().nullable(),
  finishedAt: z.iso.datetime().nullable(),
});
export type Stage = z.infer<typeof stageSchema>;

/** Where evidence can come from. `reference` is the library shipped with the product. */
export const sourceKindSchema = z.enum([
  'notes',
  'file',
  'link',
  'website',
  'wikidata',
  'wikipedia',
  'github',
  'news',
  'jobs',
  'filings',
  'social',
  'search',
  'browser',
  'reference',
]);
export type SourceKind = z.infer<typeof sourceKindSchema>;

export const sourceStatusSchema = z.enum([
  'waiting',
  'reading',
  'read',
  /** Not asked again: what an earlier run read is still fresh. */
  'reused',
  'nothing_found',
  'unreachable',
  'forbidden',
  'skipped',
  'failed',
]);

/** One place the research agent looked at, and how it went; a failure here is never fatal to the run. */
export const sourceReportSchema = z.object({
  id: z.string(),
  kind: sourceKindSchema,
  /** A host, a file name, a query: what a person would call it. */
  label: z.string(),
  status: sourceStatusSchema,
  pages: z.number().int().nonnegative(),
  /** Stable code such as `research.robots_forbid` when the status needs a reason. */
  code: z.string().nullable(),
  message: localizedTextSchema.nullable(),
  /** Of a source that was reused: when it was read. */
  readAt: z.iso.datetime().optional(),
});
export type SourceReport = z.infer<typeof sourceReportSchema>;

export const researchRunSchema = z
  .object({
    id: z.uuid(),
    clientId: z.uuid(),
    clientName: z.string(),
    status: runStatusSchema,
    stages: z.array(stageSchema),
    sources: z.array(sourceReportSchema),
    input: researchInputSchema,
    pages: z.number().int().nonnegative(),
    findings: z.number().int().nonnegative(),
    /** The map version this run led to, once drawn. */
    mapVersion: z.number().int().positive().nullable(),
    error: z.object({ code: z.string(), message: localizedTextSchema }).nullable(),
    createdAt: z.iso.datetime(),
    finishedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'ResearchRun' });
export type ResearchRun = z.infer<typeof researchRunSchema>;

export const materialSchema = z
  .object({
    id: z.uuid(),
    clientId: z.uuid(),
    fileName: z.string(),
    mediaType: z.string(),
    bytes: z.number().int().nonnegative(),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'Material' });
export type Material = z.infer<typeof materialSchema>;

/** A passage as it stands in a stored page; offsets are UTF-16 code units into the page's text. */
export const quoteSchema = z.object({
  pageId: z.uuid(),
  text: z.string(),
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
  pageTitle: z.string(),
  url: z.string().nullable(),
  sourceKind: sourceKindSchema,
  /** When it was published if the page says so, else when it was read. */
  date: z.string().nullable(),
});
export type Quote = z.infer<typeof quoteSchema>;

/** How the passage speaks of the fact. Only `current` carries volume on the map. */
export const standingSchema = z.enum(['current', 'planned', 'ended', 'speculated', 'compared']);
export type Standing = z.infer<typeof standingSchema>;

/** A figure a page reports about a use case, e.g. 30,000 reviews a day. */
export const reportedFigureSchema = z.object({
  metric: z.enum([
    'tokens',
    'units',
    'users',
    'conversations',
    'requests',
    'minutes',
    'documents',
    'employees',
    'developers',
    'cost_cny',
    // Part of the use case's volume, as a ratio.
    'share',
  ]),
  value: z.number().nonnegative(),
  period: z.enum(['day', 'month', 'year', 'once', 'total']),
  quote: quoteSchema,
});
export type ReportedFigure = z.infer<typeof reportedFigureSchema>;

export const findingSchema = z
  .object({
    id: z.uuid(),
    /** Stable over runs: the same claim about the same client has the same key. */
    key: z.string(),
    kind: z.enum(['workload', 'industry', 'profile']),
    /** Reference id of the use case, null for industry and profile findings or an unnamed use. */
    useCaseId: z.string().nullable(),
    providerId: z.string().nullable(),
    /** Reference id when the model is in the catalogue, else null with `modelName` as written. */
    modelId: z.string().nullable(),
    modelName: z.string().nullable(),
    /** For industry: the industry id. For profile: e.g. `employees: 12,000`. */
    value: z.string().nullable(),
    standing: standingSchema,
    figures: z.array(reportedFigureSchema),
    quotes: z.array(quoteSchema),
    confidence: confidenceSchema,
    engine: engineSchema,
    /** Keys of findings that say otherwise. */
    conflictsWith: z.array(z.string()),
  })
  .meta({ id: 'Finding' });
export type Finding = z.infer<typeof findingSchema>;

export const evidencePageSchema = z
  .object({
    id: z.uuid(),
    clientId: z.uuid(),
    url: z.string().nullable(),
    title: z.string(),
    sourceKind: sourceKindSchema,
    language: languageSchema.nullable(),
    text: z.string(),
    publishedAt: z.string().nullable(),
    fetchedAt: z.iso.datetime(),
  })
  .meta({ id: 'EvidencePage' });
export type EvidencePage = z.infer<typeof evidencePageSchema>;
