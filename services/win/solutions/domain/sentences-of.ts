import type { SolutionContent, SolutionSentence } from '@tokenholic/contracts';

/** Every sentence of a solution in the order in which it is read. */
export function sentencesOf(content: SolutionContent): SolutionSentence[] {
  const { summary, answers, products, differences, cost, steps, cases } = content;
  const parts = [...answers, ...products, ...differences, ...steps, ...cases];
  return [...summary, ...parts.flatMap(({ sentences }) => sentences), ...cost.sentences];
}
