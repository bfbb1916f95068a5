import { readFileSync, writeFileSync } from 'node:fs';
import { reference } from '@tokenholic/reference';
import { z } from 'zod';
import { packModel, type StoredTensor } from '../../../packages/embeddings/src/model-file.ts';

// Puts what `train.py` taught where the product reads it: the network beside the encoder, what is asked of it with the rules.
// `node bench/extraction/reader/pack.ts WEIGHTS`

const [, , weights] = process.argv;
if (weights === undefined) throw new Error('name the weights');
const shapes = z
  .record(z.string(), z.array(z.number().int()))
  .parse(JSON.parse(readFileSync(`${weights}.json`, 'utf8')));
const bytes = readFileSync(`${weights}.bin`);
const values = new Map<string, { shape: number[]; data: Float32Array }>();
let offset = 0;
for (const [name, shape] of Object.entries(shapes)) {
  const length = shape.reduce((product, side) => product * side, 1);
  const data = new Float32Array(Uint8Array.from(bytes.subarray(offset, offset + 4 * length)).buffer);
  values.set(name, { shape, data });
  offset += 4 * length;
}

const tensor = (name: string) => {
  const found = values.get(name);
  if (found === undefined) throw new Error(`${name} is missing`);
  return found;
};

/** Rows of outputs become rows of inputs. */
function turned(name: string): Float32Array {
  const { shape, data } = tensor(name);
  const [rows = 0, columns = 0] = shape;
  return Float32Array.from(
    { length: data.length },
    (_, at) => data[(at % rows) * columns + Math.floor(at / rows)] ?? 0,
  );
}

const half = (data: Float32Array) => new Uint8Array(Float16Array.from(data).buffer);
const stored = (name: string, data: Float32Array): StoredTensor => ({
  ...{ name, shape: [data.length], kind: 'half' as const },
  data: half(data),
});

const inNetwork = (name: string) => name.startsWith('layers.') || name.startsWith('norm');
const isMatrix = (name: string) => /(?:attend|join|inner|outer)\.weight$/.test(name);
writeFileSync(
  new URL('../../../packages/embeddings/model/context-1.bin.br', import.meta.url),
  packModel([
    stored('pieces', turned('pieces.weight')),
    stored('meant', turned('meant.weight')),
    stored('mark', tensor('mark.weight').data),
    stored('use', tensor('use.weight').data),
    ...[...values.keys()]
      .filter(inNetwork)
      .map((name) => stored(name, isMatrix(name) ? turned(name) : tensor(name).data)),
  ]),
);

const ASKED =
  /^(?:uses_named|uses_unnamed|token_uses|look|look_unnamed|seen|stands|stands_use|scene|standing|serve|serve_unnamed|ask|answer|same|pointed|rule|shares|chance)(?:\.|$)/;
writeFileSync(
  new URL('../../../services/map/research/domain/analysis/reader/heads.json', import.meta.url),
  `${JSON.stringify(
    {
      dimensions: 192,
      uses: reference.useCases.map(({ id }) => id),
      standings: ['current', 'ended', 'planned', 'speculated', 'compared'],
      weights: Object.fromEntries(
        [...values]
          .filter(([name]) => ASKED.test(name))
          .map(([name, { data }]) => [name, Buffer.from(half(data)).toString('base64')]),
      ),
    },
    null,
    1,
  )}\n`,
);
