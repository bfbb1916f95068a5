import { z } from 'zod';
import { localizedTextSchema } from './language.ts';
import { quoteSchema, standingSchema } from './research.ts';
import { stickerColorSchema, stickerPlaceSchema, stickerSchema, stickerTextSchema } from './sticker.ts';
import {
  confidenceSchema,
  engineSchema,
  nativeUnitSchema,
  providerGroupSchema,
  sourceReferenceSchema,
} from './taxonomy.ts';

/** low = P10, mid = P50, high = P90 of the simulated distribution. */
export const rangeSchema = z.object({ low: z.number(), mid: z.number(), high: z.number() });
export type Range = z.infer<typeof rangeSchema>;

/** One factor of an estimate. */
export const driverSchema = z.object({
  id: z.string(),
  name: localizedTextSchema,
  unit: localizedTextSchema,
  value: rangeSchema,
  basis: z.enum(['reported', 'benchmark', 'assumption', 'edited']),
  source: sourceReferenceSchema.nullable(),
  quote: quoteSchema.nullable(),
});
export type Driver = z.infer<typeof driverSchema>;

/** "Why this number": everything needed to redo the estimate by hand. */
export const explanationSchema = z.object({
  /** In words, e.g. `developers × active days × tokens per developer-day`. */
  formula: localizedTextSchema,
  drivers: z.array(driverSchema),
  benchmark: z
    .object({
      id: z.string(),
      subject: localizedTextSchema,
      value: z.number(),
      unit: localizedTextSchema,
      source: sourceReferenceSchema,
    })
    .nullable(),
  /** Set when a reported total moved the estimate. */
  calibration: z
    .object({ factor: z.number(), note: localizedTextSchema, quote: quoteSchema.nullable() })
    .nullable(),
  samples: z.number().int().positive(),
  seed: z.number().int(),
});
export type Explanation = z.infer<typeof explanationSchema>;

export const overrideSchema = z.object({
  value: z.number(),
  by: z.string(),
  at: z.iso.datetime(),
  reason: z.string().nullable(),
});
export type Override = z.infer<typeof overrideSchema>;

export const priceSchema = z.object({
  /** CNY per million token equivalents, as used for the value. */
  cnyPerMillionTokens: z.number().nonnegative(),
  /** What the provider's list says, in words with its tier: `¥4 / ¥16 per 1M in / out, ≤ 32K`. */
  label: localizedTextSchema,
  source: sourceReferenceSchema,
});
export type Price = z.infer<typeof priceSchema>;

export const opportunitySchema = z.object({
  /** Yearly value at our price of the share that can move × winnability × confidence, CNY. */
  valuePerYear: z.number().nonnegative(),
  /** Probability-like factor in [0, 1]. */
  winnability: z.number(),
  /** Share of the tile's tokens that can move, in [0, 1]. */
  movableShare: z.number(),
  /** 1–3 for the top three of the map, else null. */
  rank: z.number().int().nullable(),
  replacement: z.object({
    modelId: z.string(),
    name: z.string(),
    cnyPerMillionTokens: z.number().nullable(),
  }),
  /** Yearly saving for the client when positive, extra cost when negative, CNY; null when a price is unknown. */
  clientSaving: z.number().nullable(),
  reason: localizedTextSchema,
  risk: localizedTextSchema,
  sources: z.array(sourceReferenceSchema),
});
export type Opportunity = z.infer<typeof opportunitySchema>;

export const noteSchema = z.object({
  id: z.uuid(),
  text: z.string(),
  by: z.string(),
  at: z.iso.datetime(),
});
export type Note = z.infer<typeof noteSchema>;

