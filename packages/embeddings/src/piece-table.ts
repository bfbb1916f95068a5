import type { readModel } from './model-file.ts';

export const PIECE_DIMENSIONS = 512;

/** The vectors of pieces, kept in bytes. */
export interface PieceTable {
  /** Writes a piece's vector into `target` from `offset` on. */
  copy(piece: number, target: Float32Array, offset: number): void;
}

export function createPieceTable(model: ReturnType<typeof readModel>): PieceTable {
  const table = model.bytes('table');
  const chunks = model.bytes('chunks');
  const scale = model.floats('scale');
  const low = model.floats('lo');
  return {
    copy(piece, target, offset) {
      const chunk = chunks[piece] ?? 0;
      const step = scale[chunk] ?? 0;
      const start = low[chunk] ?? 0;
      for (let index = 0; index < PIECE_DIMENSIONS; index += 1)
        target[offset + index] = (table[piece * PIECE_DIMENSIONS + index] ?? 0) * step + start;
    },
  };
}
