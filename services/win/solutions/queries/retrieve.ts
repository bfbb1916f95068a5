import type { Query } from '../domain/plan-queries.ts';
import type { Retrieved } from '../domain/write-solution.ts';
import type { Sources } from '../ports.ts';

const HITS = 6;
/** Models of one family differ by a word: the right one may stand further down. */
const MODEL_HITS = 15;

/** The second of three: asks the knowledge base every planned question. */
export async function retrieve(
  sources: Sources,
  vendorId: string,
  queries: readonly Query[],
): Promise<Retrieved[]> {
  const retrieved: Retrieved[] = [];
  for (const query of queries)
    retrieved.push({
      query,
      answer: await sources.ask(vendorId, query.question, query.purpose === 'model' ? MODEL_HITS : HITS),
    });
  return retrieved;
}
