import type { Kit } from '@tokenholic/kit';
import { EmbeddingBudgetSpent } from '@workflow/llm-sdk';
import type { Embedder, Reranker } from '../ports.ts';
import { createPgvectorStore, hasPgvector } from './vectors/pgvector-store.ts';
import type { NearPassage, VectorStore } from './vectors/vector-store.ts';

/** What knowledge needs to find by meaning; each part may be absent, and then words alone are looked up. */
export interface SemanticParts {
  /** The embedder of this moment, at the cost of this organisation: settings change while the product runs. */
  embedder: (organizationId: string) => Promise<Embedder | null>;
  reranker: () => Promise<Reranker | null>;
  /** Absent: pgvector, where the database has it. */
  vectors?: VectorStore;
}

export const noSemantics: SemanticParts = { embedder: async () => null, reranker: async () => null };

export interface Semantics {
  /** Whatever it embeds is paid by this organisation. */
  embedder(organizationId: string): Promise<Embedder | null>;
  /** Null when there is nowhere to keep vectors. */
  store(): Promise<VectorStore | null>;
  /** Passages near to a question in meaning; null when nobody can say now. Never throws: words are enough for an answer. */
  near(question: string, scope: Scope): Promise<Nearness | 'budget_spent' | null>;
  /** How near each sentence is to the question in meaning; null when nobody can say in time. */
  nearnessOf(near: Nearness, sentences: readonly string[]): Promise<number[] | null>;
  /** How well each text answers, by the model for that; null when there is none or it does not answer. */
  rerank(question: string, texts: readonly string[]): Promise<number[] | null>;
}

export interface Nearness {
  embedder: Embedder;
  /** The question's. */
  vector: Float32Array;
  passages: NearPassage[];
}

interface Scope {
  /** The first is the one that asks, and pays. */
  organizationIds: readonly string[];
  collectionIds: readonly string[];
  limit: number;
}

/** A question is not kept waiting longer than this for a provider. */
const QUESTION_MILLISECONDS = 1_500;
/** Marks are worth less of a wait. */
const SENTENCES_MILLISECONDS = 400;
/** After so many failures in a row nobody is asked for a while. */
const MOST_FAILURES = 3;
const REST_MILLISECONDS = 30_000;
const REMEMBERED_MILLISECONDS = 600_000;

export function createSemantics(kit: Kit, parts: SemanticParts): Semantics {
  let opening: Promise<VectorStore | null> | null = null;
  let restUntil = 0;
  let rerankerRestUntil = 0;
  let failures = 0;
  const store = () => {
    opening ??= openStore(kit, parts.vectors);
    return opening;
  };
  const near = async (question: string, { organizationIds, collectionIds, limit }: Scope) => {
    const [payer] = organizationIds;
    if (payer === undefined) return null;
    const [vectors, embedder] = await Promise.all([store(), parts.embedder(payer)]);
    if (vectors === null || embedder === null) return null;
    const vector = await embedQuestion(kit, embedder, payer, question);
    const nearest = { organizationIds, collectionIds, embedder: embedder.id, vector, limit };
    return { vector, passages: await vectors.nearest(nearest), embedder };
  };
  return {
    ...{ embedder: parts.embedder, store },
    near: async (question, scope) => {
      if (performance.now() < restUntil) return null;
      try {
        const found = await near(question, scope);
        failures = 0;
        return found;
      } catch (error) {
        // The provider is well, and others may ask it.
        if (error instanceof EmbeddingBudgetSpent) return 'budget_spent';
        failures += 1;
        // One late answer may be a model that is just waking up; several are a provider in trouble.
        if (failures >= MOST_FAILURES) restUntil = performance.now() + REST_MILLISECONDS;
        kit.logger.warn({ err: error }, 'vectors could not be asked, words alone are looked up');
        return null;
      }
    },
    rerank: async (question, texts) => {
      if (texts.length === 0 || performance.now() < rerankerRestUntil) return null;
      try {
        const reranker = await parts.reranker();
        if (reranker === null) return null;
        const scores = await withinTime(reranker.rerank(question, texts), QUESTION_MILLISECONDS);
        return scores.length === texts.length ? scores : null;
      } catch (error) {
        rerankerRestUntil = performance.now() + REST_MILLISECONDS;
        kit.logger.warn({ err: error }, 'the reranker could not be asked');
        return null;
      }
    },
    nearnessOf: async ({ embedder, vector }, sentences) => {
      try {
        const vectors = await withinTime(embedder.embed(sentences, 'passage'), SENTENCES_MILLISECONDS);
        return vectors.map((own) => own.reduce((sum, value, at) => sum + value * (vector[at] ?? 0), 0));
      } catch {
        return null; // the passage is shown without a mark
      }
    },
  };
}

async function openStore(kit: Kit, given: VectorStore | undefined): Promise<VectorStore | null> {
  if (given !== undefined) return given;
  return (await hasPgvector(kit)) ? createPgvectorStore(kit) : null;
}

/** The same question is often asked twice: by paging, by a test of retrieval, by two people. */
async function embedQuestion(kit: Kit, embedder: Embedder, organizationId: string, question: string) {
  const key = `knowledge question ${embedder.id} ${question}`;
  const known = kit.cache.get<Float32Array>(organizationId, key);
  if (known !== undefined) return known;
  const [vector] = await withinTime(embedder.embed([question], 'query'), QUESTION_MILLISECONDS);
  if (vector === undefined) throw new Error(`The embedder ${embedder.id} gave no vector`);
  kit.cache.set(organizationId, key, vector, REMEMBERED_MILLISECONDS);
  return vector;
}

async function withinTime<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The embedder took too long')), milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
