export { cosine, createEmbeddedEmbedder, type EmbeddedEmbedder } from './embedded.ts';
export type { Embedder } from './embedder.ts';
export { createFirstStartEmbedder, FIRST_START_FILE, firstStartVectors } from './first-start.ts';
export { packVectors } from './known-vectors.ts';
export type { MarkedPart, ReadStretch } from './reading.ts';
