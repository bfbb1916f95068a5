import type {
  Engine,
  KnowledgeHit,
  SolutionCitation,
  SolutionContent,
  SolutionSentence,
} from '@tokenholic/contracts';

interface Written {
  sentences: readonly { zh: string; en: string; passages: readonly string[]; quote: string }[];
}

/** The summary with a model's checked sentences in the place of the quoted ones; figures worked out in code stay. */
export function withAnswer(
  content: SolutionContent,
  { sentences }: Written,
  hits: readonly KnowledgeHit[],
  engine: Engine,
): SolutionContent {
  const citations: SolutionCitation[] = [...content.citations];
  const cite = (passageId: string, quote: string) => {
    const hit = hits.find((one) => one.passageId === passageId);
    if (hit === undefined) return [];
    const known = citations.find((one) => one.documentId === hit.documentId && one.quote === quote);
    if (known !== undefined) return [known.id];
    const { title, heading, page, origin, asOf, documentId } = hit;
    const id = `c${citations.length + 1}`;
    citations.push({ id, kind: 'passage', quote, ...{ title, heading, page, origin, asOf, documentId } });
    return [id];
  };
  const written = sentences.map(
    ({ zh, en, passages, quote }): SolutionSentence => ({
      text: { zh, en },
      standing: 'cited',
      citations: passages.flatMap((id) => cite(id, quote)),
    }),
  );
  const kept = content.summary.filter(({ standing }) => standing !== 'cited');
  return { ...content, summary: [...kept, ...written], citations, engine };
}