export const tileSchema = z
  .object({
    /** Stable over regenerations: `useCaseKey/providerId/model`. Edits hang on it. */
    key: z.string(),
    providerId: z.string(),
    providerName: localizedTextSchema,
    group: providerGroupSchema,
    modelId: z.string().nullable(),
    modelName: localizedTextSchema,
    /** Token equivalents a year, edits applied. */
    tokensPerYear: rangeSchema,
    /** As generated, before any edit; null for a tile added by hand. */
    generatedTokensPerYear: rangeSchema.nullable(),
    override: overrideSchema.nullable(),
    /** Share of its use case, in [0, 1]. */
    share: z.number(),
    /** Null when the price is unknown. CNY a year. */
    valuePerYear: rangeSchema.nullable(),
    price: priceSchema.nullable(),
    /** What is billed when it is not tokens: seconds of video, images. Amount a year. */
    native: z.object({ unit: nativeUnitSchema, amount: rangeSchema }).nullable(),
    confidence: confidenceSchema,
    engine: engineSchema,
    standing: standingSchema,
    origin: z.enum(['evidence', 'industry_benchmark', 'added']),
    opportunity: opportunitySchema.nullable(),
    evidence: z.array(quoteSchema),
    conflicts: z.array(localizedTextSchema),
    explanation: explanationSchema.nullable(),
    notes: z.array(noteSchema),
  })
  .meta({ id: 'Tile' });
export type Tile = z.infer<typeof tileSchema>;

export const useCaseColumnSchema = z
  .object({
    key: z.string(),
    useCaseId: z.string().nullable(),
    name: localizedTextSchema,
    tokensPerYear: rangeSchema,
    /** Next-year growth as a ratio: 0.6 = +60 %. */
    growthPerYear: z.number(),
    growthSource: sourceReferenceSchema.nullable(),
    /** Three years ahead at that growth, damped; index 0 is today. Token equivalents a year. */
    projection: z.array(z.object({ year: z.number().int(), tokens: rangeSchema })),
    winnablePerYear: z.number(),
    origin: z.enum(['evidence', 'industry_benchmark', 'added']),
    /** Largest first within group order: ours at the bottom is a matter of drawing, not of data. */
    tiles: z.array(tileSchema),
    notes: z.array(noteSchema),
  })
  .meta({ id: 'UseCaseColumn' });
export type UseCaseColumn = z.infer<typeof useCaseColumnSchema>;

export const totalsSchema = z.object({
  tokensPerYear: rangeSchema,
  /** Sum over tiles with a known price, CNY a year. */
  valuePerYear: rangeSchema,
  /** Share of tokens whose price is unknown, in [0, 1]; said beside the value when above zero. */
  unpricedShare: z.number(),
  shares: z.array(z.object({ group: providerGroupSchema, tokens: z.number(), share: z.number() })),
  ourShare: z.number(),
  /** Other clouds and model makers: neither ours, nor self-hosted, nor unknown. */
  competitorShare: z.number(),
  selfHostedShare: z.number(),
  unknownShare: z.number(),
  winnableTopThree: z.number(),
  ourShareAfterTopThree: z.number(),
});
export type Totals = z.infer<typeof totalsSchema>;

/** A sentence with the finding to highlight: `text` contains `highlight` literally in each language. */
export const headlineSchema = z.object({ text: localizedTextSchema, highlight: localizedTextSchema });
export type Headline = z.infer<typeof headlineSchema>;

export const battleMapSchema = z
  .object({
    clientId: z.uuid(),
    clientName: z.string(),
    version: z.number().int().positive(),
    /** Number of edits so far; with the version it makes the ETag `"v7.r3"`. */
    revision: z.number().int().nonnegative(),
    runId: z.uuid().nullable(),
    /** `industry_benchmark`: nothing was found, the map is the industry's usual picture, hatched and labelled. */
    basis: z.enum(['evidence', 'industry_benchmark']),
    industry: z.object({ id: z.string(), name: localizedTextSchema }).nullable(),
    generatedAt: z.iso.datetime(),
    engine: engineSchema,
    exchangeRate: z.object({ cnyPerUsd: z.number(), asOf: z.string(), source: sourceReferenceSchema }),
    headline: headlineSchema,
    totals: totalsSchema,
    useCases: z.array(useCaseColumnSchema),
    /** Uses that are planned, ended or only speculated: shown in a list, no volume. */
    watchlist: z.array(
      z.object({
        useCaseId: z.string().nullable(),
        name: localizedTextSchema,
        providerId: z.string().nullable(),
        providerName: localizedTextSchema.nullable(),
        modelName: z.string().nullable(),
        standing: standingSchema,
        evidence: z.array(quoteSchema),
      }),
    ),
    notes: z.array(noteSchema),
    /** Notes pinned on the board; absent where nobody put one. */
    stickers: z.array(stickerSchema).optional(),
    removed: z.array(
      z.object({ kind: z.enum(['use_case', 'tile']), key: z.string(), name: localizedTextSchema }),
    ),
  })
  .meta({ id: 'BattleMap' });
