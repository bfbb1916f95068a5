import { z } from 'zod';
import { localizedTextSchema } from './language.ts';

/**
 * Families of providers on the battle map: one colour, one glyph each.
 * `unknown` is a right answer: evidence of AI use that names no provider.
 */
export const providerGroupSchema = z.enum([
  'alibaba',
  'volcengine',
  'baidu',
  'tencent',
  'other-cn',
  'foreign',
  'self-hosted',
  'unknown',
]);
export type ProviderGroup = z.infer<typeof providerGroupSchema>;

export const confidenceLevelSchema = z.enum(['low', 'medium', 'high']);
export type ConfidenceLevel = z.infer<typeof confidenceLevelSchema>;

/** Score in [0, 1] with the level a person reads. */
export const confidenceSchema = z.object({ score: z.number().min(0).max(1), level: confidenceLevelSchema });
export type Confidence = z.infer<typeof confidenceSchema>;

/** low < 0.45 ≤ medium < 0.75 ≤ high. */
export function confidenceOf(score: number): Confidence {
  const bounded = Math.min(1, Math.max(0, score));
  return { score: bounded, level: bounded >= 0.75 ? 'high' : bounded >= 0.45 ? 'medium' : 'low' };
}

/** Which engine wrote an AI output: a named model, or the built-in rules. */
export const engineSchema = z.object({
  via: z.enum(['model', 'rules']),
  model: z.string().nullable(),
  reason: z.string().nullable(),
});
export type Engine = z.infer<typeof engineSchema>;

/** Where a fact of the built-in reference comes from. */
export const sourceReferenceSchema = z.object({
  title: z.string(),
  url: z.string().nullable(),
  asOf: z.string().nullable(),
  confidence: confidenceLevelSchema,
});
export type SourceReference = z.infer<typeof sourceReferenceSchema>;

/** Units in which a provider bills what is not text. */
export const nativeUnitSchema = z.enum([
  'video_second',
  'audio_second',
  'image',
  'ten_thousand_characters',
  'call',
]);
export type NativeUnit = z.infer<typeof nativeUnitSchema>;

export const providerSchema = z
  .object({
    id: z.string(),
    name: localizedTextSchema,
    group: providerGroupSchema,
    type: z.enum(['cloud', 'model', 'cloud_and_model', 'host', 'deployment']),
  })
  .meta({ id: 'Provider' });
export type Provider = z.infer<typeof providerSchema>;
