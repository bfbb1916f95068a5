import { z } from 'zod';

/** A server that weighs texts against a question by the interface of Jina, Cohere and vLLM: `POST …/rerank`. */
export interface RerankConnection {
  model: string;
  apiKey: string | null;
  /** `https://api.jina.ai/v1` */
  baseUrl: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

export function rerankingFromEnvironment(environment: Environment): RerankConnection | null {
  const { TOKENHOLIC_RERANK_URL: baseUrl, TOKENHOLIC_RERANK_MODEL: model } = environment;
  if (baseUrl === undefined || baseUrl === '' || model === undefined || model === '') return null;
  return { baseUrl, model, apiKey: environment.TOKENHOLIC_RERANK_API_KEY || null };
}

const answerSchema = z.object({
  results: z.array(z.object({ index: z.number().int(), relevance_score: z.number() })),
});
const TIMEOUT_MILLISECONDS = 10_000;

/** Asks a reranker for a score of each text, in their order. Throws when it does not answer. */
export function createReranker({ model, apiKey, baseUrl }: RerankConnection) {
  return {
    id: `rerank:${model}`,
    rerank: async (question: string, texts: readonly string[]): Promise<number[]> => {
      const response = await fetch(`${baseUrl.replace(/\/$/, '')}/rerank`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(apiKey === null ? {} : { authorization: `Bearer ${apiKey}` }),
        },
        body: JSON.stringify({ model, query: question, documents: texts, top_n: texts.length }),
        signal: AbortSignal.timeout(TIMEOUT_MILLISECONDS),
      });
      if (!response.ok) throw new Error(`The reranker answered ${response.status}`);
      const scores = new Array<number>(texts.length).fill(Number.NEGATIVE_INFINITY);
      for (const { index, relevance_score } of answerSchema.parse(await response.json()).results)
        if (index >= 0 && index < scores.length) scores[index] = relevance_score;
      return scores;
    },
  };
}
