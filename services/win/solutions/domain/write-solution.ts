import type { Engine, LocalizedText, SolutionContent, SolutionSentence } from '@tokenholic/contracts';
import { type Citations, createCitations } from './citations.ts';
import { type Find, hitsOf, type Material, quoteMarked } from './material.ts';
import { diagramOf } from './parts/architecture.ts';
import { costOf } from './parts/cost.ts';
import { differencesOf } from './parts/differences.ts';
import { questionsOf } from './parts/questions.ts';
import { stepsOf, totalDays } from './parts/steps.ts';
import { summaryOf } from './parts/summary.ts';
import type { Query } from './plan-queries.ts';

const BY_RULES: Engine = { via: 'rules', model: null, reason: null };
/** The last of three: writes the solution by rules from what was found. Every cited word stands in a passage. */
export function writeSolution(material: Material): SolutionContent {
  const { subject, plan, retrieved, wishes, priceOf } = material;
  const citations = createCitations();
  const found = (purpose: Query['purpose'], about?: string) =>
    retrieved
      .filter(({ query }) => query.purpose === purpose && (about === undefined || query.about === about))
      .flatMap(hitsOf);
  const short = wishes.some(({ kind }) => kind === 'shorter');
  const cheapest = wishes.some(({ kind }) => kind === 'cheaper' || kind === 'budget');
  const answered = found('question');
  const known = subject.question === null || answered.length > 0 || subject.useCases.length > 0;
  const cost = costOf(subject, plan.models, priceOf, cheapest, citations);
  const steps = known ? stepsOf(subject, wishes) : [];
  const reasons = found('reason')
    .slice(0, 1)
    .flatMap((hit) => citations.quote(hit, 1));
  const quoted = answered.slice(0, 3).flatMap((hit) => quoteMarked(hit, citations));
  const products = productsOf(material, found, citations, short);
  const compatible = found('migration').find(({ text }) => /OpenAI/.test(text));
  const way = steps.find(({ id }) => id === 'connect');
  if (compatible !== undefined)
    way?.sentences.push(...citations.quote({ ...compatible, text: lineWith(compatible.text, /OpenAI/) }, 1));
  return {
    known,
    summary: [
      ...summaryOf(
        subject,
        plan,
        cost.savingCny,
        steps.length === 0 ? null : totalDays(steps),
        known,
        citations,
        cost,
      ),
      ...reasons,
      ...quoted,
    ],
    products,
    differences: differencesOf(material, found, citations, short),
    cost,
    diagram: known ? diagramOf(material, found, citations) : { nodes: [], edges: [] },
    steps,
    cases: casesOf(material, found, citations).slice(0, short ? 1 : 3),
    questions: known ? questionsOf(subject, cost) : [],
    answers: topicsOf(material, citations),
    citations: citations.all,
    dropped: citations.dropped,
    engine: BY_RULES,
  };
}

const lineWith = (text: string, wanted: RegExp) => text.split('\n').find((line) => wanted.test(line)) ?? text;

function productsOf(
  { plan }: Material,
  found: Find,
  citations: Citations,
  short: boolean,
): SolutionContent['products'] {
  const most = short ? 1 : 3;
  const models = plan.models.map(({ id, name }) => {
    // The exact model: `Qwen-Plus` is not `Qwen-Plus-Character`.
    const own = found('model', id).filter(({ heading }) => heading.at(-1) === name);
    const sentences = own.slice(0, 1).flatMap((hit) => citations.quote(hit, most));
    return { id, kind: 'model' as const, name: { zh: name, en: name }, sentences };
  });
  const products = plan.products.map(({ id, name }) => {
    const sentences = found('product', id)
      .slice(0, 2)
      .flatMap((hit) => citations.quote(hit, 2))
      .slice(0, most);
    return { id, kind: 'product' as const, name, sentences };
  });
  // What the knowledge base says nothing about is not recommended.
  return [...models, ...products].filter(({ sentences }) => sentences.length > 0);
}

function casesOf({ plan, reference }: Material, found: Find, citations: Citations): SolutionContent['cases'] {
  return plan.queries
    .filter(({ purpose }) => purpose === 'case')
    .flatMap(({ about }) => {
      const study = reference.cases.find(({ id }) => id === about);
      const [hit] = found('case', about);
      if (study === undefined || hit === undefined) return [];
      return [{ id: study.id, name: study.company, sentences: citations.quote(hit, 3) }];
    });
}

function topicsOf({ retrieved }: Material, citations: Citations): SolutionContent['answers'] {
  return retrieved
    .filter(({ query }) => query.purpose === 'topic')
    .map((one) => {
      const name: LocalizedText = { zh: one.query.about, en: one.query.about };
      const sentences = hitsOf(one)
        .slice(0, 2)
        .flatMap((hit) => quoteMarked(hit, citations));
      const unknown: SolutionSentence = {
        standing: 'unknown',
        citations: [],
        text: { zh: '知识库里没有这方面的内容。', en: 'The knowledge base has nothing on this.' },
      };
      return { id: one.query.about, name, sentences: sentences.length === 0 ? [unknown] : sentences };
    });
}
