import { z } from 'zod';
import { languageSchema, localizedTextSchema } from './language.ts';

/** A part of a text, in UTF-16 units: `text.slice(start, end)`. */
export const textSpanSchema = z.object({ start: z.number().int(), end: z.number().int() });
export type TextSpan = z.infer<typeof textSpanSchema>;

export const knowledgeCollectionSchema = z
  .object({
    id: z.uuid(),
    name: localizedTextSchema,
    /** The curated base of the product: everybody reads it, nobody changes it. */
    readOnly: z.boolean(),
    documents: z.number().int(),
    chunks: z.number().int(),
    failed: z.number().int(),
    /** Passages that can be found by meaning too; null when nothing here embeds. */
    embedded: z.number().int().nullable(),
    /** Questions it is known to answer, to start from; none for a collection of one's own. */
    exampleQuestions: z.array(localizedTextSchema),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'KnowledgeCollection' });
export type KnowledgeCollection = z.infer<typeof knowledgeCollectionSchema>;

export const knowledgeKindSchema = z.enum(['file', 'url', 'faq', 'curated']);
export type KnowledgeKind = z.infer<typeof knowledgeKindSchema>;
export const knowledgeStatusSchema = z.enum(['queued', 'reading', 'ready', 'failed']);
export type KnowledgeStatus = z.infer<typeof knowledgeStatusSchema>;

export const knowledgeDocumentSchema = z
  .object({
    id: z.uuid(),
    collectionId: z.uuid(),
    kind: knowledgeKindSchema,
    title: z.string(),
    /** File name or address; null for an entry typed in. */
    origin: z.string().nullable(),
    status: knowledgeStatusSchema,
    failure: z.object({ code: z.string(), message: localizedTextSchema }).nullable(),
    language: languageSchema.nullable(),
    chunks: z.number().int(),
    /** Chunks that the last reading added or replaced. */
    changedChunks: z.number().int(),
    /** The file is so large that only its first part was read. */
    cut: z.boolean(),
    /** The date its facts are of, when the document says so. */
    asOf: z.string().nullable(),
    /** When the source was last read; null before the first time. */
    readAt: z.iso.datetime().nullable(),
    /** Not read for so long that it may have changed. */
    stale: z.boolean(),
    /** The sitemap it came from; null when it was added by itself. */
    sourceId: z.uuid().nullable(),
    /** Readings that failed in a row, and whether the next try comes by itself. */
    attempts: z.number().int(),
    triesAgain: z.boolean(),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'KnowledgeDocument' });
export type KnowledgeDocument = z.infer<typeof knowledgeDocumentSchema>;

export const knowledgeChunkSchema = z.object({
  number: z.number().int(),
  heading: z.array(z.string()),
  page: z.number().int().nullable(),
  text: z.string(),
});
export type KnowledgeChunk = z.infer<typeof knowledgeChunkSchema>;

export const knowledgeDocumentDetailSchema = knowledgeDocumentSchema
  .extend({
    passages: z.array(knowledgeChunkSchema),
    /** The text of an entry typed in, to be edited. */
    body: z.string().nullable(),
  })
  .meta({ id: 'KnowledgeDocumentDetail' });
export type KnowledgeDocumentDetail = z.infer<typeof knowledgeDocumentDetailSchema>;

export const knowledgeHitSchema = z
  .object({
    /** Names the passage for as long as its words stay the same. */
    passageId: z.string(),
    collectionId: z.uuid(),
    documentId: z.uuid(),
    title: z.string(),
    origin: z.string().nullable(),
    asOf: z.string().nullable(),
    readOnly: z.boolean(),
    heading: z.array(z.string()),
    page: z.number().int().nullable(),
    text: z.string(),
    /** Sentences that answer, likeliest first. */
    marks: z.array(textSpanSchema),
    score: z.number(),
    /** Share of what was asked, by weight, that the passage has: 0 to 1. */
    covered: z.number(),
    /** It speaks of what was asked: by its words, or in the other language by how near it is in meaning. */
    speaks: z.boolean(),
    /** How it was found: places from 1 by words and by meaning, null where that side did not find it. */
    found: z.object({
      words: z.number().int().nullable(),
      meaning: z.object({ place: z.number().int(), similarity: z.number() }).nullable(),
      /** A model made for it had the last word on the order. */
      reranked: z.boolean(),
    }),
  })
  .meta({ id: 'KnowledgeHit' });
