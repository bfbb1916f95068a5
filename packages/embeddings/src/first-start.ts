import { readFileSync } from 'node:fs';
import { createEmbeddedEmbedder, type EmbeddedEmbedder } from './embedded.ts';
import { type KnownVectors, readVectors, withKnownVectors } from './known-vectors.ts';

/** Written by apps/server/scripts/keep-first-start.ts. */
export const FIRST_START_FILE = new URL('../model/first-start-vectors.bin', import.meta.url);

let kept: KnownVectors | null = null;

/** Vectors of what every first start reads: the built-in base, and what the pages of the sample clients say. */
export function firstStartVectors(): KnownVectors {
  kept ??= readVectors(readFileSync(FIRST_START_FILE));
  return kept;
}

/** The embedder that ships, which need not wake for what every first start reads. */
export const createFirstStartEmbedder = (): EmbeddedEmbedder =>
  withKnownVectors(createEmbeddedEmbedder(), firstStartVectors);
