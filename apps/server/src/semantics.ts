import { createEmbeddedEmbedder } from '@tokenholic/embeddings';
import { createQdrantStore, type SemanticParts } from '@tokenholic/knowledge';
import {
  createProviderEmbedder,
  createReranker,
  embeddingFromEnvironment,
  rerankingFromEnvironment,
} from '@workflow/llm-sdk';
import type { Configuration } from './configuration.ts';

export interface OpenSemantics extends SemanticParts {
  close(): Promise<void>;
}

/** What finds knowledge by meaning: a provider's model where one is named, else the one that ships with the product. */
export function openSemantics({ embeddings, qdrant, environment }: Configuration): OpenSemantics {
  const provided = embeddingFromEnvironment(environment);
  const reranking = rerankingFromEnvironment(environment);
  const embedded = provided === null && embeddings === 'embedded' ? createEmbeddedEmbedder() : null;
  const embedder = provided === null ? embedded : createProviderEmbedder(provided);
  const reranker = reranking === null ? null : createReranker(reranking);
  return {
    embedder: async () => embedder,
    reranker: async () => reranker,
    ...(qdrant === null ? {} : { vectors: createQdrantStore(qdrant) }),
    close: async () => embedded?.close(),
  };
}
