import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Embedder } from './embedder.ts';

// Vectors of texts that are the same everywhere, computed once. The file: length of a JSON header, the header, then for each
// text 8 bytes of its SHA-256 and one signed byte a dimension, in steps of 1/127 of the largest. How large a step is does not
// matter: vectors have the length one.

const headerSchema = z.object({
  /** Who computed them: vectors of another are never taken for its own. */
  embedder: z.string(),
  dimensions: z.number().int().positive(),
});

const LENGTH_BYTES = 4;
const KEY_BYTES = 8;
const MOST_STEPS = 127;

export interface KnownVectors {
  readonly embedder: string;
  readonly size: number;
  /** The unit vector of a text; null for one that is not among them. */
  vectorOf(text: string): Float32Array | null;
}

const keyOf = (text: string) => createHash('sha256').update(text).digest().subarray(0, KEY_BYTES);

/** The file's bytes; the same for the same texts, in whatever order they come. */
export function packVectors(
  { id, dimensions }: Pick<Embedder, 'id' | 'dimensions'>,
  vectors: ReadonlyMap<string, Float32Array>,
): Uint8Array {
  const header = Buffer.from(JSON.stringify({ embedder: id, dimensions }));
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32LE(header.length);
  const entries = [...vectors].map(([text, vector]) =>
    Buffer.concat([keyOf(text), Buffer.from(packVector(vector).buffer)]),
  );
  return Buffer.concat([length, header, ...entries.sort(Buffer.compare)]);
}

function packVector(vector: Float32Array): Int8Array {
  const largest = vector.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return Int8Array.from(vector, (value) => Math.round((value / (largest || 1)) * MOST_STEPS));
}

/** What `packVectors` wrote. */
export function readVectors(bytes: Uint8Array): KnownVectors {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = LENGTH_BYTES + file.readUInt32LE();
  const header = JSON.parse(file.subarray(LENGTH_BYTES, start).toString());
  const { embedder, dimensions } = headerSchema.parse(header);
  const width = KEY_BYTES + dimensions;
  const places = new Map<string, number>();
  for (let at = start; at + width <= file.length; at += width)
    places.set(file.toString('hex', at, at + KEY_BYTES), at + KEY_BYTES);
  return {
    embedder,
    size: places.size,
    vectorOf: (text) => {
      const place = places.get(keyOf(text).toString('hex'));
      return place === undefined ? null : unitOf(new Int8Array(file.subarray(place, place + dimensions)));
    },
  };
}

function unitOf(steps: Int8Array): Float32Array {
  const length = Math.hypot(...steps);
  return Float32Array.from(steps, (value) => value / (length || 1));
}

/** The same embedder, asked only for what is not known. */
export function withKnownVectors<Asked extends Embedder>(embedder: Asked, known: () => KnownVectors): Asked {
  return {
    ...embedder,
    embed: async (texts, kind) => {
      const vectors = known();
      if (vectors.embedder !== embedder.id)
        throw new Error(`Known vectors are of ${vectors.embedder}, not of ${embedder.id}`);
      const missing = [...new Set(texts)].filter((text) => vectors.vectorOf(text) === null);
      const computed = missing.length === 0 ? [] : await embedder.embed(missing, kind);
      const computedOf = new Map(missing.map((text, at) => [text, computed[at]]));
      return texts.flatMap((text) => vectors.vectorOf(text) ?? computedOf.get(text) ?? []);
    },
  };
}
