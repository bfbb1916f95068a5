import {
  localizedTextSchema,
  nativeUnitSchema,
  providerSchema,
  rangeSchema,
  reportedFigureSchema,
  sourceReferenceSchema,
} from '@tokenholic/contracts';
import { z } from 'zod';

/** A cloud, model maker, host, or the two special answers `self-hosted` and `unknown`. */
export const referenceProviderSchema = providerSchema.extend({
  /** What a text may call it, its own model families included, zh and en, safe to recognise alone. */
  aliases: z.array(z.string()),
  /** Names that are ordinary words or whole companies: they count only beside a firm sign of AI use. */
  contextAliases: z.array(z.string()),
  apiDomains: z.array(z.string()),
  source: sourceReferenceSchema,
});
export type ReferenceProvider = z.infer<typeof referenceProviderSchema>;

/** One length tier: applies to requests of up to `inputTokensUpTo` input tokens (null: any longer). Per million tokens. */
export const priceTierSchema = z.object({
  inputTokensUpTo: z.number().nullable(),
  input: z.number().nullable(),
  output: z.number().nullable(),
});

/** List price of a model at one provider. Null means not found: shown as unknown, never filled in. */
export const listPriceSchema = z.object({
  providerId: z.string(),
  currency: z.enum(['CNY', 'USD']),
  unit: z.enum([
    'million_tokens',
    'video_second',
    'audio_second',
    'image',
    'ten_thousand_characters',
    'call',
  ]),
  input: z.number().nullable(),
  output: z.number().nullable(),
  cachedInput: z.number().nullable(),
  tiers: z.array(priceTierSchema),
  /** Headline price in `unit` when it is not tokens, e.g. CNY per second at 720p. */
  perUnit: z.number().nullable(),
  perUnitMeaning: z.string().nullable(),
  source: sourceReferenceSchema,
});
export type ListPrice = z.infer<typeof listPriceSchema>;

export const referenceModelSchema = z.object({
  id: z.string(),
  name: z.string(),
  family: z.string(),
  /** Who made it. Not who serves it: a model's name is not its provider. */
  makerId: z.string(),
  servedBy: z.array(z.string()),
  modalities: z.array(z.string()),
  /** Names safe to recognise alone; no two models share one. Match without regard to case; a space stands for a hyphen. */
  aliases: z.array(z.string()),
  /** Names that are ordinary words: they count only beside a firm sign of AI use. */
  contextAliases: z.array(z.string()).optional(),
  /** The text names the family but no version: it has no list price of its own. */
  familyOnly: z.boolean().optional(),
  prices: z.array(listPriceSchema),
  contextTokens: z.number().nullable(),
  releasedOn: z.string().nullable(),
  /** `first_seen`: the earliest dated mention found, so the release was then or before. */
  releasedOnBasis: z.enum(['published', 'first_seen']).optional(),
  openWeights: z.boolean().nullable(),
  source: sourceReferenceSchema,
});
export type ReferenceModel = z.infer<typeof referenceModelSchema>;

export const referenceUseCaseSchema = z.object({
  id: z.string(),
  group: z.string(),
  name: localizedTextSchema,
  keywords: z.object({ zh: z.array(z.string()), en: z.array(z.string()) }),
  industries: z.array(z.string()),
  modalities: z.array(z.string()),
  unitOfWork: z.string(),
  nativeUnit: nativeUnitSchema.nullable(),
  /** Ids of our models usually proposed, best first. */
  ourModelIds: z.array(z.string()),
  source: sourceReferenceSchema,
});
export type ReferenceUseCase = z.infer<typeof referenceUseCaseSchema>;

export const industrySchema = z.object({
  id: z.string(),
  name: localizedTextSchema,
  /** Words by which a page shows its company's industry. */
  keywords: z.object({ zh: z.array(z.string()), en: z.array(z.string()) }),
});
export type Industry = z.infer<typeof industrySchema>;

export const tokenBenchmarkSchema = z.object({
  id: z.string(),
  category: z.string(),
  subject: localizedTextSchema,
  providerId: z.string().nullable(),
  metric: z.string(),
  value: z.number().nullable(),
  unit: z.string(),
  period: z.string().nullable(),
  kind: z.enum(['reported', 'vendor_rule', 'derived', 'estimate']),
  source: sourceReferenceSchema,
  note: z.string().nullable(),
});
export type TokenBenchmark = z.infer<typeof tokenBenchmarkSchema>;

