import { z } from 'zod';
import { findingSchema, standingSchema } from './research.ts';
import { engineSchema } from './taxonomy.ts';

/** What a person says a finding should have been. */
export const findingCorrectionSchema = z.object({
  useCaseId: z.string().max(80).nullable(),
  providerId: z.string().max(80).nullable(),
  modelName: z.string().trim().min(1).max(120).nullable(),
  standing: standingSchema,
});
export type FindingCorrection = z.infer<typeof findingCorrectionSchema>;

const reason = z.string().trim().max(500).nullable();

/** A person's judgement of a finding. Kept apart from what the agents found; it holds for the same finding of later runs. */
export const reviewDecisionSchema = z.discriminatedUnion('decision', [
  z.object({ decision: z.literal('validated'), reason }),
  z.object({ decision: z.literal('rejected'), reason }),
  z.object({ decision: z.literal('corrected'), reason, correction: findingCorrectionSchema }),
  /** The same statement as another finding: its quotes go there. */
  z.object({ decision: z.literal('merged'), reason, into: z.string().max(500) }),
]);
export type ReviewDecision = z.infer<typeof reviewDecisionSchema>;

export const saveReviewSchema = z
  .object({
    /** Key of the finding, stable over runs. */
    key: z.string().min(1).max(500),
    /** Null takes the judgement back. */
    review: reviewDecisionSchema.nullable(),
  })
  .meta({ id: 'SaveReview' });
export type SaveReview = z.infer<typeof saveReviewSchema>;

export const reviewedFindingSchema = z.object({
  finding: findingSchema,
  review: z.object({ by: z.string(), at: z.iso.datetime(), verdict: reviewDecisionSchema }).nullable(),
});
export type ReviewedFinding = z.infer<typeof reviewedFindingSchema>;

const accuracySchema = z.object({
  reviewed: z.number().int().nonnegative(),
  validated: z.number().int().nonnegative(),
  /** Validated of those reviewed, in [0, 1]; null while nothing was reviewed. */
  share: z.number().nullable(),
});
export type Accuracy = z.infer<typeof accuracySchema>;

export const findingsWorkbenchSchema = z
  .object({
    items: z.array(reviewedFindingSchema),
    accuracy: accuracySchema,
    /** The same for each engine that found something, most reviewed first. */
    accuracyByEngine: z.array(accuracySchema.extend({ engine: engineSchema.omit({ reason: true }) })),
    /** Judgements that the map does not show yet. */
    waiting: z.number().int().nonnegative(),
  })
  .meta({ id: 'FindingsWorkbench' });
export type FindingsWorkbench = z.infer<typeof findingsWorkbenchSchema>;

/** A sentence of a stored page that answers a search. */
export const corpusHitSchema = z
  .object({
    pageId: z.uuid(),
    pageTitle: z.string(),
    url: z.string().nullable(),
    date: z.string().nullable(),
    text: z.string(),
    start: z.number().int().nonnegative(),
    end: z.number().int().nonnegative(),
    /** Places of the words that were looked for, in `text`. */
    marks: z.array(z.object({ start: z.number().int(), end: z.number().int() })),
  })
  .meta({ id: 'CorpusHit' });
export type CorpusHit = z.infer<typeof corpusHitSchema>;
