import type { CustomValues, Deal, DealCurrency, DealFields, ForecastCall } from '@tokenholic/contracts';
import { parseAmount } from './amount';
import { withoutEmpty } from './custom-text';

/** A deal as it is typed. */
export interface DealDraft {
  title: string;
  amount: string;
  currency: DealCurrency;
  closeDate: string;
  source: string;
  products: string;
  competitors: string;
  custom: CustomValues;
  forecast: ForecastCall;
  /** Percent off the list price. */
  discount: string;
}

const QUARTER = 90 * 86_400_000;

export function emptyDraft(now: Date): DealDraft {
  const closeDate = new Date(now.getTime() + QUARTER).toISOString().slice(0, 10);
  return {
    ...{ title: '', amount: '', currency: 'CNY', closeDate },
    ...{ source: '', products: '', competitors: '', custom: {}, forecast: 'pipeline' },
    discount: '',
  };
}

export function draftOf(deal: Deal): DealDraft {
  return {
    ...{ title: deal.title, amount: String(deal.amountMinor / 100), currency: deal.currency },
    ...{ closeDate: deal.closeDate, source: deal.source },
    ...{ products: deal.products.join('，'), competitors: deal.competitors.join('，') },
    ...{ custom: deal.custom, forecast: deal.forecast },
    discount: deal.discountPercent === 0 ? '' : String(deal.discountPercent),
  };
}

const names = (text: string) =>
  [...new Set(text.split(/[,，、;；\n]/).map((name) => name.trim()))]
    .filter((name) => name !== '')
    .slice(0, 12);

/** What the server takes, or the fields that are missing or wrong. */
export function fieldsOf(
  draft: DealDraft,
): { fields: DealFields } | { wrong: ('title' | 'amount' | 'closeDate' | 'discount')[] } {
  const amountMinor = draft.amount.trim() === '' ? 0 : parseAmount(draft.amount);
  const discountPercent = Number(draft.discount.normalize('NFKC').replace(/[%\s]/g, ''));
  const title = draft.title.trim();
  const wrong = [
    ...(title === '' ? ['title' as const] : []),
    ...(amountMinor === null ? ['amount' as const] : []),
    ...(/^\d{4}-\d{2}-\d{2}$/.test(draft.closeDate) ? [] : ['closeDate' as const]),
    ...(discountPercent >= 0 && discountPercent <= 100 ? [] : ['discount' as const]),
  ];
  if (wrong.length > 0 || amountMinor === null) return { wrong };
  const { currency, closeDate } = draft;
  return {
    fields: {
      ...{ title, amountMinor, currency, closeDate, source: draft.source.trim() },
      ...{ products: names(draft.products), competitors: names(draft.competitors) },
      ...{ custom: withoutEmpty(draft.custom), forecast: draft.forecast },
      discountPercent,
    },
  };
}
