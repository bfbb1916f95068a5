import { z } from 'zod';
import { rangeSchema } from './battlemap.ts';
import { localizedTextSchema } from './language.ts';
import { diagramDiffSchema, diagramEditSchema, diagramSchema } from './solution-diagram.ts';
import { solutionRunSchema } from './solution-runs.ts';
import { engineSchema } from './taxonomy.ts';

/** What a solution is for: a tile or a use case of the client's map, or a question. */
export const solutionSubjectSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('use_case'), useCaseKey: z.string().min(1).max(300) }),
  z.object({ kind: z.literal('tile'), tileKey: z.string().min(1).max(300) }),
  z.object({ kind: z.literal('question'), question: z.string().trim().min(3).max(2_000) }),
]);
export type SolutionSubject = z.infer<typeof solutionSubjectSchema>;

export const solutionCitationSchema = z.object({
  /** `c1`, `c2`, … in the order of first use. */
  id: z.string(),
  kind: z.enum(['passage', 'map', 'price']),
  title: z.string(),
  heading: z.array(z.string()),
  page: z.number().int().nullable(),
  /** The words relied on, as they stand in the source. */
  quote: z.string(),
  origin: z.string().nullable(),
  asOf: z.string().nullable(),
  documentId: z.uuid().nullable(),
});
export type SolutionCitation = z.infer<typeof solutionCitationSchema>;

/**
 * cited: its words stand in the passages it cites. computed: figures from the map and list prices, worked out in code.
 * assumption: the product's planning rule, said to be one. unknown: says that nothing is known.
 */
export const sentenceStandingSchema = z.enum(['cited', 'computed', 'assumption', 'unknown']);

export const solutionSentenceSchema = z.object({
  text: localizedTextSchema,
  standing: sentenceStandingSchema,
  citations: z.array(z.string()),
});
export type SolutionSentence = z.infer<typeof solutionSentenceSchema>;

const part = { id: z.string(), name: localizedTextSchema, sentences: z.array(solutionSentenceSchema) };

export const costRowSchema = z.object({
  tileKey: z.string(),
  useCase: localizedTextSchema,
  provider: localizedTextSchema,
  current: localizedTextSchema,
  ours: z.string(),
  /** Token equivalents a year that can move. */
  tokens: z.number(),
  /** CNY a year for those tokens; null when the price is unknown. */
  currentCny: z.number().nullable(),
  oursCny: z.number().nullable(),
  /** The same for the low, likely and high volume of the map; null when the price is unknown. */
  currentRange: rangeSchema.nullable(),
  oursRange: rangeSchema.nullable(),
});
export type CostRow = z.infer<typeof costRowSchema>;

export const solutionCostSchema = z.object({
  rows: z.array(costRowSchema),
  /** Sums over rows where both prices are known; null when there is none. */
  currentCny: z.number().nullable(),
  oursCny: z.number().nullable(),
  savingCny: z.number().nullable(),
  /** Ranges of the sums: deviations of the rows combined as a root sum of squares. */
  currentRange: rangeSchema.nullable(),
  oursRange: rangeSchema.nullable(),
  savingRange: rangeSchema.nullable(),
  sentences: z.array(solutionSentenceSchema),
});
export type SolutionCost = z.infer<typeof solutionCostSchema>;

export const solutionStepSchema = z.object({
  ...part,
  days: z.object({ low: z.number(), high: z.number() }),
  risk: z.enum(['low', 'medium', 'high']),
});
export type SolutionStep = z.infer<typeof solutionStepSchema>;

export const droppedSentenceSchema = z.object({
  text: z.string(),
  reason: z.enum(['no_citation', 'number', 'name', 'words', 'negation', 'instruction']),
});
export type DroppedSentence = z.infer<typeof droppedSentenceSchema>;

export const solutionContentSchema = z.object({
  /** False: nothing in the knowledge base answers the question. */
  known: z.boolean(),
  summary: z.array(solutionSentenceSchema),
  products: z.array(z.object({ ...part, kind: z.enum(['model', 'product']) })),
  differences: z.array(
    z.object({
      ...part,
      provider: localizedTextSchema,
      /** Whose battlecard says more; absent in versions written before cards were linked. */
      providerId: z.string().optional(),
      side: z.enum(['ours', 'theirs', 'even', 'depends']),
    }),
  ),
  diagram: diagramSchema,
  cost: solutionCostSchema,
  steps: z.array(solutionStepSchema),
  cases: z.array(z.object(part)),
  questions: z.array(z.object({ id: z.string(), text: localizedTextSchema })),
  /** What feedback asked about, each with what the knowledge base says. */
  answers: z.array(z.object(part)),
  citations: z.array(solutionCitationSchema),
  /** What was written but not supported, or read as an order: left out, and shown to be. */
  dropped: z.array(droppedSentenceSchema),
  engine: engineSchema,
});
export type SolutionContent = z.infer<typeof solutionContentSchema>;

export const solutionSectionSchema = z.enum([
  'summary',
  'products',
  'differences',
  'cost',
  'steps',
  'cases',
  'questions',
  'answers',
  'diagram',
]);
export type SolutionSection = z.infer<typeof solutionSectionSchema>;

