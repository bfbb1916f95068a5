import { type ContextTokens, type Contextualize, MOST_TOKENS } from './context-network.ts';
import { PIECE_DIMENSIONS, type PieceTable } from './piece-table.ts';
import type { Tokenize } from './tokenizer.ts';

/** A run of text that is marked alike, on its way to the network. */
export interface MarkedPart {
  text: string;
  /** Numbers of its mark and of the use that it names, 0 for none. */
  mark: number;
  use: number;
  /** Read as one token, whatever it is called. */
  isOne: boolean;
  /** A sentence begins: the vector of all of it. */
  sentence: Float32Array | null;
}

/** What the network made of a stretch. */
export interface ReadStretch {
  /** Of every token, one after the other: tokens × 192. */
  states: Float32Array<ArrayBuffer>;
  /** The first token of each part; past the end for one that was cut off. */
  starts: number[];
  /** The number of the sentence that each token stands in. */
  sentences: number[];
}

/** Reads a stretch: its pieces in the light of each other. */
export function readStretch(
  parts: readonly MarkedPart[],
  tokenize: Tokenize,
  table: PieceTable,
  contextualize: Contextualize,
): ReadStretch {
  const tokens: { pieces: number[]; part: MarkedPart; sentence: number }[] = [];
  const starts: number[] = [];
  let sentence = -1;
  for (const part of parts) {
    starts.push(tokens.length);
    if (part.sentence !== null) sentence += 1;
    const pieces = part.text === '' ? [] : tokenize(part.text).slice(1, -1);
    for (const own of part.isOne ? [pieces] : pieces.map((piece) => [piece]))
      tokens.push({ pieces: own, part, sentence });
  }
  const read = tokens.slice(0, MOST_TOKENS);
  const states = contextualize(toContextTokens(read, table));
  return { states, starts, sentences: read.map((token) => token.sentence) };
}

function toContextTokens(
  tokens: readonly { pieces: number[]; part: MarkedPart; sentence: number }[],
  table: PieceTable,
): ContextTokens {
  const pieces = new Float32Array(tokens.length * PIECE_DIMENSIONS);
  const wholes = new Float32Array(tokens.length * PIECE_DIMENSIONS);
  const one = new Float32Array(PIECE_DIMENSIONS);
  for (const [at, { pieces: own, part }] of tokens.entries()) {
    const start = at * PIECE_DIMENSIONS;
    for (const piece of own) {
      table.copy(piece, one, 0);
      for (const [index, value] of one.entries())
        pieces[start + index] = (pieces[start + index] ?? 0) + value / own.length;
    }
    // Unit vectors, brought to the size of the pieces' ones.
    if (own.length === 0 && part.sentence !== null)
      for (const [index, value] of part.sentence.entries())
        wholes[start + index] = value * Math.sqrt(PIECE_DIMENSIONS);
  }
  return {
    ...{ count: tokens.length, pieces, wholes },
    marks: tokens.map(({ part }) => part.mark),
    uses: tokens.map(({ part }) => part.use),
    sentences: tokens.map(({ sentence }) => sentence),
  };
}
