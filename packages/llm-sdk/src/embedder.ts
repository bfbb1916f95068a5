import type { EmbeddingModel } from 'ai';
import { estimateTokenCount } from 'tokenx';
import type { Budget, Counted } from './budget.ts';
import { BAILIAN_URL } from './connections.ts';

/** A model of a provider that turns texts into vectors. */
export interface EmbeddingConnection {
  kind: 'openai' | 'bailian' | 'openai_compatible';
  model: string;
  apiKey: string;
  baseUrl: string | null;
  /** Length of its vectors; models that can give several are asked for this one. */
  dimensions: number;
}

/** Where embedding is paid from, and who is told of it. */
export interface EmbeddingMeter {
  budget: Budget;
  onUsage?: (usage: { tokens: number; counted: Counted }) => void;
}

/** Nothing was sent: the organisation's budget has no room for these texts. */
export class EmbeddingBudgetSpent extends Error {
  constructor(organizationId: string) {
    super(`The token budget of ${organizationId} has no room for embedding`);
    this.name = 'EmbeddingBudgetSpent';
  }
}

export interface ProviderEmbedder {
  readonly id: string;
  readonly dimensions: number;
  embed(texts: readonly string[], kind: 'query' | 'passage'): Promise<Float32Array[]>;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Bailian takes ten texts with one call; nobody takes fewer. */
const TOGETHER = 10;
const TIMEOUT_MILLISECONDS = 30_000;
const USUAL_DIMENSIONS = 1_024;

/**
 * The embedding model the environment names, in the order Bailian, OpenAI, any compatible server. Only a named model is used:
 * a key given for chat must not send every document to a provider.
 */
export function embeddingFromEnvironment(environment: Environment): EmbeddingConnection | null {
  const given = (name: string) => {
    const value = environment[name];
    return value === undefined || value === '' ? null : value;
  };
  const wanted = Number(given('TOKENHOLIC_EMBEDDING_DIMENSIONS') ?? USUAL_DIMENSIONS);
  const dimensions = Number.isInteger(wanted) && wanted > 0 ? wanted : USUAL_DIMENSIONS;
  const connection = (
    kind: EmbeddingConnection['kind'],
    [keyName, modelName, urlName]: readonly [string, string, string],
  ): EmbeddingConnection | null => {
    const [apiKey, model] = [given(keyName), given(modelName)];
    return apiKey === null || model === null
      ? null
      : { kind, apiKey, model, dimensions, baseUrl: given(urlName) };
  };
  return (
    connection('bailian', ['DASHSCOPE_API_KEY', 'BAILIAN_EMBEDDING_MODEL', 'BAILIAN_BASE_URL']) ??
    connection('openai', ['OPENAI_API_KEY', 'OPENAI_EMBEDDING_MODEL', 'OPENAI_BASE_URL']) ??
    connection('openai_compatible', [
      ...(['TOKENHOLIC_LLM_API_KEY', 'TOKENHOLIC_EMBEDDING_MODEL', 'TOKENHOLIC_LLM_BASE_URL'] as const),
    ])
  );
}

/**
 * Embeds with a provider's model, at the cost of the organisation named. Throws when the provider does not answer, and
 * `EmbeddingBudgetSpent` before anything is sent that the budget has no room for: whoever asks decides what to do without.
 */
export function createProviderEmbedder(
  connection: EmbeddingConnection,
  { budget, onUsage }: EmbeddingMeter,
): (organizationId: string) => ProviderEmbedder {
  const { kind, model: name, dimensions } = connection;
  let model: Promise<EmbeddingModel> | null = null;
  const embedSome = async (organizationId: string, texts: string[]): Promise<Float32Array[]> => {
    const expected = texts.reduce((sum, text) => sum + estimateTokenCount(text), 0);
    if (!(await budget.allows(organizationId, expected))) throw new EmbeddingBudgetSpent(organizationId);
    model ??= embeddingModel(connection);
    const { embedMany } = await import('ai');
    const { embeddings, usage } = await embedMany({
      model: await model,
      values: texts,
      maxRetries: 0,
      abortSignal: AbortSignal.timeout(TIMEOUT_MILLISECONDS),
      providerOptions: { [kind === 'openai' ? 'openai' : 'embedding']: { dimensions } },
    });
    const used = usageOf(usage.tokens, expected);
    // Tokens of unusable vectors were spent all the same.
    await budget.charge(organizationId, used.tokens, used.counted);
    onUsage?.(used);
    return embeddings.map((embedding) => ofLengthOne(embedding, dimensions));
  };
  return (organizationId) => ({
    id: `${kind}:${name}:${dimensions}`,
    dimensions,
    embed: async (texts) => {
      const vectors: Float32Array[] = [];
      for (let at = 0; at < texts.length; at += TOGETHER)
        vectors.push(...(await embedSome(organizationId, texts.slice(at, at + TOGETHER))));
      return vectors;
    },
  });
}

/** Compatible servers may leave the count out (not a number) or send nought. */
const usageOf = (reported: number, expected: number): { tokens: number; counted: Counted } =>
  reported > 0 ? { tokens: reported, counted: 'reported' } : { tokens: expected, counted: 'estimated' };

async function embeddingModel({
  kind,
  model,
  apiKey,
  baseUrl,
}: EmbeddingConnection): Promise<EmbeddingModel> {
  if (kind === 'openai') {
    const { createOpenAI } = await import('@ai-sdk/openai');
    return createOpenAI(baseUrl === null ? { apiKey } : { apiKey, baseURL: baseUrl }).embedding(model);
  }
  const { createOpenAICompatible } = await import('@ai-sdk/openai-compatible');
  const baseURL = baseUrl ?? (kind === 'bailian' ? BAILIAN_URL : '');
  if (baseURL === '') throw new Error('The embedding model has no base URL');
  return createOpenAICompatible({ name: 'embedding', apiKey, baseURL }).embeddingModel(model);
}

function ofLengthOne(values: readonly number[], dimensions: number): Float32Array {
  if (values.length !== dimensions)
    throw new Error(`The embedding model gave ${values.length} numbers instead of ${dimensions}`);
  const length = Math.hypot(...values);
  return Float32Array.from(values, (value) => value / (length || 1));
}
