/** Turns texts into vectors whose closeness is closeness of meaning, across languages. */
export interface Embedder {
  /** Names model and version: vectors of different ids are never compared. */
  readonly id: string;
  readonly dimensions: number;
  /** Unit vectors, in the order of the texts. Queries and passages may be embedded differently. */
  embed(texts: readonly string[], kind: 'query' | 'passage'): Promise<Float32Array[]>;
}
