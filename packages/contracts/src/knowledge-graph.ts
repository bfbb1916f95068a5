import { z } from 'zod';
import { localizedTextSchema } from './language.ts';

export const entityKindSchema = z.enum([
  ...(['product', 'model', 'provider', 'use_case', 'company', 'price', 'limit'] as const),
]);
export type EntityKind = z.infer<typeof entityKindSchema>;

/** How a passage says that two things hang together; the last: it only names both in one sentence. */
export const relationKindSchema = z.enum([
  ...(['uses', 'offered_by', 'used_for', 'costs', 'limited_to', 'replaces', 'compared_with'] as const),
  ...(['part_of', 'mentioned_with'] as const),
]);
export type RelationKind = z.infer<typeof relationKindSchema>;

export const graphEntitySchema = z
  .object({
    key: z.string(),
    kind: entityKindSchema,
    name: localizedTextSchema,
    /** Passages that speak of it. */
    passages: z.number().int(),
  })
  .meta({ id: 'GraphEntity' });
export type GraphEntity = z.infer<typeof graphEntitySchema>;

export const graphEvidenceSchema = z.object({
  passageId: z.string(),
  documentId: z.uuid(),
  title: z.string(),
  heading: z.array(z.string()),
  page: z.number().int().nullable(),
  /** The sentence that says so. */
  quote: z.string(),
  via: z.enum(['rules', 'model']),
  /** The model that read it; null when rules did. */
  model: z.string().nullable(),
});

export const graphRelationSchema = z
  .object({
    subject: z.string(),
    relation: relationKindSchema,
    object: z.string(),
    confidence: z.number(),
    /** Passages that say so; the surest of them are the evidence. */
    passages: z.number().int(),
    evidence: z.array(graphEvidenceSchema),
  })
  .meta({ id: 'GraphRelation' });
export type GraphRelation = z.infer<typeof graphRelationSchema>;

export const graphNeighbourhoodSchema = z
  .object({
    entity: graphEntitySchema,
    neighbours: z.array(graphEntitySchema),
    /** Neighbours that are not shown. */
    leftOut: z.number().int(),
    relations: z.array(graphRelationSchema),
  })
  .meta({ id: 'GraphNeighbourhood' });
export type GraphNeighbourhood = z.infer<typeof graphNeighbourhoodSchema>;

export const graphPathsSchema = z
  .object({
    /** Shortest first; empty: nothing connects the two within four steps. */
    paths: z.array(
      z.object({
        entities: z.array(graphEntitySchema),
        /** What joins each with the next. */
        steps: z.array(z.array(graphRelationSchema)),
      }),
    ),
  })
  .meta({ id: 'GraphPaths' });
export type GraphPaths = z.infer<typeof graphPathsSchema>;
