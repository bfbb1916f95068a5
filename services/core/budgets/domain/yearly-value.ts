import type { LocalizedText, TokenPrice } from '@tokenholic/contracts';
import { type ListPrice, OUR_PROVIDER, type Reference } from '@tokenholic/reference';

/** A model that may be asked; its price where somebody set one. */
export interface AskedModel {
  kind: 'bailian' | 'openai' | 'anthropic' | 'openai_compatible';
  model: string;
  price: TokenPrice | null;
}

export interface LimitValue {
  /** CNY a year, rounded to whole ones. */
  cny: number;
  /** Whose price it was reckoned with. */
  basis: LocalizedText;
}

export type PriceTables = Pick<Reference, 'models' | 'exchangeRate'>;

/** Who lists the price of a connection's model; null: anybody may serve it. */
const PROVIDER_OF: Record<AskedModel['kind'], string | null> = {
  ...{ bailian: OUR_PROVIDER, openai: 'openai', anthropic: 'anthropic', openai_compatible: null },
};
const MONTHS = 12;
const MILLION = 1_000_000;
/** The most that a request for approval can carry. */
const MOST_CNY = 1e13;

/**
 * What a year at a monthly limit of tokens may cost: every token at what the dearest connected model of known price takes for
 * one that it reads or writes, at its shortest length tier. Where no model is connected yet, at the median of what our own
 * text models take. It is the whole limit that counts, not what is added to it, so that many small steps come to the same.
 * Null: without a limit there is no such sum, and none is made up for models of which nobody knows the price.
 */
export function yearlyValue(
  monthlyTokens: number | null,
  models: readonly AskedModel[],
  tables: PriceTables,
): LimitValue | null {
  if (monthlyTokens === null) return null;
  const price = models.length === 0 ? usualPrice(tables) : dearest(models, tables);
  if (price === null) return null;
  const cny = Math.round((monthlyTokens * MONTHS * price.cny) / MILLION);
  return { cny: Math.min(cny, MOST_CNY), basis: price.basis };
}

/** CNY per million tokens. */
type Price = LimitValue;

function dearest(models: readonly AskedModel[], tables: PriceTables): Price | null {
  const prices = models.flatMap((one) => {
    const cny = one.price === null ? listed(one, tables) : Math.max(one.price.input, one.price.output);
    const basis = { zh: `${one.model} 的列表价`, en: `the list price of ${one.model}` };
    return cny === null ? [] : [{ cny, basis }];
  });
  return prices.reduce<Price | null>(
    (most, price) => (most === null || price.cny > most.cny ? price : most),
    null,
  );
}

/** A dated version of a model has the price of the model. */
const bare = (name: string) => name.toLowerCase().replace(/-(\d{4}-\d{2}-\d{2}|\d{6,8}|latest)$/, '');

function listed({ kind, model }: AskedModel, { models, exchangeRate }: PriceTables): number | null {
  const names = [model.toLowerCase(), bare(model)];
  const known = models.find(
    ({ id, aliases }) => names.includes(id) || aliases.some((alias) => names.includes(alias.toLowerCase())),
  );
  const provider = PROVIDER_OF[kind];
  const prices = (known?.prices ?? [])
    .filter(({ providerId }) => provider === null || providerId === provider)
    .flatMap((price) => perMillion(price, exchangeRate.cnyPerUsd) ?? []);
  return prices.length === 0 ? null : Math.max(...prices);
}

function usualPrice({ models, exchangeRate }: PriceTables): Price | null {
  const prices = models
    .filter(({ modalities }) => modalities.includes('text'))
    .flatMap(({ prices: all }) => all.filter(({ providerId }) => providerId === OUR_PROVIDER))
    .flatMap((price) => perMillion(price, exchangeRate.cnyPerUsd) ?? [])
    .sort((a, b) => a - b);
  const cny = prices[Math.floor((prices.length - 1) / 2)];
  if (cny === undefined) return null;
  return {
    cny,
    basis: {
      zh: `我方 ${prices.length} 个文本模型列表价的中位数`,
      en: `the median of ${prices.length} list prices of our text models`,
    },
  };
}

function perMillion({ unit, currency, input, output }: ListPrice, cnyPerUsd: number): number | null {
  if (unit !== 'million_tokens' || (input === null && output === null)) return null;
  return Math.max(input ?? 0, output ?? 0) * (currency === 'USD' ? cnyPerUsd : 1);
}
