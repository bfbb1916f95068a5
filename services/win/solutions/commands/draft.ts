import type { BattleMap, SolutionContent, SolutionSubject, Wish } from '@tokenholic/contracts';
import { reference } from '@tokenholic/reference';
import { type Case, readCase } from '../domain/case.ts';
import { mapMissing, subjectUnknown } from '../domain/failures.ts';
import { planQueries } from '../domain/plan-queries.ts';
import { type Retrieved, writeSolution } from '../domain/write-solution.ts';
import type { Sources } from '../ports.ts';
import { retrieve } from '../queries/retrieve.ts';

export interface Draft {
  subject: Case;
  content: SolutionContent;
  retrieved: Retrieved[];
}

/** Query, retrieval, synthesis: one content for a subject and all that was wished for so far. No transaction is open meanwhile. */
export async function draft(
  sources: Sources,
  vendorId: string,
  clientId: string | null,
  subject: SolutionSubject,
  wishes: readonly Wish[],
): Promise<Draft> {
  const map: BattleMap | null = clientId === null ? null : await sources.map(clientId);
  if (map === null && subject.kind !== 'question') throw mapMissing();
  const found = readCase(subject, map, reference);
  if (found === null) throw subjectUnknown();
  const plan = planQueries(found, wishes, reference);
  const retrieved = await retrieve(sources, vendorId, plan.queries);
  const content = writeSolution({
    ...{ subject: found, plan, retrieved, wishes, reference },
    priceOf: sources.price,
  });
  return { subject: found, content, retrieved };
}
