import { add, normalize, padded } from './layers.ts';
import { createMatrices, type KeptMatrix } from './matrices.ts';
import type { readModel } from './model-file.ts';

// A small transformer over the pieces of a stretch of text: each piece is seen in the light of the others. It was taught to read
// what companies use AI for (`bench/extraction/reader`); pieces come with the encoder's vectors, marks and uses with learnt ones.

export const STATE_DIMENSIONS = 192;
/** A longer stretch is cut. */
export const MOST_TOKENS = 448;
const PIECE_DIMENSIONS = 512;
const HEADS = 6;
const HEAD = STATE_DIMENSIONS / HEADS;
const INNER = 384;
/** Farther than so many tokens is as far as that. */
const REACH = 32;
const LAYERS = 3;
const EPSILON = 1e-5;
const ROWS = 4;
const PANEL = 8;
const MEMORY_BYTES = 24 * 1024 * 1024;

type Model = ReturnType<typeof readModel>;

/** A token: its piece vector, the vector of the sentence that it opens (either may be zero), and what it is marked as. */
export interface ContextTokens {
  count: number;
  /** count × 512. */
  pieces: Float32Array;
  /** count × 512. */
  wholes: Float32Array;
  marks: readonly number[];
  uses: readonly number[];
  sentences: readonly number[];
}

/** Tokens of one stretch → their states, count × 192. */
export type Contextualize = (tokens: ContextTokens) => Float32Array<ArrayBuffer>;

export function createContextNetwork(model: Model): Contextualize {
  const matrices = createMatrices(MEMORY_BYTES);
  const kept = (name: string, k: number, n: number) => matrices.keep(model.floats(name), k, n);
  const fromPieces = kept('pieces', PIECE_DIMENSIONS, STATE_DIMENSIONS);
  const fromWholes = kept('meant', PIECE_DIMENSIONS, STATE_DIMENSIONS);
  const marks = model.floats('mark');
  const uses = model.floats('use');
  const opening = normOf(model, 'norm0');
  const closing = normOf(model, 'norm');
  const layers = Array.from({ length: LAYERS }, (_, index) => {
    const name = (part: string) => `layers.${index}.${part}`;
    const dense = (part: string, k: number, n: number) => ({
      weights: kept(name(`${part}.weight`), k, n),
      bias: model.floats(name(`${part}.bias`)),
    });
    return {
      norm1: normOf(model, name('norm1')),
      norm2: normOf(model, name('norm2')),
      attend: dense('attend', STATE_DIMENSIONS, 3 * STATE_DIMENSIONS),
      join: dense('join', STATE_DIMENSIONS, STATE_DIMENSIONS),
      inner: dense('inner', STATE_DIMENSIONS, INNER),
      outer: dense('outer', INNER, STATE_DIMENSIONS),
      near: model.floats(name('near')),
      beside: model.floats(name('beside')),
    };
  });
  const room = (width: number) => matrices.reserve(MOST_TOKENS * width);
  const [input, state, normed] = [room(PIECE_DIMENSIONS), room(STATE_DIMENSIONS), room(STATE_DIMENSIONS)];
  const [out, asked, inner] = [room(STATE_DIMENSIONS), room(3 * STATE_DIMENSIONS), room(INNER)];
  const [query, seen] = [room(HEAD), room(HEAD)];
  const [keys, values] = [room(HEAD), room(HEAD)];
  const scores = room(MOST_TOKENS);

  const project = (from: Float32Array, through: KeptMatrix, tokens: number) => {
    input.fill(0, 0, padded(tokens, ROWS) * PIECE_DIMENSIONS);
    input.set(from.subarray(0, tokens * PIECE_DIMENSIONS));
    matrices.multiply(input, through, out, padded(tokens, ROWS));
    add(state, out.subarray(0, tokens * STATE_DIMENSIONS));
  };

  const attend = (
    { attend: question, join, near, beside, norm1 }: (typeof layers)[number],
    at: ContextTokens,
  ) => {
    const { count, sentences } = at;
    const [rows, columns] = [padded(count, ROWS), padded(count, PANEL)];
    normalizeInto(normed, state, count, norm1);
    matrices.multiply(normed, question.weights, asked, rows);
    addBias(asked, question.bias, count);
    for (let head = 0; head < HEADS; head += 1) {
      layOut(asked, head, count, columns, query, keys, values);
      matrices.multiply(query, { offset: keys.byteOffset, k: HEAD, n: columns }, scores, rows);
      for (let row = 0; row < count; row += 1)
        weigh(scores, row, columns, count, head, near, beside[head] ?? 0, sentences);
      scores.fill(0, count * columns, rows * columns);
      matrices.multiply(scores, { offset: values.byteOffset, k: columns, n: HEAD }, seen, rows);
      for (let row = 0; row < count; row += 1)
        normed.set(seen.subarray(row * HEAD, (row + 1) * HEAD), row * STATE_DIMENSIONS + head * HEAD);
    }
    matrices.multiply(normed, join.weights, out, rows);
    addBias(out, join.bias, count);
    add(state, out.subarray(0, count * STATE_DIMENSIONS));
  };

  const think = ({ inner: first, outer, norm2 }: (typeof layers)[number], count: number) => {
    const rows = padded(count, ROWS);
    normalizeInto(normed, state, count, norm2);
    matrices.multiply(normed, first.weights, inner, rows);
    addBias(inner, first.bias, count);
    for (let index = 0; index < count * INNER; index += 1) inner[index] = gelu(inner[index] ?? 0);
    matrices.multiply(inner, outer.weights, out, rows);
    addBias(out, outer.bias, count);
    add(state, out.subarray(0, count * STATE_DIMENSIONS));
  };

  return (tokens) => {
    const { count } = tokens;
    if (count === 0) return new Float32Array();
    state.fill(0);
    project(tokens.pieces, fromPieces, count);
    project(tokens.wholes, fromWholes, count);
    for (let token = 0; token < count; token += 1)
      for (let index = 0; index < STATE_DIMENSIONS; index += 1) {
        const learnt =
          (marks[(tokens.marks[token] ?? 0) * STATE_DIMENSIONS + index] ?? 0) +
          (uses[(tokens.uses[token] ?? 0) * STATE_DIMENSIONS + index] ?? 0);
        state[token * STATE_DIMENSIONS + index] = (state[token * STATE_DIMENSIONS + index] ?? 0) + learnt;
      }
    normalizeInto(state, state, count, opening);
    for (const layer of layers) {
      attend(layer, tokens);
      think(layer, count);
    }
    normalizeInto(state, state, count, closing);
    return Float32Array.from(state.subarray(0, count * STATE_DIMENSIONS));
  };
}

