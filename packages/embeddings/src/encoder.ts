import { add, normalize, padded } from './layers.ts';
import { createMatrices, type KeptMatrix } from './matrices.ts';
import type { readModel } from './model-file.ts';
import { PIECE_DIMENSIONS, type PieceTable } from './piece-table.ts';

// The encoder of Google's universal-sentence-encoder-multilingual/3: the vectors of a text's pieces go through three
// convolutions over 2, 3 and 5 neighbours, are summed beside the pieces themselves, and pass a small residual network.

export const DIMENSIONS = PIECE_DIMENSIONS;
/** A longer text is cut: its vector would say little, and the room for a text is fixed. */
export const MOST_PIECES = 768;
const CONVOLVED = 256;
const PROJECTED = 3 * CONVOLVED;
const FEATURES = DIMENSIONS + PROJECTED;
const HIDDEN = 320;
const EPSILON = 1e-12;
const ROWS = 4;
const ORDERS = [
  { order: 2, left: 0 },
  { order: 3, left: 1 },
  { order: 5, left: 2 },
] as const;
const MEMORY_BYTES = 32 * 1024 * 1024;

type Model = ReturnType<typeof readModel>;

/** Pieces of one text (with its begin and end) → unit vector of 512. */
export type Encode = (pieces: readonly number[]) => Float32Array;

