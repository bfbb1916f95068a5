import type { CaseStudy, Comparison, Product, Reference, ReferenceUseCase } from '@tokenholic/reference';
import { type CuratedDocument, lines } from './curated-document.ts';
import { modelDocuments } from './models.ts';

/** Names of what the reference calls by id. */
interface Names {
  useCase: (id: string) => { zh: string; en: string };
  provider: (id: string) => { zh: string; en: string };
  model: (id: string) => string;
}

/** Everything the reference knows about products, prices, cases and competitors, as documents that can be found and cited. */
export function curatedDocuments(reference: Reference): CuratedDocument[] {
  const names = namesOf(reference);
  return [
    ...reference.products.map((product) => productDocument(product, names)),
    ...modelDocuments(reference.models),
    ...reference.cases.map((study) => caseDocument(study, names)),
    ...byCompetitor(reference.comparisons, names),
    ...reference.useCases.map((useCase) => useCaseDocument(useCase, names)),
  ];
}

function namesOf({ useCases, providers, models }: Reference): Names {
  const useCaseNames = new Map(useCases.map(({ id, name }) => [id, name]));
  const providerNames = new Map(providers.map(({ id, name }) => [id, name]));
  const modelNames = new Map(models.map(({ id, name }) => [id, name]));
  const same = (id: string) => ({ zh: id, en: id });
  return {
    useCase: (id) => useCaseNames.get(id) ?? same(id),
    provider: (id) => providerNames.get(id) ?? same(id),
    model: (id) => modelNames.get(id) ?? id,
  };
}

const both = ({ zh, en }: { zh: string; en: string }) => (zh === en ? zh : `${zh} · ${en}`);
const sentence = (text: string) => (/[.。!?]$/.test(text) ? text : `${text}.`);
/** A fact on a line of its own, in Chinese and in English: whoever reads either finds the other beside it. */
const fact = ({ zh, en }: { zh: string; en: string }) =>
  zh === en ? sentence(en) : `${/[。！？]$/.test(zh) ? zh : `${zh}。`} ${sentence(en)}`;

function productDocument(product: Product, { useCase }: Names): CuratedDocument {
  const { id, name, what, useCaseIds, differentiators, pricing, limits, docUrl, source } = product;
  const uses = useCaseIds.map(useCase);
  return {
    key: `product/${id}`,
    title: both(name),
    origin: docUrl ?? source.url,
    asOf: source.asOf,
    body: lines(
      fact({ zh: `${name.zh}：${what.zh}`, en: `${name.en}: ${what.en}` }),
      ...differentiators.map(fact),
      uses.length > 0 &&
        fact({
          zh: `${name.zh}适用于：${uses.map(({ zh }) => zh).join('、')}`,
          en: `Used for: ${uses.map(({ en }) => en).join(', ')}`,
        }),
      pricing.length > 0 && lines('', '## 价格 · Pricing', ...pricing.map(fact)),
      limits.length > 0 && lines('', '## 限制 · Limits', ...limits.map(fact)),
    ),
  };
}

function caseDocument(study: CaseStudy, { useCase, provider }: Names): CuratedDocument {
  const { id, company, useCaseIds, what, providerIds, modelNames, results, source } = study;
  const providers = providerIds.map(provider);
  const uses = useCaseIds.map(useCase);
  return {
    key: `case/${id}`,
    title: `案例 · Case: ${both(company)}`,
    origin: source.url,
    asOf: source.asOf,
    body: lines(
      fact({ zh: `${company.zh}：${what.zh}`, en: `${company.en}: ${what.en}` }),
      results !== null && fact({ zh: `结果：${results.zh}`, en: `Result: ${results.en}` }),
      modelNames.length > 0 &&
        fact({ zh: `模型：${modelNames.join('、')}`, en: `Models: ${modelNames.join(', ')}` }),
      providers.length > 0 &&
        fact({
          zh: `运行于：${providers.map(({ zh }) => zh).join('、')}`,
          en: `Runs on: ${providers.map(({ en }) => en).join(', ')}`,
        }),
      fact({
        zh: `${company.zh}的用例：${uses.map(({ zh }) => zh).join('、')}`,
        en: `Use cases: ${uses.map(({ en }) => en).join(', ')}`,
      }),
    ),
  };
}

function byCompetitor(comparisons: readonly Comparison[], { provider }: Names): CuratedDocument[] {
  return [...new Set(comparisons.map(({ competitorId }) => competitorId))].map((competitorId) => {
    const own = comparisons.filter((comparison) => comparison.competitorId === competitorId);
    const name = provider(competitorId);
    const [first] = own;
    return {
      key: `comparison/${competitorId}`,
      title: `阿里云与${name.zh} · Alibaba Cloud and ${name.en}`,
      origin: null,
      asOf: first?.source.asOf ?? null,
      body: own.map((comparison) => comparisonBody(comparison, name)).join('\n\n'),
    };
  });
}

function comparisonBody(
  { dimension, ours, theirs, advice, source }: Comparison,
  name: { zh: string; en: string },
) {
  return lines(
    `## ${dimension.zh}`,
    ours !== null && `阿里云：${ours.zh}。`,
    theirs !== null && `${name.zh}：${theirs.zh}。`,
    advice !== null && `建议：${advice.zh}。`,
    `来源：${source.title}（${source.asOf}）。`,
    `## ${dimension.en}`,
    ours !== null && `Alibaba Cloud: ${sentence(ours.en)}`,
    theirs !== null && `${name.en}: ${sentence(theirs.en)}`,
    advice !== null && `Advice: ${sentence(advice.en)}`,
    `Source: ${source.title} (${source.asOf}).`,
  );
}

function useCaseDocument(useCase: ReferenceUseCase, { model }: Names): CuratedDocument {
  const { id, name, keywords, ourModelIds, source } = useCase;
  const models = ourModelIds.map(model);
  return {
    key: `use-case/${id}`,
    title: `用例 · Use case: ${both(name)}`,
    origin: source.url,
    asOf: source.asOf,
    body: lines(
      models.length > 0 && `${name.zh}通常推荐的模型：${models.join('、')}。`,
      keywords.zh.length > 0 && `也叫：${keywords.zh.slice(0, 8).join('、')}。`,
      '',
      models.length > 0 && `Models usually proposed for ${name.en}: ${models.join(', ')}.`,
      keywords.en.length > 0 && `Also called: ${keywords.en.slice(0, 8).join(', ')}.`,
    ),
  };
}
