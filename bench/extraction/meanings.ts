import { createEmbeddedEmbedder } from '@tokenholic/embeddings';
import { sharesOf, type UseShares } from '../../services/map/research/domain/analysis/index.ts';

/** What each of these texts means, found once and before anything is measured. Says what it took. */
export async function learnMeanings(
  texts: readonly string[],
  print: (line: string) => void,
): Promise<(text: string) => UseShares | null> {
  const distinct = [...new Set(texts)];
  const embedder = createEmbeddedEmbedder();
  await embedder.embed(['warm'], 'passage');
  const at = performance.now();
  const vectors = await embedder.embed(distinct, 'passage');
  const took = performance.now() - at;
  await embedder.close();
  print(
    `${distinct.length} sentences and clauses weighed by meaning, ${(took / distinct.length).toFixed(1)} ms each`,
  );
  const shares = new Map(
    distinct.map((text, index) => [text, sharesOf(text, vectors[index] ?? new Float32Array())]),
  );
  return (text) => shares.get(text) ?? null;
}
