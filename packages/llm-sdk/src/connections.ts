export type ModelKind = 'openai' | 'anthropic' | 'bailian' | 'openai_compatible';

/** A model that may be asked, with the key it takes. */
export interface ModelConnection {
  id: string;
  kind: ModelKind;
  model: string;
  apiKey: string;
  baseUrl: string | null;
  /** List price, for metering; null when it is not known. */
  priceCnyPerMillion: { input: number; output: number } | null;
}

export const BAILIAN_URL = 'https://dashscope.aliyuncs.com/compatible-mode/v1';

type Environment = Readonly<Record<string, string | undefined>>;

/** Connections that the environment describes, in the order in which they are tried. */
export function connectionsFromEnvironment(environment: Environment): ModelConnection[] {
  const connections: ModelConnection[] = [];
  const add = (
    kind: ModelKind,
    apiKey: string | undefined,
    model: string | undefined,
    baseUrl: string | null,
  ) => {
    if (apiKey === undefined || apiKey === '' || model === undefined || model === '') return;
    connections.push({ id: kind, kind, apiKey, model, baseUrl, priceCnyPerMillion: null });
  };
  add(
    'bailian',
    environment.DASHSCOPE_API_KEY,
    environment.BAILIAN_MODEL ?? 'qwen-plus',
    environment.BAILIAN_BASE_URL ?? null,
  );
  add('openai', environment.OPENAI_API_KEY, environment.OPENAI_MODEL, environment.OPENAI_BASE_URL ?? null);
  add(
    'anthropic',
    environment.ANTHROPIC_API_KEY,
    environment.ANTHROPIC_MODEL,
    environment.ANTHROPIC_BASE_URL ?? null,
  );
  add(
    'openai_compatible',
    environment.TOKENHOLIC_LLM_API_KEY,
    environment.TOKENHOLIC_LLM_MODEL,
    environment.TOKENHOLIC_LLM_BASE_URL ?? null,
  );
  return connections;
}