/** What feedback wants of the next version. */
export const wishSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('exclude'), id: z.string() }),
  z.object({ kind: z.literal('prefer'), id: z.string() }),
  z.object({ kind: z.literal('cheaper') }),
  z.object({ kind: z.literal('budget'), cnyPerYear: z.number() }),
  z.object({ kind: z.literal('days'), days: z.number() }),
  z.object({ kind: z.literal('self_host') }),
  z.object({ kind: z.literal('shorter') }),
  z.object({ kind: z.literal('topic'), question: z.string() }),
]);
export type Wish = z.infer<typeof wishSchema>;

export const feedbackPointSchema = z.object({
  id: z.string(),
  /** The words of the feedback this point is read from, and where they stand. */
  quote: z.string(),
  start: z.number().int(),
  wish: wishSchema,
  reads: localizedTextSchema,
});
export type FeedbackPoint = z.infer<typeof feedbackPointSchema>;

export const pointAnswerSchema = z.object({
  pointId: z.string(),
  outcome: z.enum(['done', 'partly', 'not_possible', 'locked']),
  how: localizedTextSchema,
  where: solutionSectionSchema,
});
export type PointAnswer = z.infer<typeof pointAnswerSchema>;

export const solutionVersionSchema = z
  .object({
    number: z.number().int(),
    /** The version it was made from; null for the first. */
    parent: z.number().int().nullable(),
    content: solutionContentSchema,
    feedback: z.string().nullable(),
    points: z.array(feedbackPointSchema),
    answers: z.array(pointAnswerSchema),
    locked: z.array(solutionSectionSchema),
    /** What people drew by hand up to here; replayed onto the diagram of each next version. */
    diagramEdits: z.array(diagramEditSchema),
    /** Why it was made, when it was made by hand. */
    reason: z.string().nullable(),
    /** Set when an earlier version was brought back. */
    restoredFrom: z.number().int().nullable(),
    by: localizedTextSchema,
    at: z.iso.datetime(),
  })
  .meta({ id: 'SolutionVersion' });
export type SolutionVersion = z.infer<typeof solutionVersionSchema>;

export const solutionVersionLineSchema = solutionVersionSchema
  .pick({ number: true, parent: true, restoredFrom: true, by: true, at: true, locked: true })
  .extend({
    points: z.number().int(),
    engine: engineSchema,
    /** Edits of the diagram that this version added to its parent's. */
    edits: z.number().int(),
    reason: z.string().nullable(),
  });
export type SolutionVersionLine = z.infer<typeof solutionVersionLineSchema>;

export const solutionLineSchema = z
  .object({
    id: z.uuid(),
    clientId: z.uuid().nullable(),
    title: localizedTextSchema,
    subject: solutionSubjectSchema,
    current: z.number().int(),
    savingCny: z.number().nullable(),
    known: z.boolean(),
    /** A model is writing the summary; what is shown was written by rules. */
    writing: z.boolean(),
    /** The last run of the three agents. */
    run: solutionRunSchema.nullable(),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'SolutionLine' });
export type SolutionLine = z.infer<typeof solutionLineSchema>;

export const solutionSchema = solutionLineSchema
  .extend({
    /** Null while the first one is being made. */
    version: solutionVersionSchema.nullable(),
    versions: z.array(solutionVersionLineSchema),
  })
  .meta({ id: 'Solution' });
export type Solution = z.infer<typeof solutionSchema>;

export const createSolutionSchema = z.object({ subject: solutionSubjectSchema });

export const readFeedbackSchema = z.object({ feedback: z.string().trim().min(3).max(40_000) });

export const refineSolutionSchema = readFeedbackSchema.extend({
  /** The version to go on from: refining an earlier one makes a branch. */
  from: z.number().int().positive(),
  /** The points to answer, as they were shown before; each is checked against the feedback again. */
  points: z.array(feedbackPointSchema).min(1).max(60),
  locked: z.array(solutionSectionSchema),
});
export type RefineSolution = z.infer<typeof refineSolutionSchema>;

const diffLine = z.object({ change: z.enum(['same', 'added', 'removed']), text: localizedTextSchema });
export type DiffLine = z.infer<typeof diffLine>;

export const solutionDiffSchema = z
  .object({
    from: z.number().int(),
    to: z.number().int(),
    parts: z.array(
      z.object({
        section: solutionSectionSchema,
        id: z.string(),
        name: localizedTextSchema.nullable(),
        change: z.enum(['added', 'removed', 'changed']),
        lines: z.array(diffLine),
      }),
    ),
    cost: z.object({
      before: z.object({ currentCny: z.number().nullable(), oursCny: z.number().nullable() }),
      after: z.object({ currentCny: z.number().nullable(), oursCny: z.number().nullable() }),
      /** Our cost by row, where the two differ. */
      rows: z.array(
        z.object({
          tileKey: z.string(),
          useCase: localizedTextSchema,
          before: z.object({ ours: z.string(), oursCny: z.number().nullable() }).nullable(),
          after: z.object({ ours: z.string(), oursCny: z.number().nullable() }).nullable(),
        }),
      ),
    }),
    days: z.object({
      before: z.object({ low: z.number(), high: z.number() }),
      after: z.object({ low: z.number(), high: z.number() }),
    }),
    diagram: diagramDiffSchema,
  })
  .meta({ id: 'SolutionDiff' });
export type SolutionDiff = z.infer<typeof solutionDiffSchema>;
