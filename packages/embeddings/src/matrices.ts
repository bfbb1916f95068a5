import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** Matrices of 32-bit floats in one WebAssembly memory, and their product. Sizes are in floats. */
export interface Matrices {
  /** Room for so many floats, kept for good. */
  reserve(length: number): Float32Array;
  /** A fixed right-hand matrix (k × n, row after row), laid out for `multiply`. */
  keep(values: Float32Array, k: number, n: number): KeptMatrix;
  /** out = left × right for `rows` rows, a multiple of 4. Both sides were reserved here. */
  multiply(left: Float32Array, right: KeptMatrix, out: Float32Array, rows: number): void;
}

export interface KeptMatrix {
  offset: number;
  k: number;
  n: number;
}

const multiplySchema = z.object({
  multiply: z.custom<(a: number, b: number, c: number, m: number, k: number, n: number) => void>(
    (value) => typeof value === 'function',
  ),
});

const PAGE = 65_536;
const PANEL = 8;
const wasm = new URL('../model/multiply.wasm', import.meta.url);

/** A memory that holds this many bytes at most. It never grows, so that its views stay valid. */
export function createMatrices(bytes: number): Matrices {
  const pages = Math.ceil(bytes / PAGE);
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
  const module = new WebAssembly.Module(readFileSync(wasm));
  const { exports } = new WebAssembly.Instance(module, { room: { memory } });
  const { multiply } = multiplySchema.parse({ ...exports });
  let used = 0;
  const reserve = (length: number) => {
    const view = new Float32Array(memory.buffer, used, length);
    used += Math.ceil((length * 4) / 16) * 16;
    return view;
  };
  return {
    reserve,
    keep(values, k, n) {
      const view = reserve(k * n);
      let at = 0;
      for (let panel = 0; panel < n; panel += PANEL) {
        for (let row = 0; row < k; row += 1) {
          view.set(values.subarray(row * n + panel, row * n + panel + PANEL), at);
          at += PANEL;
        }
      }
      return { offset: view.byteOffset, k, n };
    },
    multiply(left, right, out, rows) {
      multiply(left.byteOffset, right.offset, out.byteOffset, rows, right.k, right.n);
    },
  };
}