export type BattleMap = z.infer<typeof battleMapSchema>;

export const mapVersionSchema = z
  .object({
    version: z.number().int().positive(),
    generatedAt: z.iso.datetime(),
    basis: z.enum(['evidence', 'industry_benchmark']),
    useCases: z.number().int().nonnegative(),
    evidence: z.number().int().nonnegative(),
    tokensPerYear: z.number(),
    ourShare: z.number(),
    edits: z.number().int().nonnegative(),
    runId: z.uuid().nullable(),
  })
  .meta({ id: 'MapVersion' });
export type MapVersion = z.infer<typeof mapVersionSchema>;

const tokens = z.number().positive().max(1e18);
const name = z.string().trim().min(1).max(80);
const key = z.string().min(1).max(300);

/** What a person can do to a map by hand. Kept apart from what was generated; replayed onto each version. */
export const mapEditSchema = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('set_tokens'),
      tileKey: key,
      tokensPerYear: tokens,
      reason: z.string().max(500).nullable(),
    }),
    z.object({ kind: z.literal('restore_tokens'), tileKey: key }),
    z.object({ kind: z.literal('set_growth'), useCaseKey: key, growthPerYear: z.number().min(-1).max(50) }),
    z.object({ kind: z.literal('restore_growth'), useCaseKey: key }),
    z.object({ kind: z.literal('add_use_case'), useCaseKey: key, useCaseId: z.string().nullable(), name }),
    z.object({ kind: z.literal('remove_use_case'), useCaseKey: key }),
    z.object({ kind: z.literal('restore_use_case'), useCaseKey: key }),
    z.object({
      kind: z.literal('add_tile'),
      useCaseKey: key,
      tileKey: key,
      providerId: z.string(),
      modelId: z.string().nullable(),
      modelName: name,
      tokensPerYear: tokens,
    }),
    z.object({ kind: z.literal('remove_tile'), tileKey: key }),
    z.object({ kind: z.literal('restore_tile'), tileKey: key }),
    z.object({
      kind: z.literal('add_note'),
      noteId: z.uuid(),
      target: z.object({ kind: z.enum(['map', 'use_case', 'tile']), key: z.string().max(300) }),
      text: z.string().trim().min(1).max(2_000),
    }),
    z.object({ kind: z.literal('remove_note'), noteId: z.uuid() }),
    z.object({
      kind: z.literal('add_sticker'),
      stickerId: z.uuid(),
      text: stickerTextSchema,
      color: stickerColorSchema,
      place: stickerPlaceSchema,
    }),
    z.object({
      kind: z.literal('change_sticker'),
      stickerId: z.uuid(),
      text: stickerTextSchema,
      color: stickerColorSchema,
    }),
    z.object({ kind: z.literal('move_sticker'), stickerId: z.uuid(), place: stickerPlaceSchema }),
    z.object({ kind: z.literal('remove_sticker'), stickerId: z.uuid() }),
    // Takes back the edit of that revision, and takes the taking back back.
    z.object({ kind: z.literal('undo'), revision: z.number().int().positive() }),
    z.object({ kind: z.literal('redo'), revision: z.number().int().positive() }),
  ])
  .meta({ id: 'MapEdit' });
export type MapEdit = z.infer<typeof mapEditSchema>;

export const recordedEditSchema = z
  .object({
    revision: z.number().int().positive(),
    edit: mapEditSchema,
    by: z.string(),
    at: z.iso.datetime(),
    version: z.number().int().positive(),
  })
  .meta({ id: 'RecordedEdit' });
export type RecordedEdit = z.infer<typeof recordedEditSchema>;
