import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import { referenceSchemas } from './schema.ts';

export * from './schema.ts';

type Tables = { [K in keyof typeof referenceSchemas]: z.infer<(typeof referenceSchemas)[K]> };

const FILES: Record<keyof Tables, string> = {
  providers: 'providers',
  models: 'models',
  useCases: 'use_cases',
  industries: 'industries',
  benchmarks: 'benchmarks',
  companies: 'companies',
  cases: 'cases',
  products: 'products',
  comparisons: 'comparisons',
  volumeModels: 'volume_models',
  exchangeRate: 'exchange_rate',
};

function load<K extends keyof Tables>(table: K): Tables[K] {
  const url = new URL(`../data/${FILES[table]}.json`, import.meta.url);
  return referenceSchemas[table].parse(JSON.parse(readFileSync(url, 'utf8'))) as Tables[K];
}

const loaded: Partial<Tables> = {};

/** A table of the built-in knowledge, read and checked on first use so that start-up stays quick. */
function table<K extends keyof Tables>(name: K): Tables[K] {
  const known = loaded[name];
  if (known !== undefined) return known;
  const fresh = load(name);
  loaded[name] = fresh;
  return fresh;
}

/** Everything the product knows before it looks at a client: curated facts, each with source, date and confidence. */
export const reference = {
  get providers() {
    return table('providers');
  },
  get models() {
    return table('models');
  },
  get useCases() {
    return table('useCases');
  },
  get industries() {
    return table('industries');
  },
  get benchmarks() {
    return table('benchmarks');
  },
  get companies() {
    return table('companies');
  },
  get cases() {
    return table('cases');
  },
  get products() {
    return table('products');
  },
  get comparisons() {
    return table('comparisons');
  },
  get volumeModels() {
    return table('volumeModels');
  },
  get exchangeRate() {
    return table('exchangeRate');
  },
} as const;

export type Reference = { readonly [K in keyof typeof reference]: (typeof reference)[K] };

export const SELF_HOSTED = 'self-hosted';
export const UNKNOWN_PROVIDER = 'unknown';
/** The provider this product sells for. */
export const OUR_PROVIDER = 'alibaba';
