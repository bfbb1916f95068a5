import type { LocalizedText, Wish } from '@tokenholic/contracts';
import {
  type CaseStudy,
  OUR_PROVIDER,
  type Product,
  type Reference,
  type ReferenceModel,
} from '@tokenholic/reference';
import type { Case } from './case.ts';
import { componentsFor } from './diagram/components.ts';

/** The first of three: what has to be looked up, and why. */
export interface Query {
  purpose:
    | 'question'
    | 'reason'
    | 'model'
    | 'product'
    | 'component'
    | 'difference'
    | 'migration'
    | 'case'
    | 'topic';
  /** What it is about: a model, product, comparison or case id; the topic itself. */
  about: string;
  question: string;
  /** A passage counts only when its document is about this; null: any document. */
  inTitle: string | null;
}

export interface Plan {
  models: ReferenceModel[];
  products: Product[];
  /** What the architecture needs besides. */
  components: Product[];
  queries: Query[];
}

const MOST_MODELS = 3;
const MOST_PRODUCTS = 4;
const MOST_CASES = 3;
const CATEGORIES = [
  'application',
  'platform',
  'retrieval',
  'commercial',
  'gateway',
  'security',
  'agent',
  'media',
];

type Tables = Pick<Reference, 'models' | 'products' | 'cases' | 'comparisons' | 'providers'>;

/** Chooses models and products by the reference alone, never by what a document says of itself, and plans the look-ups. */
export function planQueries(subject: Case, wishes: readonly Wish[], tables: Tables): Plan {
  const models = chooseModels(subject, wishes, tables);
  const products = chooseProducts(subject, wishes, tables);
  const components = componentsFor(
    subject.useCases.map(({ id }) => id),
    products,
    wishes,
    tables.products,
  );
  const names = new Map(tables.providers.map(({ id, name }) => [id, name]));
  const queries: Query[] = [
    ...(subject.question === null ? [] : [ask('question', 'question', subject.question, null)]),
    ...subject.useCases.map(({ id, name }) =>
      ask('reason', id, `Models usually proposed for ${name.en} ${name.zh}`, `Use case: ${nameOf(name)}`),
    ),
    ...models.map(({ id, name, family }) =>
      ask('model', id, `${name} list price context window`, `Models and prices: ${family}`),
    ),
    ...products.map(({ id, name }) => ask('product', id, `${name.en} ${name.zh}`, name.en)),
    ...components.map(({ id, name }) => ask('component', id, `${name.en} ${name.zh}`, name.en)),
    ...subject.providers.slice(0, 3).flatMap(({ id }) => differences(id, names.get(id), tables)),
    ask('migration', 'compatible', 'move by changing key, base URL, model name: OpenAI-style API', null),
    ...tables.cases
      .filter(({ useCaseIds }) => subject.useCases.some(({ id }) => useCaseIds.includes(id)))
      .filter(isOurs)
      .slice(0, MOST_CASES)
      .map(({ id, company }) =>
        ask('case', id, `${company.en} ${company.zh} case result`, `Case: ${nameOf(company)}`),
      ),
    ...wishes.flatMap((wish) =>
      wish.kind === 'topic' ? [ask('topic', wish.question, wish.question, null)] : [],
    ),
  ];
  return { models, products, components, queries };
}

const ask = (purpose: Query['purpose'], about: string, question: string, inTitle: string | null): Query => ({
  purpose,
  about,
  question,
  inTitle,
});
/** A case speaks for us when it runs with us or on our models; those of rivals stay in the knowledge base. */
const isOurs = ({ providerIds, modelNames }: CaseStudy) =>
  providerIds.includes(OUR_PROVIDER) || modelNames.some((name) => /qwen|千问|通义/i.test(name));
const nameOf = ({ zh, en }: LocalizedText) => (zh === en ? zh : `${zh} · ${en}`);

function differences(providerId: string, name: LocalizedText | undefined, tables: Tables): Query[] {
  if (name === undefined) return [];
  return tables.comparisons
    .filter(({ competitorId }) => competitorId === providerId)
    .slice(0, 4)
    .map(({ id, dimension }) =>
      ask('difference', id, `${dimension.zh} ${dimension.en} ${name.en}`, `Alibaba Cloud and ${name.en}`),
    );
}

const excluded = (wishes: readonly Wish[]) =>
  new Set(wishes.flatMap((wish) => (wish.kind === 'exclude' ? [wish.id] : [])));
const preferred = (wishes: readonly Wish[]) =>
  wishes.flatMap((wish) => (wish.kind === 'prefer' ? [wish.id] : []));

function chooseModels(
  { useCases, tiles }: Case,
  wishes: readonly Wish[],
  { models }: Tables,
): ReferenceModel[] {
  const without = excluded(wishes);
  const ids = [
    ...preferred(wishes),
    ...tiles.flatMap(({ tile }) => tile.opportunity?.replacement.modelId ?? []),
    ...useCases.flatMap(({ ourModelIds }) => ourModelIds),
  ];
  const known = [...new Set(ids)].flatMap((id) => models.find((model) => model.id === id) ?? []);
  const left = known.filter(({ id, family }) => !without.has(id) && !without.has(family));
  const wantsOpen = wishes.some(({ kind }) => kind === 'self_host');
  // Open weights first when the client wants to host: the rest stays as a second choice.
  const ordered = wantsOpen
    ? [...left].sort((first, second) => Number(second.openWeights) - Number(first.openWeights))
    : left;
  return ordered.slice(0, MOST_MODELS);
}

function chooseProducts({ useCases }: Case, wishes: readonly Wish[], { products }: Tables): Product[] {
  const without = excluded(wishes);
  const ids = useCases.map(({ id }) => id);
  const rank = ({ category }: Product) => {
    const place = CATEGORIES.indexOf(category);
    return place < 0 ? CATEGORIES.length : place;
  };
  const wanted = preferred(wishes).flatMap((id) => products.find((product) => product.id === id) ?? []);
  const fitting = products
    .filter(({ useCaseIds, category }) => category !== 'model' && useCaseIds.some((id) => ids.includes(id)))
    .sort((first, second) => rank(first) - rank(second));
  const count = wishes.some(({ kind }) => kind === 'shorter') ? 2 : MOST_PRODUCTS;
  return [...new Set([...wanted, ...fitting])].filter(({ id }) => !without.has(id)).slice(0, count);
}
