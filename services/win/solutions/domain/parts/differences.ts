import type { KnowledgeHit, SolutionContent, SolutionSentence } from '@tokenholic/contracts';
import type { Comparison } from '@tokenholic/reference';
import type { Citations } from '../citations.ts';
import type { Find, Material } from '../material.ts';

const sideOf = (edge: string): SolutionContent['differences'][number]['side'] =>
  edge.startsWith('alibaba')
    ? 'ours'
    : edge.startsWith('competitor')
      ? 'theirs'
      : edge === 'even'
        ? 'even'
        : 'depends';

/** Where we lead and trail against what runs today, as the battlecards say. */
export function differencesOf(
  { subject, reference, plan }: Material,
  found: Find,
  citations: Citations,
  short: boolean,
): SolutionContent['differences'] {
  const planned = plan.queries.filter(({ purpose }) => purpose === 'difference');
  return planned
    .flatMap(({ about }) => {
      const comparison = reference.comparisons.find(({ id }) => id === about);
      const provider = subject.providers.find(({ id }) => id === comparison?.competitorId);
      if (comparison === undefined || provider === undefined) return [];
      const sentences = comparisonSentences(comparison, found('difference', about), citations);
      const { id, dimension, edge } = comparison;
      return sentences.length === 0
        ? []
        : [
            {
              ...{ id, name: dimension, provider: provider.name, providerId: provider.id },
              ...{ side: sideOf(edge), sentences },
            },
          ];
    })
    .slice(0, short ? 3 : 8);
}

/** Both languages stand under headings of their own: the sentences are matched by who they speak of. */
function comparisonSentences(
  { dimension }: Comparison,
  hits: readonly KnowledgeHit[],
  citations: Citations,
): SolutionSentence[] {
  const chinese = hits.find(({ heading }) => heading.includes(dimension.zh));
  const english = hits.find(({ heading }) => heading.includes(dimension.en));
  const lines = (hit: KnowledgeHit | undefined) =>
    hit === undefined ? [] : hit.text.split('\n').filter((line) => !/^(来源|Source|建议|Advice)/.test(line));
  const [first, second] = [lines(chinese), lines(english)];
  if (chinese === undefined || english === undefined || first.length !== second.length) {
    const only = english ?? chinese;
    return only === undefined ? [] : citations.quote({ ...only, text: lines(only).join('\n') }, 2);
  }
  return first.flatMap((zh, at): SolutionSentence[] => {
    const en = second[at] ?? zh;
    const cited = [citations.cite(chinese, zh), citations.cite(english, en)].filter((id) => id !== null);
    return cited.length < 2 ? [] : [{ text: { zh, en }, standing: 'cited', citations: cited }];
  });
}
