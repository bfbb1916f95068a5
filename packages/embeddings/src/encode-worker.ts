import { parentPort } from 'node:worker_threads';
import { createEncoder, DIMENSIONS } from './encoder.ts';
import { readModel } from './model-file.ts';
import { createTokenizer } from './tokenizer.ts';

// One message is one batch of texts; the answer is their vectors in one array, one after the other.

const model = readModel(new URL('../model/use-multilingual-3.bin.br', import.meta.url));
const tokenize = createTokenizer(model);
const encode = createEncoder(model);

parentPort?.on('message', (texts: readonly string[]) => {
  const vectors = new Float32Array(texts.length * DIMENSIONS);
  texts.forEach((text, index) => {
    vectors.set(encode(tokenize(text)), index * DIMENSIONS);
  });
  parentPort?.postMessage(vectors, [vectors.buffer]);
});