interface Norm {
  gain: Float32Array;
  bias: Float32Array;
}

const normOf = (model: Model, name: string): Norm => ({
  gain: model.floats(`${name}.weight`),
  bias: model.floats(`${name}.bias`),
});

function addBias(values: Float32Array, bias: Float32Array, rows: number): void {
  for (let row = 0; row < rows; row += 1)
    add(values.subarray(row * bias.length, (row + 1) * bias.length), bias);
}

/** Layer normalisation of the first rows. */
function normalizeInto(into: Float32Array, from: Float32Array, rows: number, { gain, bias }: Norm): void {
  into.set(from.subarray(0, rows * STATE_DIMENSIONS));
  for (let row = 0; row < rows; row += 1)
    normalize(into.subarray(row * STATE_DIMENSIONS, (row + 1) * STATE_DIMENSIONS), gain, bias, EPSILON);
}

/** One head's questions row after row, its keys and values laid out as right-hand sides of a product. */
function layOut(
  asked: Float32Array,
  head: number,
  count: number,
  columns: number,
  query: Float32Array,
  keys: Float32Array,
  values: Float32Array,
): void {
  const scale = 1 / Math.sqrt(HEAD);
  query.fill(0);
  keys.fill(0);
  values.fill(0);
  for (let token = 0; token < count; token += 1) {
    const start = token * 3 * STATE_DIMENSIONS + head * HEAD;
    const panel = Math.floor(token / PANEL);
    for (let index = 0; index < HEAD; index += 1) {
      query[token * HEAD + index] = (asked[start + index] ?? 0) * scale;
      keys[(panel * HEAD + index) * PANEL + (token % PANEL)] = asked[start + STATE_DIMENSIONS + index] ?? 0;
      const column = Math.floor(index / PANEL);
      values[(column * columns + token) * PANEL + (index % PANEL)] =
        asked[start + 2 * STATE_DIMENSIONS + index] ?? 0;
    }
  }
}

/** Turns a row of scores into how much each token is heard: softmax, nearness and the same sentence counting. */
function weigh(
  scores: Float32Array,
  row: number,
  columns: number,
  count: number,
  head: number,
  near: Float32Array,
  beside: number,
  sentences: readonly number[],
): void {
  const start = row * columns;
  let highest = Number.NEGATIVE_INFINITY;
  for (let token = 0; token < count; token += 1) {
    const distance = Math.min(REACH, Math.max(-REACH, token - row)) + REACH;
    const score =
      (scores[start + token] ?? 0) +
      (near[head * (2 * REACH + 1) + distance] ?? 0) +
      (sentences[token] === sentences[row] ? beside : 0);
    scores[start + token] = score;
    if (score > highest) highest = score;
  }
  let total = 0;
  for (let token = 0; token < count; token += 1) {
    const power = Math.exp((scores[start + token] ?? 0) - highest);
    scores[start + token] = power;
    total += power;
  }
  for (let token = 0; token < count; token += 1) scores[start + token] = (scores[start + token] ?? 0) / total;
  scores.fill(0, start + count, start + columns);
}

const gelu = (value: number) =>
  0.5 * value * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (value + 0.044715 * value ** 3)));
