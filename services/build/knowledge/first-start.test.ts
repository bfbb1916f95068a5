import { cosine, createEmbeddedEmbedder, firstStartVectors } from '@tokenholic/embeddings';
import { reference } from '@tokenholic/reference';
import { expect, test } from 'vitest';
import { chunkText } from './domain/chunking/chunk-text.ts';
import { curatedDocuments } from './domain/curated/from-reference.ts';
import { searchText } from './domain/index/prepare.ts';

const texts = curatedDocuments(reference).flatMap(({ title, body }) =>
  chunkText(body).map(({ heading, text }) => searchText(title, heading, text)),
);

test('the built-in base comes with its vectors: a first start computes only what changed since they were written', () => {
  const known = texts.filter((text) => firstStartVectors().vectorOf(text) !== null);
  expect(texts.length).toBeGreaterThan(400);
  // Fewer: run apps/server/scripts/keep-first-start.ts.
  expect(known.length / texts.length).toBeGreaterThan(0.9);
});

test('they are those that the embedder gives', async () => {
  const kept = texts.flatMap((text) => {
    const vector = firstStartVectors().vectorOf(text);
    return vector === null ? [] : [{ text, vector }];
  });
  const some = kept.filter((_, at) => at % Math.ceil(kept.length / 12) === 0);
  const embedder = createEmbeddedEmbedder();
  const computed = await embedder.embed(
    some.map(({ text }) => text),
    'passage',
  );
  await embedder.close();
  expect(some.length).toBeGreaterThan(8);
  some.forEach(({ vector }, at) => {
    expect(cosine(vector, computed[at] ?? new Float32Array(vector.length))).toBeGreaterThan(0.999);
  });
});
