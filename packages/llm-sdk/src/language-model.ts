import type { LanguageModel } from 'ai';
import { BAILIAN_URL, type ModelConnection } from './connections.ts';

/** The provider's client, loaded when first needed so that a product without a key starts without it. */
export async function languageModel(connection: ModelConnection): Promise<LanguageModel> {
  const { kind, model, apiKey, baseUrl } = connection;
  if (kind === 'anthropic') {
    const { createAnthropic } = await import('@ai-sdk/anthropic');
    return createAnthropic(baseUrl === null ? { apiKey } : { apiKey, baseURL: baseUrl })(model);
  }
  if (kind === 'openai') {
    const { createOpenAI } = await import('@ai-sdk/openai');
    return createOpenAI(baseUrl === null ? { apiKey } : { apiKey, baseURL: baseUrl }).chat(model);
  }
  const { createOpenAICompatible } = await import('@ai-sdk/openai-compatible');
  const baseURL = baseUrl ?? (kind === 'bailian' ? BAILIAN_URL : '');
  if (baseURL === '') throw new Error(`The connection ${connection.id} has no base URL`);
  return createOpenAICompatible({ name: connection.id, apiKey, baseURL, supportsStructuredOutputs: true })(
    model,
  );
}
