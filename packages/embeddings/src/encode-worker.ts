import { parentPort } from 'node:worker_threads';
import { createContextNetwork } from './context-network.ts';
import type { EncodeRequest } from './embedded.ts';
import { createEncoder, DIMENSIONS } from './encoder.ts';
import { readModel } from './model-file.ts';
import { createPieceTable } from './piece-table.ts';
import { readStretch } from './reading.ts';
import { createTokenizer } from './tokenizer.ts';

// One message is one batch: of texts, answered by their vectors in one array one after the other, or a stretch to be read.

const model = readModel(new URL('../model/use-multilingual-3.bin.br', import.meta.url));
const tokenize = createTokenizer(model);
const table = createPieceTable(model);
const encode = createEncoder(model, table);
const contextNetwork = () =>
  createContextNetwork(readModel(new URL('../model/context-1.bin.br', import.meta.url)));
let contextualize: ReturnType<typeof contextNetwork> | null = null;

parentPort?.on('message', (request: EncodeRequest) => {
  if (request.kind === 'read') {
    contextualize ??= contextNetwork();
    const read = readStretch(request.parts, tokenize, table, contextualize);
    parentPort?.postMessage(read, [read.states.buffer]);
    return;
  }
  const vectors = new Float32Array(request.texts.length * DIMENSIONS);
  request.texts.forEach((text, index) => {
    vectors.set(encode(tokenize(text)), index * DIMENSIONS);
  });
  parentPort?.postMessage(vectors, [vectors.buffer]);
});
