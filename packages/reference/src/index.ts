import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import {
  type Industry,
  type ReferenceModel,
  type ReferenceProvider,
  type ReferenceUseCase,
  referenceSchemas,
} from './schema.ts';

export * from './samples.ts';
export * from './schema.ts';

export const SELF_HOSTED = 'self-hosted';
export const UNKNOWN_PROVIDER = 'unknown';
/** The provider this product sells for. */
export const OUR_PROVIDER = 'alibaba';

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Reads and checks a table on first use only, so that start-up stays quick. */
function table<Schema extends z.ZodType>(file: string, schema: Schema): () => z.output<Schema> {
  return once(() => {
    const url = new URL(`../data/${file}.json`, import.meta.url);
    return schema.parse(JSON.parse(readFileSync(url, 'utf8')));
  });
}

const tables = {
  providers: table('providers', referenceSchemas.providers),
  models: table('models', referenceSchemas.models),
  useCases: table('use_cases', referenceSchemas.useCases),
  industries: table('industries', referenceSchemas.industries),
  benchmarks: table('benchmarks', referenceSchemas.benchmarks),
  companies: table('companies', referenceSchemas.companies),
  cases: table('cases', referenceSchemas.cases),
  products: table('products', referenceSchemas.products),
  comparisons: table('comparisons', referenceSchemas.comparisons),
  volumeModels: table('volume_models', referenceSchemas.volumeModels),
  exchangeRate: table('exchange_rate', referenceSchemas.exchangeRate),
};

/** Everything the product knows before it looks at a client: curated facts, each with source, date and confidence. */
export const reference = {
  get providers() {
    return tables.providers();
  },
  get models() {
    return tables.models();
  },
  get useCases() {
    return tables.useCases();
  },
  get industries() {
    return tables.industries();
  },
  get benchmarks() {
    return tables.benchmarks();
  },
  get companies() {
    return tables.companies();
  },
  get cases() {
    return tables.cases();
  },
  get products() {
    return tables.products();
  },
  get comparisons() {
    return tables.comparisons();
  },
  get volumeModels() {
    return tables.volumeModels();
  },
  get exchangeRate() {
    return tables.exchangeRate();
  },
} as const;

export type Reference = { readonly [K in keyof typeof reference]: (typeof reference)[K] };

function byId<Row extends { id: string }>(rows: () => readonly Row[]): (id: string) => Row | undefined {
  const index = once(() => new Map(rows().map((row) => [row.id, row])));
  return (id) => index().get(id);
}

/** Looks a provider up by its reference id; undefined when the reference does not know it. */
export const providerById: (id: string) => ReferenceProvider | undefined = byId(tables.providers);
/** Looks a model, or a family of models, up by its reference id. */
export const modelById: (id: string) => ReferenceModel | undefined = byId(tables.models);
/** Looks a use case up by its reference id. */
export const useCaseById: (id: string) => ReferenceUseCase | undefined = byId(tables.useCases);
/** Looks an industry up by its reference id. */
export const industryById: (id: string) => Industry | undefined = byId(tables.industries);

/** Models a provider offers. Whoever hosts for itself can run any model whose weights are open. */
export function modelsServedBy(providerId: string): ReferenceModel[] {
  return reference.models.filter((model) =>
    providerId === SELF_HOSTED ? model.openWeights === true : model.servedBy.includes(providerId),
  );
}
