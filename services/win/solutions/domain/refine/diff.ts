import type {
  CostRow,
  DiffLine,
  LocalizedText,
  SolutionContent,
  SolutionDiff,
  SolutionSection,
  SolutionSentence,
} from '@tokenholic/contracts';
import { diffDiagrams } from '@tokenholic/presentation/diagram';
import { totalDays } from '../parts/steps.ts';

interface Part {
  section: SolutionSection;
  id: string;
  name: LocalizedText | null;
  lines: LocalizedText[];
}

function partsOf(content: SolutionContent): Part[] {
  const texts = (sentences: readonly SolutionSentence[]) => sentences.map(({ text }) => text);
  const named = (
    section: SolutionSection,
    items: readonly { id: string; name: LocalizedText; sentences: SolutionSentence[] }[],
  ) => items.map(({ id, name, sentences }) => ({ section, id, name, lines: texts(sentences) }));
  const whole = (section: SolutionSection, lines: LocalizedText[]) => ({
    section,
    id: section,
    name: null,
    lines,
  });
  return [
    whole('summary', texts(content.summary)),
    ...named('answers', content.answers),
    ...named('products', content.products),
    ...named('differences', content.differences),
    whole('cost', texts(content.cost.sentences)),
    ...content.steps.map(({ id, name, days, risk, sentences }) => ({
      ...{ section: 'steps' as const, id, name },
      lines: [
        {
          zh: `${days.low}–${days.high} 个工作日 · ${RISKS.zh[risk]}`,
          en: `${days.low}–${days.high} working days · ${RISKS.en[risk]}`,
        },
        ...texts(sentences),
      ],
    })),
    ...named('cases', content.cases),
    whole(
      'questions',
      content.questions.map(({ text }) => text),
    ),
  ];
}

const RISKS = {
  zh: { low: '风险低', medium: '风险中', high: '风险高' },
  en: { low: 'low risk', medium: 'medium risk', high: 'high risk' },
} as const;

/** What is different between two contents, part by part and line by line. */
export function diffContents(
  before: SolutionContent,
  after: SolutionContent,
): Omit<SolutionDiff, 'from' | 'to'> {
  const [old, now] = [partsOf(before), partsOf(after)];
  const same = (first: Part) => (second: Part) => first.section === second.section && first.id === second.id;
  const parts: SolutionDiff['parts'] = [];
  for (const part of now) {
    const lines = diffLines(old.find(same(part))?.lines ?? [], part.lines);
    if (lines.every(({ change }) => change === 'same')) continue;
    const { section, id, name } = part;
    parts.push({ section, id, name, change: old.some(same(part)) ? 'changed' : 'added', lines });
  }
  for (const part of old.filter((one) => !now.some(same(one)))) {
    const { section, id, name } = part;
    parts.push({ section, id, name, change: 'removed', lines: diffLines(part.lines, []) });
  }
  const sums = ({ cost: { currentCny, oursCny } }: SolutionContent) => ({ currentCny, oursCny });
  return {
    parts,
    cost: { before: sums(before), after: sums(after), rows: changedRows(before, after) },
    days: { before: totalDays(before.steps), after: totalDays(after.steps) },
    diagram: diffDiagrams(before.diagram, after.diagram),
  };
}

/** Rows of the cost whose model or amount is another, and those only one of the two has. */
function changedRows(before: SolutionContent, after: SolutionContent): SolutionDiff['cost']['rows'] {
  const pick = (row: CostRow | undefined) =>
    row === undefined ? null : { ours: row.ours, oursCny: row.oursCny };
  const keys = new Map([...before.cost.rows, ...after.cost.rows].map((row) => [row.tileKey, row.useCase]));
  return [...keys].flatMap(([tileKey, useCase]) => {
    const of = ({ cost }: SolutionContent) => pick(cost.rows.find((row) => row.tileKey === tileKey));
    const [was, is] = [of(before), of(after)];
    const isSame = was?.ours === is?.ours && was?.oursCny === is?.oursCny;
    return isSame ? [] : [{ tileKey, useCase, before: was, after: is }];
  });
}

/** Lines by their longest common subsequence: what stayed, what went, what came. */
export function diffLines(before: readonly LocalizedText[], after: readonly LocalizedText[]): DiffLine[] {
  const isSame = (first: LocalizedText | undefined, second: LocalizedText | undefined) =>
    first?.zh === second?.zh && first?.en === second?.en;
  const width = after.length + 1;
  const longest = new Uint16Array((before.length + 1) * width);
  for (let row = before.length - 1; row >= 0; row -= 1)
    for (let column = after.length - 1; column >= 0; column -= 1)
      longest[row * width + column] = isSame(before[row], after[column])
        ? (longest[(row + 1) * width + column + 1] ?? 0) + 1
        : Math.max(longest[(row + 1) * width + column] ?? 0, longest[row * width + column + 1] ?? 0);
  const lines: DiffLine[] = [];
  let [row, column] = [0, 0];
  while (row < before.length || column < after.length) {
    const [old, now] = [before[row], after[column]];
    if (old !== undefined && now !== undefined && isSame(old, now)) {
      lines.push({ change: 'same', text: now });
      row += 1;
      column += 1;
    } else if (
      old !== undefined &&
      (now === undefined ||
        (longest[(row + 1) * width + column] ?? 0) >= (longest[row * width + column + 1] ?? 0))
    ) {
      lines.push({ change: 'removed', text: old });
      row += 1;
    } else if (now !== undefined) {
      lines.push({ change: 'added', text: now });
      column += 1;
    }
  }
  return lines;
}
