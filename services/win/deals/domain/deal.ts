import type { DealCurrency, DealFields, DealStage } from '@tokenholic/contracts';

/** True while a deal can still go either way. */
export function isOpen(stage: DealStage): boolean {
  return stage !== 'won' && stage !== 'lost';
}

/** Minor units to CNY at the planning rate. */
export function inCny(amountMinor: number, currency: DealCurrency, cnyPerUsd: number): number {
  return (amountMinor / 100) * (currency === 'USD' ? cnyPerUsd : 1);
}

/** Text as it is searched: width, case and spaces set aside. */
export function foldForSearch(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
}

/** What a deal is found by. */
export function searchTextOf(fields: DealFields, clientName: string): string {
  return foldForSearch(
    [fields.title, clientName, fields.source, ...fields.products, ...fields.competitors].join('\n'),
  );
}

type Comparable = Pick<
  DealFields,
  | 'title'
  | 'amountMinor'
  | 'currency'
  | 'closeDate'
  | 'source'
  | 'products'
  | 'competitors'
  | 'custom'
  | 'forecast'
  | 'discountPercent'
>;

/** Names of the fields in which two versions differ. */
export function changedFields(before: Comparable, after: Comparable): (keyof DealFields)[] {
  const keys: (keyof Comparable)[] = [
    ...(['title', 'amountMinor', 'currency', 'closeDate'] as const),
    ...(['source', 'products', 'competitors', 'custom', 'forecast', 'discountPercent'] as const),
  ];
  return keys.filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]));
}

/** Moved back by at least a week: a day or two is no sign of anything. */
export function isPush(before: string, after: string): boolean {
  return Date.parse(after) - Date.parse(before) >= 7 * 86_400_000;
}

/** The calendar day of an instant, in UTC. */
export function dayOf(instant: Date): string {
  return instant.toISOString().slice(0, 10);
}
