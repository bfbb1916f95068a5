import { readFileSync } from 'node:fs';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { z } from 'zod';

// A model is one Brotli-compressed file: the length of a JSON header, the header, then the tensors it names, one after
// the other. Matrices of the encoder are stored as 16-bit floats, the large table of pieces as 6-bit steps in bytes.

const tensorSchema = z.object({
  name: z.string(),
  shape: z.array(z.number().int()),
  kind: z.enum(['bytes', 'half', 'float']),
});
const headerSchema = z.object({ tensors: z.array(tensorSchema) });

export type TensorKind = z.infer<typeof tensorSchema>['kind'];

export interface StoredTensor {
  name: string;
  shape: number[];
  kind: TensorKind;
  data: Uint8Array;
}

const WIDTHS: Record<TensorKind, number> = { bytes: 1, half: 2, float: 4 };
const HEADER_LENGTH = 4;

/** The file's bytes for these tensors. */
export function packModel(tensors: readonly StoredTensor[]): Uint8Array {
  const header = Buffer.from(
    JSON.stringify({ tensors: tensors.map(({ name, shape, kind }) => ({ name, shape, kind })) }),
  );
  const length = Buffer.alloc(HEADER_LENGTH);
  length.writeUInt32LE(header.length);
  const whole = Buffer.concat([length, header, ...tensors.map((tensor) => tensor.data)]);
  return brotliCompressSync(whole, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_LGWIN]: 24,
      [constants.BROTLI_PARAM_SIZE_HINT]: whole.length,
    },
  });
}

/** Reads a model's tensors: how to get the bytes of one, or its values as floats. Throws when the file lacks one that is asked for. */
export function readModel(path: URL) {
  const whole = brotliDecompressSync(readFileSync(path));
  const headerLength = whole.readUInt32LE(0);
  const header = headerSchema.parse(
    JSON.parse(whole.toString('utf8', HEADER_LENGTH, HEADER_LENGTH + headerLength)),
  );
  const stored = new Map<string, StoredTensor>();
  let offset = HEADER_LENGTH + headerLength;
  for (const tensor of header.tensors) {
    const size = WIDTHS[tensor.kind] * tensor.shape.reduce((product, side) => product * side, 1);
    stored.set(tensor.name, { ...tensor, data: whole.subarray(offset, offset + size) });
    offset += size;
  }
  const find = (name: string, kinds: readonly TensorKind[]) => {
    const tensor = stored.get(name);
    if (tensor === undefined || !kinds.includes(tensor.kind)) throw new Error(`the model has no ${name}`);
    return tensor;
  };
  return {
    // Copies, so that the decompressed whole can be freed.
    bytes: (name: string) => Uint8Array.from(find(name, ['bytes']).data),
    floats(name: string): Float32Array {
      const { kind, data } = find(name, ['half', 'float']);
      const copy = Uint8Array.from(data).buffer;
      return kind === 'half' ? Float32Array.from(new Float16Array(copy)) : new Float32Array(copy);
    },
  };
}