export type KnowledgeHit = z.infer<typeof knowledgeHitSchema>;

export const knowledgeAnswerSchema = z
  .object({
    question: z.string(),
    hits: z.array(knowledgeHitSchema),
    /** False: nothing here speaks of what was asked, and that is the answer. */
    known: z.boolean(),
    /** Words of the question that were looked up in another spelling or language. */
    readAs: z.array(z.object({ asked: z.string(), read: z.string() })),
    /** `words`: no vectors were at hand, or none were wanted. */
    by: z.enum(['words', 'all']),
    /** Why meaning was left out although there is a model for it: the organisation's token budget is spent. */
    meaningLeftOut: z.enum(['budget_spent']).nullable(),
    milliseconds: z.number(),
  })
  .meta({ id: 'KnowledgeAnswer' });
export type KnowledgeAnswer = z.infer<typeof knowledgeAnswerSchema>;

export const createCollectionSchema = z.object({ name: z.string().trim().min(1).max(80) });
export const faqEntrySchema = z.object({
  question: z.string().trim().min(1).max(300),
  answer: z.string().trim().min(1).max(50_000),
});
export type FaqEntry = z.infer<typeof faqEntrySchema>;
export const knowledgeSearchSchema = z.object({
  question: z.string().trim().min(1).max(2_000),
  /** Empty: every collection one may read. */
  collectionIds: z.array(z.uuid()).max(50).default([]),
  limit: z.number().int().min(1).max(20).default(8),
  /** `words` leaves vectors aside, also where there are some. */
  by: z.enum(['words', 'all']).default('all'),
});
export type KnowledgeSearch = z.infer<typeof knowledgeSearchSchema>;

export const trialQuestionSchema = z
  .object({
    id: z.uuid(),
    collectionId: z.uuid(),
    question: z.string(),
    documentId: z.uuid(),
    documentTitle: z.string(),
    /** Words that the expected passage has; null: any passage of the document will do. */
    passage: z.string().nullable(),
  })
  .meta({ id: 'TrialQuestion' });
export type TrialQuestion = z.infer<typeof trialQuestionSchema>;

export const createTrialQuestionSchema = z.object({
  question: z.string().trim().min(1).max(2_000),
  documentId: z.uuid(),
  passage: z.string().trim().min(1).max(2_000).nullable(),
});
export type CreateTrialQuestion = z.infer<typeof createTrialQuestionSchema>;

/** How well one way to search answered the questions of a test. */
export const trialScoreSchema = z.object({
  /** Shares of questions whose passage came first, and among the first five: 0 to 1. */
  first: z.number(),
  firstFive: z.number(),
  /** Place of the expected passage from 1; null when it was not among the hits. */
  outcomes: z.array(z.object({ questionId: z.uuid(), rank: z.number().int().nullable() })),
});
export type TrialScore = z.infer<typeof trialScoreSchema>;

/** The score is of the search as people have it: by words, and by meaning where that is ready. */
export const trialRunSchema = trialScoreSchema
  .extend({
    id: z.uuid(),
    at: z.iso.datetime(),
    questions: z.number().int(),
    /** The same questions by words alone, in the same run; null when there was no search by meaning to compare with. */
    words: trialScoreSchema.nullable(),
  })
  .meta({ id: 'TrialRun' });
export type TrialRun = z.infer<typeof trialRunSchema>;

/** A sitemap whose pages a collection keeps. */
export const knowledgeSourceSchema = z
  .object({
    id: z.uuid(),
    collectionId: z.uuid(),
    url: z.string(),
    status: knowledgeStatusSchema,
    failure: z.object({ code: z.string(), message: localizedTextSchema }).nullable(),
    /** Pages that are kept of it. */
    pages: z.number().int(),
    /** Listed pages there was no room for. */
    leftOut: z.number().int(),
    readAt: z.iso.datetime().nullable(),
    stale: z.boolean(),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'KnowledgeSource' });
export type KnowledgeSource = z.infer<typeof knowledgeSourceSchema>;
