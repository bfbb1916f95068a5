/** Where a passage stands. */
export interface PassagePlace {
  collectionId: string;
  number: number;
}

export interface StoredVector extends PassagePlace {
  vector: Float32Array;
}

export interface NearestQuestion {
  /** Organisations whose passages may be found. */
  organizationIds: readonly string[];
  /** Empty: all of these organisations. */
  collectionIds: readonly string[];
  /** Vectors of other models are never compared. */
  embedder: string;
  vector: Float32Array;
  limit: number;
}

export interface NearPassage extends PassagePlace {
  /** Cosine, -1 to 1. */
  similarity: number;
}

/** Keeps vectors of passages and finds those nearest to a question's. Each side passes `vector-store.contract.ts`. */
export interface VectorStore {
  readonly kind: 'pgvector' | 'qdrant';
  /** Keeps vectors, in the place of those these passages had. */
  put(organizationId: string, embedder: string, vectors: readonly StoredVector[]): Promise<void>;
  /** The nearest, best first. */
  nearest(question: NearestQuestion): Promise<NearPassage[]>;
  /** Forgets passages of a collection; absent numbers: all of it. Forgetting what is not there is no failure. */
  forget(organizationId: string, collectionId: string, numbers?: readonly number[]): Promise<void>;
  /** Erases all of an organisation, of whatever model; the answer is how many vectors that were. */
  erase(organizationId: string): Promise<number>;
}
