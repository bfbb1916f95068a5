import type { KnowledgeHit, SolutionContent, SolutionSubject, Wish } from '@tokenholic/contracts';
import type { JobHandler, Kit } from '@tokenholic/kit';
import type { Llm } from '@workflow/llm-sdk';
import { and, eq } from 'drizzle-orm';
import { draft } from '../commands/draft.ts';
import { withAnswer } from '../domain/with-answer.ts';
import type { Retrieved } from '../domain/write-solution.ts';
import type { Sources } from '../ports.ts';
import { loadSolution, loadVersion } from '../queries/solutions.ts';
import { solutions, versions } from '../tables.ts';
import { writeAnswerTask } from '../tasks/write-answer.ts';

export const WRITE_QUEUE = 'solutions-write';
const MOST_PASSAGES = 12;

/** Has a model write the answer in its own words; what the passages do not carry is dropped, the rest takes the summary's place. */
export function writeAnswer(kit: Kit, sources: Sources, llm: Llm): JobHandler {
  return async (data, { organizationId, signal }) => {
    const solutionId = String(data.solutionId);
    const number = Number(data.number);
    const read = await kit.database.withTenant([organizationId], async (tx) => ({
      solution: await loadSolution(tx, solutionId),
      version: await loadVersion(tx, solutionId, number),
    }));
    const { subject, clientId, title } = read.solution;
    const { retrieved } = await draft(sources, String(data.vendorId), clientId, subject, read.version.wishes);
    const hits = passagesOf(retrieved);
    const question = questionOf(subject, title.en, read.version.wishes);
    const passages = hits.map((hit) => ({ id: hit.passageId, title: hit.title, text: hit.text }));
    const { output, engine } = await llm.run(
      writeAnswerTask,
      { question, passages },
      { organizationId, signal },
    );
    await kit.database.withTenant([organizationId], async (tx) => {
      const { content } = await loadVersion(tx, solutionId, number);
      const next: SolutionContent =
        engine.via === 'model' ? withAnswer(content, output, hits, engine) : { ...content, engine };
      await tx.db
        .update(versions)
        .set({ content: next })
        .where(and(eq(versions.solutionId, solutionId), eq(versions.number, number)));
      await tx.db.update(solutions).set({ writing: false }).where(eq(solutions.id, solutionId));
    });
  };
}

function questionOf(subject: SolutionSubject, title: string, wishes: readonly Wish[]): string {
  const topics = wishes.flatMap((wish) => (wish.kind === 'topic' ? [wish.question] : []));
  const main = subject.kind === 'question' ? subject.question : `What do we offer for ${title}, and why?`;
  return [main, ...topics].join('\n');
}

/** Each passage once, those that answer the question first. */
function passagesOf(retrieved: readonly Retrieved[]): KnowledgeHit[] {
  const ordered = [...retrieved].sort(
    (first, second) =>
      Number(second.query.purpose === 'question') - Number(first.query.purpose === 'question'),
  );
  const hits = new Map(
    ordered.flatMap(({ answer }) => answer.hits.slice(0, 2).map((hit) => [hit.passageId, hit])),
  );
  return [...hits.values()].slice(0, MOST_PASSAGES);
}
