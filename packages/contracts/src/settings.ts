import { z } from 'zod';
import { webAddressSchema } from './identity.ts';
import { localizedTextSchema } from './language.ts';

export const connectionPurposeSchema = z.enum(['model', 'search', 'browser']);
export type ConnectionPurpose = z.infer<typeof connectionPurposeSchema>;

export const modelKindSchema = z.enum(['bailian', 'openai', 'anthropic', 'openai_compatible']);

/** CNY per million tokens. */
export const tokenPriceSchema = z.object({ input: z.number().min(0), output: z.number().min(0) });
export type TokenPrice = z.infer<typeof tokenPriceSchema>;

const originSchema = z.enum(['environment', 'settings']);

export const modelConnectionSettingSchema = z
  .object({
    id: z.string(),
    kind: modelKindSchema,
    model: z.string(),
    baseUrl: z.string().nullable(),
    price: tokenPriceSchema.nullable(),
    /** Where it was set; what the environment sets can only be changed there. */
    from: originSchema,
  })
  .meta({ id: 'ModelConnectionSetting' });
export type ModelConnectionSetting = z.infer<typeof modelConnectionSettingSchema>;

/** Keys are write-only: the server says that there is one, never which. */
export const connectionSettingsSchema = z
  .object({
    /** In the order in which they are asked. */
    models: z.array(modelConnectionSettingSchema),
    search: z.object({ kind: z.literal('tavily'), from: originSchema }).nullable(),
    browser: z.object({ kind: z.literal('agentbay'), from: originSchema }).nullable(),
  })
  .meta({ id: 'ConnectionSettings' });
export type ConnectionSettings = z.infer<typeof connectionSettingsSchema>;

export const saveModelConnectionSchema = z
  .object({
    kind: modelKindSchema,
    model: z.string().trim().min(1).max(120),
    baseUrl: webAddressSchema.nullable(),
    price: tokenPriceSchema.nullable(),
    /** Null keeps the key that is there. */
    apiKey: z.string().trim().min(1).max(500).nullable(),
  })
  .refine(({ kind, baseUrl }) => kind !== 'openai_compatible' || baseUrl !== null, {
    path: ['baseUrl'],
    message: 'an OpenAI-compatible model needs its address',
  });
export type SaveModelConnection = z.infer<typeof saveModelConnectionSchema>;

/** What trying a connection showed: the model answered, or why it did not. */
export const connectionTrialSchema = z
  .object({
    answered: z.boolean(),
    message: localizedTextSchema,
    milliseconds: z.number(),
  })
  .meta({ id: 'ConnectionTrial' });
export type ConnectionTrial = z.infer<typeof connectionTrialSchema>;