export function createEncoder(model: Model, table: PieceTable): Encode {
  const matrices = createMatrices(MEMORY_BYTES);
  const kept = (name: string, k: number, n: number) => matrices.keep(model.floats(name), k, n);
  const branches = ORDERS.map(({ order, left }) => ({
    order,
    left,
    layers: [1, 2].map((layer) => ({
      weights: kept(`w${layer}_${order}`, order * CONVOLVED, CONVOLVED),
      bias: model.floats(`b${layer}_${order}`),
    })),
  }));
  // The three branches are projected and normalised as one.
  const beside = (name: string, height: number) =>
    joinColumns(
      ORDERS.map(({ order }) => model.floats(`${name}${order}`)),
      height,
    );
  const project = matrices.keep(beside('proj', DIMENSIONS), DIMENSIONS, PROJECTED);
  const [projectBias, projectGain, projectShift] = [
    beside('proj_b', 1),
    beside('ln_g', 1),
    beside('ln_b', 1),
  ];
  const normGain = model.floats('ln_g');
  const normBias = model.floats('ln_b');
  const sumWeights = kept('cnn_W', FEATURES, DIMENSIONS);
  const sumBias = model.floats('cnn_b');
  const dense = {
    d0: kept('d0', DIMENSIONS, HIDDEN),
    p1: kept('p1', DIMENSIONS, HIDDEN),
    d1: kept('d1', HIDDEN, HIDDEN),
    d2: kept('d2', HIDDEN, DIMENSIONS),
    p3: kept('p3', HIDDEN, DIMENSIONS),
    d3: kept('d3', DIMENSIONS, DIMENSIONS),
  };
  const pieceVectors = matrices.reserve(MOST_PIECES * DIMENSIONS);
  const projected = matrices.reserve(MOST_PIECES * PROJECTED);
  const convolved = matrices.reserve(MOST_PIECES * CONVOLVED);
  const layerOut = matrices.reserve(MOST_PIECES * CONVOLVED);
  const windows = matrices.reserve(MOST_PIECES * 5 * CONVOLVED);
  const features = matrices.reserve(MOST_PIECES * FEATURES);
  // Single rows are padded to four; the other three stay zero.
  const row = (length: number) => matrices.reserve(ROWS * length);
  const summed = row(FEATURES);
  const [mean, hidden0, hidden1, hidden1b, out2, out3, out3b] = [
    row(DIMENSIONS),
    row(HIDDEN),
    row(HIDDEN),
    row(HIDDEN),
    row(DIMENSIONS),
    row(DIMENSIONS),
    row(DIMENSIONS),
  ];

  const gather = (count: number, order: number, left: number) => {
    windows.fill(0, 0, padded(count, ROWS) * order * CONVOLVED);
    for (let at = 0; at < count; at += 1) {
      for (let slot = 0; slot < order; slot += 1) {
        const from = at - left + slot;
        if (from < 0 || from >= count) continue;
        windows.set(
          convolved.subarray(from * CONVOLVED, (from + 1) * CONVOLVED),
          (at * order + slot) * CONVOLVED,
        );
      }
    }
  };

  const single = (left: Float32Array, right: KeptMatrix, out: Float32Array) => {
    matrices.multiply(left, right, out, ROWS);
    return out;
  };

  return (allPieces) => {
    const pieces = allPieces.slice(0, MOST_PIECES);
    const count = pieces.length;
    for (const [index, piece] of pieces.entries()) table.copy(piece, pieceVectors, index * DIMENSIONS);
    pieceVectors.fill(0, count * DIMENSIONS, padded(count, ROWS) * DIMENSIONS);
    for (let at = 0; at < count; at += 1) {
      features.set(pieceVectors.subarray(at * DIMENSIONS, (at + 1) * DIMENSIONS), at * FEATURES);
    }
    matrices.multiply(pieceVectors, project, projected, padded(count, ROWS));
    for (let at = 0; at < count; at += 1) {
      const values = projected.subarray(at * PROJECTED, (at + 1) * PROJECTED);
      add(values, projectBias);
      normalize(values, projectGain, projectShift, EPSILON);
    }
    branches.forEach((branch, index) => {
      for (let at = 0; at < count; at += 1) {
        const from = at * PROJECTED + index * CONVOLVED;
        convolved.set(projected.subarray(from, from + CONVOLVED), at * CONVOLVED);
      }
      for (const { weights, bias } of branch.layers) {
        gather(count, branch.order, branch.left);
        matrices.multiply(windows, weights, layerOut, padded(count, ROWS));
        for (let at = 0; at < count * CONVOLVED; at += 1) {
          const value = (layerOut[at] ?? 0) + (bias[at % CONVOLVED] ?? 0);
          if (value > 0) convolved[at] = (convolved[at] ?? 0) + value;
        }
      }
      for (let at = 0; at < count; at += 1) {
        features.set(
          convolved.subarray(at * CONVOLVED, (at + 1) * CONVOLVED),
          at * FEATURES + DIMENSIONS + index * CONVOLVED,
        );
      }
    });
    summed.fill(0);
    for (let at = 0; at < count; at += 1) {
      const values = features.subarray(at * FEATURES, (at + 1) * FEATURES);
      normalize(values, normGain, normBias, EPSILON);
      add(summed, values);
    }
    single(summed, sumWeights, mean);
    for (let i = 0; i < DIMENSIONS; i += 1) {
      mean[i] = ((mean[i] ?? 0) + count * (sumBias[i] ?? 0)) / Math.sqrt(count);
    }
    const y0 = rectify(single(mean, dense.d0, hidden0));
    const y1 = single(mean, dense.p1, hidden1);
    add(y1, single(y0, dense.d1, hidden1b));
    rectify(y1);
    const y2 = rectify(single(y1, dense.d2, out2));
    const y3 = single(y1, dense.p3, out3);
    add(y3, single(y2, dense.d3, out3b));
    return toUnit(y3.slice(0, DIMENSIONS).map(Math.tanh));
  };
}

/** Matrices of one height side by side. */
function joinColumns(parts: readonly Float32Array[], height: number): Float32Array {
  const widths = parts.map((part) => part.length / height);
  const width = widths.reduce((sum, one) => sum + one, 0);
  const joined = new Float32Array(height * width);
  for (let line = 0; line < height; line += 1) {
    let at = line * width;
    parts.forEach((part, index) => {
      const own = widths[index] ?? 0;
      joined.set(part.subarray(line * own, (line + 1) * own), at);
      at += own;
    });
  }
  return joined;
}

function rectify(values: Float32Array): Float32Array {
  for (let i = 0; i < values.length; i += 1) if ((values[i] ?? 0) < 0) values[i] = 0;
  return values;
}

function toUnit(vector: Float32Array): Float32Array {
  let squares = 0;
  for (const value of vector) squares += value * value;
  const factor = 1 / Math.sqrt(Math.max(squares, EPSILON));
  return vector.map((value) => value * factor);
}
