import type { SolutionContent, SolutionSection, SolutionSentence, Wish } from '@tokenholic/contracts';

/** All wishes so far: a later one takes the place of the one it contradicts. */
export function mergeWishes(before: readonly Wish[], now: readonly Wish[]): Wish[] {
  const contradicts = (old: Wish) =>
    now.some(
      (wish) =>
        ('id' in wish && 'id' in old && wish.id === old.id) ||
        (wish.kind === old.kind &&
          ['budget', 'days', 'cheaper', 'self_host', 'shorter'].includes(wish.kind)) ||
        (wish.kind === 'topic' && old.kind === 'topic' && wish.question === old.question),
    );
  return [...before.filter((old) => !contradicts(old)), ...now];
}

/** The next content with locked sections as they were; their citations come along under new numbers. */
export function keepLocked(
  next: SolutionContent,
  before: SolutionContent,
  locked: readonly SolutionSection[],
): SolutionContent {
  const citations = [...next.citations];
  const renamed = new Map<string, string>();
  const rename = (id: string): string => {
    const known = renamed.get(id);
    if (known !== undefined) return known;
    const citation = before.citations.find((one) => one.id === id);
    if (citation === undefined) return id;
    const same = citations.find((one) => JSON.stringify({ ...one, id }) === JSON.stringify(citation));
    const name = same?.id ?? `c${citations.length + 1}`;
    if (same === undefined) citations.push({ ...citation, id: name });
    renamed.set(id, name);
    return name;
  };
  const sentences = (some: readonly SolutionSentence[]) =>
    some.map((sentence) => ({ ...sentence, citations: sentence.citations.map(rename) }));
  const parts = <P extends { sentences: SolutionSentence[] }>(some: readonly P[]): P[] =>
    some.map((part) => ({ ...part, sentences: sentences(part.sentences) }));
  const kept: SolutionContent = { ...next };
  if (locked.includes('summary')) kept.summary = sentences(before.summary);
  if (locked.includes('products')) kept.products = parts(before.products);
  if (locked.includes('differences')) kept.differences = parts(before.differences);
  if (locked.includes('cost')) kept.cost = { ...before.cost, sentences: sentences(before.cost.sentences) };
  if (locked.includes('steps')) kept.steps = parts(before.steps);
  if (locked.includes('cases')) kept.cases = parts(before.cases);
  if (locked.includes('questions')) kept.questions = before.questions;
  if (locked.includes('diagram'))
    kept.diagram = {
      ...before.diagram,
      nodes: before.diagram.nodes.map((node) => ({ ...node, citations: node.citations.map(rename) })),
    };
  if (locked.includes('answers')) kept.answers = parts(before.answers);
  return { ...kept, citations };
}
