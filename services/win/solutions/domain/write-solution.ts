import type {
  Engine,
  KnowledgeAnswer,
  KnowledgeHit,
  LocalizedText,
  SolutionContent,
  SolutionSentence,
  Wish,
} from '@tokenholic/contracts';
import type { Comparison, Reference } from '@tokenholic/reference';
import type { Case } from './case.ts';
import { type Citations, createCitations } from './citations.ts';
import { costOf, type PriceOf, yuan } from './parts/cost.ts';
import { questionsOf } from './parts/questions.ts';
import { stepsOf, totalDays } from './parts/steps.ts';
import type { Plan, Query } from './plan-queries.ts';

/** A query with what the knowledge base answered. */
export interface Retrieved {
  query: Query;
  answer: KnowledgeAnswer;
}

export interface Material {
  subject: Case;
  plan: Plan;
  retrieved: readonly Retrieved[];
  wishes: readonly Wish[];
  priceOf: PriceOf;
  reference: Pick<Reference, 'comparisons' | 'cases' | 'providers'>;
}

const BY_RULES: Engine = { via: 'rules', model: null, reason: null };
/** A passage below this share of the question does not speak of it. */
const SPEAKS_FROM = 0.35;

/** The passages of a query that may be used: about what was asked for, best first. */
function hitsOf({ query, answer }: Retrieved): KnowledgeHit[] {
  if (query.inTitle === null)
    return answer.known ? answer.hits.filter(({ covered }) => covered >= SPEAKS_FROM) : [];
  const { inTitle } = query;
  // Only the built-in base may say what our products are and what they cost.
  return answer.hits.filter(({ title, readOnly }) => readOnly && title.includes(inTitle));
}

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

/** The sentences of a passage that answer, as the search marked them. */
function quoteMarked(hit: KnowledgeHit, citations: Citations): SolutionSentence[] {
  const marked = hit.marks.map(({ start, end }) => hit.text.slice(start, end)).slice(0, 1);
  return citations.quote({ ...hit, text: marked.length === 0 ? hit.text : marked.join('\n') }, 1);
}

function summaryOf(
  { tiles, providers, title }: Case,
  { models, products }: Plan,
  savingCny: number | null,
  days: { low: number; high: number } | null,
  known: boolean,
  citations: Citations,
  { currentCny, oursCny }: SolutionContent['cost'],
): SolutionSentence[] {
  if (!known)
    return [
      {
        standing: 'unknown',
        citations: [],
        text: {
          zh: '知识库里没有能回答这个问题的内容。请补充资料，或者换个说法。',
          en: 'The knowledge base has nothing that answers this question. Add a document, or ask in other words.',
        },
      },
    ];
  const sentences: SolutionSentence[] = [];
  const [model] = models;
  const mapped = tiles.map(({ tile, column }) => citations.map(tile, column.name));
  if (model !== undefined) {
    const on = (language: 'zh' | 'en') =>
      providers.map(({ name }) => name[language]).join(language === 'zh' ? '、' : ', ');
    const with_ = products[0]?.name;
    sentences.push({
      standing: 'computed',
      citations: mapped,
      text: {
        zh: `建议用 ${model.name}${with_ === undefined ? ' ' : ` 配合${with_.zh} `}承接${title.zh}${providers.length === 0 ? '' : `，现在跑在${on('zh')}上`}。`,
        en: `We propose ${model.name}${with_ === undefined ? '' : ` with ${with_.en}`} for ${title.en}${providers.length === 0 ? '' : `, which runs on ${on('en')} today`}.`,
      },
    });
  }
  if (savingCny !== null && currentCny !== null && oursCny !== null) {
    // From the figures as they are shown, so that they add up.
    const amount = yuan(Math.abs(Math.round(currentCny) - Math.round(oursCny)));
    const [now, then] = [yuan(currentCny), yuan(oursCny)];
    sentences.push({
      standing: 'computed',
      citations: mapped,
      text:
        savingCny >= 0
          ? {
              zh: `按列表价，可迁移部分每年从 ${now} 降到 ${then}，省 ${amount}。`,
              en: `At list prices the movable part goes from ${now} to ${then} a year, a saving of ${amount}.`,
            }
          : {
              zh: `按列表价，可迁移部分每年从 ${now} 升到 ${then}，多 ${amount}：这里不能主打价格。`,
              en: `At list prices the movable part goes from ${now} to ${then} a year, ${amount} more: price is not the argument here.`,
            },
    });
  }
  if (days !== null)
    sentences.push({
      standing: 'assumption',
      citations: [],
      text: {
        zh: `按规划口径，迁移需要 ${days.low}–${days.high} 个工作日。`,
        en: `By our planning rule the move takes ${days.low}–${days.high} working days.`,
      },
    });
  return sentences;
}

type Find = (purpose: Query['purpose'], about?: string) => KnowledgeHit[];

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

const sideOf = (edge: string): SolutionContent['differences'][number]['side'] =>
  edge.startsWith('alibaba')
    ? 'ours'
    : edge.startsWith('competitor')
      ? 'theirs'
      : edge === 'even'
        ? 'even'
        : 'depends';

function differencesOf(
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
        : [{ id, name: dimension, provider: provider.name, side: sideOf(edge), sentences }];
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
