import { z } from 'zod';
import file from './heads.json' with { type: 'json' };

// What is asked of the states of a stretch, each by one small matrix: taught by `bench/extraction/reader/train.py`.

const headsSchema = z.object({
  /** States of so many dimensions. */
  dimensions: z.number().int(),
  uses: z.array(z.string()),
  standings: z.array(z.string()),
  /** 16-bit floats in base64, by name: matrices column after column of their input. */
  weights: z.record(z.string(), z.string()),
});

const heads = headsSchema.parse(file);

export const STATE_DIMENSIONS = heads.dimensions;
export const USES: readonly string[] = heads.uses;
export const STANDINGS: readonly string[] = heads.standings;

/** The weights of this name. Throws where the file lacks them. */
export function weightsOf(name: string): Float32Array {
  const text = heads.weights[name];
  if (text === undefined) throw new Error(`the reader has no ${name}`);
  const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  return Float32Array.from(new Float16Array(bytes.buffer));
}

/** A linear question: `out` answers to each state. */
export function linear(name: string): (state: Float32Array) => Float32Array {
  const [weights, bias] = [weightsOf(`${name}.weight`), weightsOf(`${name}.bias`)];
  return (state) =>
    bias.map((start, row) => {
      let sum = start;
      for (let index = 0; index < state.length; index += 1)
        sum += (weights[row * state.length + index] ?? 0) * (state[index] ?? 0);
      return sum;
    });
}