/** A company whose AI workloads are on public record. */
export const companyRecordSchema = z.object({
  id: z.string(),
  name: localizedTextSchema,
  aliases: z.array(z.string()),
  industryIds: z.array(z.string()),
  workloads: z.array(
    z.object({
      useCaseId: z.string(),
      /** Empty: the provider is not known. */
      providerIds: z.array(z.string()),
      modelNames: z.array(z.string()),
      statement: z.string(),
      source: sourceReferenceSchema,
    }),
  ),
});
export type CompanyRecord = z.infer<typeof companyRecordSchema>;

export const caseStudySchema = z.object({
  id: z.string(),
  company: localizedTextSchema,
  industryId: z.string(),
  useCaseIds: z.array(z.string()),
  what: localizedTextSchema,
  providerIds: z.array(z.string()),
  modelNames: z.array(z.string()),
  results: localizedTextSchema.nullable(),
  source: sourceReferenceSchema,
});
export type CaseStudy = z.infer<typeof caseStudySchema>;

export const productSchema = z.object({
  id: z.string(),
  category: z.string(),
  name: localizedTextSchema,
  /** Facts as the source has them, in both languages with the same figures. */
  what: localizedTextSchema,
  useCaseIds: z.array(z.string()),
  differentiators: z.array(localizedTextSchema),
  pricing: z.array(localizedTextSchema),
  limits: z.array(localizedTextSchema),
  docUrl: z.string().nullable(),
  source: sourceReferenceSchema,
});
export type Product = z.infer<typeof productSchema>;

export const comparisonSchema = z.object({
  id: z.string(),
  competitorId: z.string(),
  dimension: localizedTextSchema,
  ours: localizedTextSchema.nullable(),
  theirs: localizedTextSchema.nullable(),
  edge: z.string(),
  advice: localizedTextSchema.nullable(),
  source: sourceReferenceSchema,
});
export type Comparison = z.infer<typeof comparisonSchema>;

export const exchangeRateSchema = z.object({
  cnyPerUsd: z.number(),
  asOf: z.string(),
  source: sourceReferenceSchema,
});
export type ExchangeRate = z.infer<typeof exchangeRateSchema>;

/** One factor of a volume estimate with its usual range for a mid-size company. */
export const volumeDriverSchema = z.object({
  id: z.string(),
  name: localizedTextSchema,
  unit: localizedTextSchema,
  value: rangeSchema,
  /** A figure of this metric on a page of the client takes the driver's place. */
  reportedMetric: reportedFigureSchema.shape.metric.nullable(),
  /** Grows and shrinks with the client's headcount. */
  scalesWithSize: z.boolean(),
  /** The published figure the range leans on; null: the product's own assumption. */
  benchmarkId: z.string().nullable(),
});

/** How a use case turns into tokens: drivers × tokens per unit × periods per year. */
export const volumeModelSchema = z.object({
  useCaseId: z.string(),
  drivers: z.array(volumeDriverSchema).min(1),
  periodsPerYear: z.number(),
  inputTokensPerUnit: rangeSchema,
  outputTokensPerUnit: rangeSchema,
  /** Input tokens of one request, which decides the price tier. */
  requestInputTokens: z.number(),
  nativePerUnit: z.object({ unit: nativeUnitSchema, amount: z.number() }).nullable(),
  benchmarkId: z.string().nullable(),
  modality: z.enum(['text', 'image', 'video', 'vision', 'speech', 'code', 'reasoning']),
  growthPerYear: z.number(),
  movableShare: z.number(),
  risk: localizedTextSchema,
});
export type VolumeModel = z.infer<typeof volumeModelSchema>;

export const referenceSchemas = {
  volumeModels: z.array(volumeModelSchema),
  providers: z.array(referenceProviderSchema),
  models: z.array(referenceModelSchema),
  useCases: z.array(referenceUseCaseSchema),
  industries: z.array(industrySchema),
  benchmarks: z.array(tokenBenchmarkSchema),
  companies: z.array(companyRecordSchema),
  cases: z.array(caseStudySchema),
  products: z.array(productSchema),
  comparisons: z.array(comparisonSchema),
  exchangeRate: exchangeRateSchema,
} as const;
