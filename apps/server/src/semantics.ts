import { createFirstStartEmbedder, type EmbeddedEmbedder } from '@tokenholic/embeddings';
import { createQdrantStore, type SemanticParts } from '@tokenholic/knowledge';
import { MEANING_EMBEDDER, type Meaning } from '@tokenholic/objections';
import { type PageMeaning, USE_EMBEDDER } from '@tokenholic/research';
import {
  createProviderEmbedder,
  createReranker,
  type EmbeddingMeter,
  embeddingFromEnvironment,
  rerankingFromEnvironment,
} from '@workflow/llm-sdk';
import type { Configuration } from './configuration.ts';

export interface OpenSemantics extends SemanticParts {
  /** Vectors of the model that ships, for what was trained on them; null when it is off. */
  meaning: Meaning;
  /** The same for a page's sentences, and what they say in context, after whatever a person waits for. */
  pages: PageMeaning;
  close(): Promise<void>;
}

/** What finds knowledge by meaning: a provider's model where one is named, else the one that ships with the product. */
export function openSemantics(
  { embeddings, qdrant, environment }: Configuration,
  meter: EmbeddingMeter,
  shipped: EmbeddedEmbedder = createFirstStartEmbedder(),
): OpenSemantics {
  const provided = embeddingFromEnvironment(environment);
  const reranking = rerankingFromEnvironment(environment);
  // Its thread starts with the first text only.
  const embedded = embeddings === 'embedded' ? shipped : null;
  if (embedded !== null && embedded.id !== MEANING_EMBEDDER)
    throw new Error(`Objections were trained on ${MEANING_EMBEDDER}, not on ${embedded.id}`);
  if (embedded !== null && embedded.id !== USE_EMBEDDER)
    throw new Error(`Uses of AI were learnt on ${USE_EMBEDDER}, not on ${embedded.id}`);
  const providerOf = provided === null ? null : createProviderEmbedder(provided, meter);
  const reranker = reranking === null ? null : createReranker(reranking);
  return {
    embedder: async (organizationId) => (providerOf === null ? embedded : providerOf(organizationId)),
    reranker: async () => reranker,
    ...(qdrant === null ? {} : { vectors: createQdrantStore(qdrant) }),
    meaning: async (text) => (await embedded?.embed([text], 'query'))?.[0] ?? null,
    pages: {
      vectorsOf: async (texts) => (embedded === null ? null : embedded.embed(texts, 'passage')),
      see: async (stretches) => (embedded === null ? null : embedded.read(stretches)),
    },
    close: async () => embedded?.close(),
  };
}
