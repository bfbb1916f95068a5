export { cosine, createEmbeddedEmbedder, type EmbeddedEmbedder } from './embedded.ts';
export type { Embedder } from './embedder.ts';
