import { z } from 'zod';
import { localizedTextSchema } from './language.ts';

/** From the client's customers to the client's own systems; operations stand below and cover all of it. */
export const diagramLaneSchema = z.enum([
  'channels',
  'entry',
  'application',
  'intelligence',
  'systems',
  'operations',
]);
export type DiagramLane = z.infer<typeof diagramLaneSchema>;

export const diagramKindSchema = z.enum([
  'channel',
  'gateway',
  'guardrails',
  'application',
  'model',
  'knowledge',
  'system',
  'observability',
  'security',
  'capacity',
  'other',
]);
export type DiagramKind = z.infer<typeof diagramKindSchema>;

/**
 * proposed: what we bring, with its sources. today: what the map says runs now. assumed: usual for this use case and to be
 * confirmed with the client. added: drawn by a person.
 */
export const diagramStandingSchema = z.enum(['proposed', 'today', 'assumed', 'added']);
export type DiagramStanding = z.infer<typeof diagramStandingSchema>;

export const diagramNodeSchema = z.object({
  /** Stable over regenerations: edits hang on it. */
  id: z.string().min(1).max(120),
  lane: diagramLaneSchema,
  kind: diagramKindSchema,
  name: localizedTextSchema,
  detail: localizedTextSchema.nullable(),
  standing: diagramStandingSchema,
  /** Citations of the solution that speak of it. */
  citations: z.array(z.string()),
  /** A person gave it its name or place. */
  edited: z.boolean(),
});
export type DiagramNode = z.infer<typeof diagramNodeSchema>;

export const diagramEdgeSchema = z.object({
  from: z.string(),
  to: z.string(),
  label: localizedTextSchema.nullable(),
  standing: diagramStandingSchema,
});
export type DiagramEdge = z.infer<typeof diagramEdgeSchema>;

/** An architecture as data; nodes stand in their lane in the order of this list. */
export const diagramSchema = z.object({
  nodes: z.array(diagramNodeSchema).max(80),
  edges: z.array(diagramEdgeSchema).max(200),
});
export type Diagram = z.infer<typeof diagramSchema>;

const nodeId = z.string().min(1).max(120);
const name = z.string().trim().min(1).max(80);

/** What a person does to a diagram. Kept apart from what was drawn and replayed onto each next version. */
export const diagramEditSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('rename'), nodeId, name }),
  z.object({
    kind: z.literal('add'),
    nodeId,
    name,
    lane: diagramLaneSchema,
    what: diagramKindSchema,
  }),
  z.object({ kind: z.literal('remove'), nodeId }),
  z.object({
    kind: z.literal('move'),
    nodeId,
    lane: diagramLaneSchema,
    /** Place among the other nodes of that lane. */
    index: z.number().int().min(0).max(80),
  }),
  z.object({ kind: z.literal('connect'), from: nodeId, to: nodeId }),
  z.object({ kind: z.literal('disconnect'), from: nodeId, to: nodeId }),
]);
export type DiagramEdit = z.infer<typeof diagramEditSchema>;

export const editDiagramSchema = z.object({
  /** The version whose diagram was edited. */
  from: z.number().int().positive(),
  edits: z.array(diagramEditSchema).min(1).max(200),
  /** Why, in the person's words. */
  reason: z.string().trim().max(500).nullable(),
});
export type EditDiagram = z.infer<typeof editDiagramSchema>;

export const diagramChangeSchema = z.enum(['same', 'added', 'removed', 'changed']);
export type DiagramChange = z.infer<typeof diagramChangeSchema>;

/** Both diagrams in one, each thing with what became of it. */
export const diagramDiffSchema = z.object({
  diagram: diagramSchema,
  nodes: z.record(z.string(), diagramChangeSchema),
  /** By `from→to`. */
  edges: z.record(z.string(), diagramChangeSchema),
  /** Names before, of those renamed. */
  before: z.record(z.string(), localizedTextSchema),
});
export type DiagramDiff = z.infer<typeof diagramDiffSchema>;
