import { expect, test } from 'vitest';
import { cosine } from './embedded.ts';
import type { Embedder } from './embedder.ts';
import { packVectors, readVectors, withKnownVectors } from './known-vectors.ts';

const DIMENSIONS = 64;

function vectorFor(seed: number): Float32Array {
  const values = Float32Array.from({ length: DIMENSIONS }, (_, at) => Math.sin(seed * 31 + at * at));
  const length = Math.hypot(...values);
  return values.map((value) => value / length);
}

/** Embeds a number as its vector, and notes what it was asked. */
function numbers(id = 'numbers-1') {
  const asked: string[][] = [];
  const embedder: Embedder = {
    ...{ id, dimensions: DIMENSIONS },
    embed: async (texts) => {
      asked.push([...texts]);
      return texts.map((text) => vectorFor(Number(text)));
    },
  };
  return { embedder, asked };
}

const packed = (...seeds: number[]) =>
  packVectors(numbers().embedder, new Map(seeds.map((seed) => [String(seed), vectorFor(seed)])));

test('a kept vector is a unit vector that means what it meant, and a text that is not kept has none', () => {
  const known = readVectors(packed(1, 2, 3));
  expect(known.size).toBe(3);
  const kept = known.vectorOf('2') ?? new Float32Array(DIMENSIONS);
  expect(cosine(kept, kept)).toBeCloseTo(1, 5);
  expect(cosine(kept, vectorFor(2))).toBeGreaterThan(0.9999);
  expect(known.vectorOf('4')).toBeNull();
});

test('the file is the same in whatever order the texts come', () => {
  expect(Buffer.from(packed(1, 2, 3)).equals(packed(3, 1, 2))).toBe(true);
});

test('the embedder is asked only for what is not kept, once for each text, and the order stays', async () => {
  const { embedder, asked } = numbers();
  const known = readVectors(packed(1, 3));
  const vectors = await withKnownVectors(embedder, () => known).embed(['3', '2', '1', '2'], 'passage');
  expect(asked).toEqual([['2']]);
  [3, 2, 1, 2].forEach((seed, at) => {
    expect(cosine(vectors[at] ?? new Float32Array(DIMENSIONS), vectorFor(seed))).toBeGreaterThan(0.9999);
  });
});

test('an embedder whose every text is kept is not asked at all', async () => {
  const { embedder, asked } = numbers();
  const known = readVectors(packed(1, 3));
  await withKnownVectors(embedder, () => known).embed(['1', '3'], 'query');
  expect(asked).toEqual([]);
});

test('vectors of one embedder are never taken for those of another', async () => {
  const known = readVectors(packed(1));
  const other = withKnownVectors(numbers('numbers-2').embedder, () => known);
  await expect(other.embed(['1'], 'query')).rejects.toThrow('numbers-1');
});
