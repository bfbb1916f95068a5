import type { KnowledgeHit, SolutionContent, SolutionSubject, Wish } from '@tokenholic/contracts';
import type { Kit } from '@tokenholic/kit';
import type { Llm } from '@workflow/llm-sdk';
import { and, eq } from 'drizzle-orm';
import type { Retrieved } from '../domain/material.ts';
import { withAnswer } from '../domain/with-answer.ts';
import { loadVersion } from '../queries/solutions.ts';
import { versions } from '../tables.ts';
import { writeAnswerTask } from '../tasks/write-answer.ts';
import type { Story } from './synthesise.ts';

const MOST_PASSAGES = 12;

/** Has a model write the summary in its own words; what the passages do not carry is dropped, the rest takes the summary's place. */
export async function writeWords(
  kit: Kit,
  llm: Llm,
  { solution, wishes }: Story,
  retrieved: readonly Retrieved[],
  number: number,
  signal: AbortSignal,
): Promise<void> {
  const { organizationId, subject, title, id: solutionId } = solution;
  const hits = passagesOf(retrieved);
  const question = questionOf(subject, title.en, wishes);
  const passages = hits.map((hit) => ({ id: hit.passageId, title: hit.title, text: hit.text }));
  const asked = { organizationId, signal };
  const { output, engine } = await llm.run(writeAnswerTask, { question, passages }, asked);
  await kit.database.withTenant([organizationId], async (tx) => {
    const { content } = await loadVersion(tx, solutionId, number);
    const next: SolutionContent =
      engine.via === 'model' ? withAnswer(content, output, hits, engine) : { ...content, engine };
    await tx.db
      .update(versions)
      .set({ content: next })
      .where(and(eq(versions.solutionId, solutionId), eq(versions.number, number)));
  });
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
