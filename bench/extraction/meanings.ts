import { createEmbeddedEmbedder } from '@tokenholic/embeddings';
import {
  type PageContext,
  sharesOf,
  standingSharesOf,
} from '../../services/map/research/domain/analysis/index.ts';

export type Meanings = Pick<PageContext, 'meaningOf' | 'standingOf'>;

export const noMeanings: Meanings = { meaningOf: () => null, standingOf: () => null };

/** What each of these texts means, found once and before anything is measured. Says what it took. */
export async function learnMeanings(
  texts: readonly string[],
  print: (line: string) => void,
): Promise<Meanings> {
  const distinct = [...new Set(texts)];
  const embedder = createEmbeddedEmbedder();
  await embedder.embed(['warm'], 'passage');
  const at = performance.now();
  const found = await embedder.embed(distinct, 'passage');
  const took = performance.now() - at;
  await embedder.close();
  print(
    `${distinct.length} sentences and clauses weighed by meaning, ${(took / distinct.length).toFixed(1)} ms each`,
  );
  const vectors = new Map(distinct.map((text, index) => [text, found[index] ?? new Float32Array()]));
  const weigh = (sharesOfText: typeof sharesOf) => {
    const known = new Map([...vectors].map(([text, vector]) => [text, sharesOfText(text, vector)]));
    return (text: string) => known.get(text) ?? null;
  };
  return { meaningOf: weigh(sharesOf), standingOf: weigh(standingSharesOf) };
}
