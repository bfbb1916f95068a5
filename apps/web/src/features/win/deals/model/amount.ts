import type { DealCurrency, Language } from '@tokenholic/contracts';
import { formatMoney } from '@tokenholic/presentation';

/** An amount in minor units as one reads it, in its own currency. */
export function formatAmount(minor: number, currency: DealCurrency, language: Language): string {
  const whole = minor / 100;
  // At a rate of one the formatter puts the sign of the dollar and changes no figure.
  return formatMoney(whole, language, currency === 'USD' ? { currency, cnyPerUsd: 1 } : {}).text;
}

const UNITS: Readonly<Record<string, number>> = { '': 1, 万: 1e4, 亿: 1e8, k: 1e3, m: 1e6 };

/** What was typed as minor units: `280万`, `1.2m`, `2,800,000`. Null when it is no amount. */
export function parseAmount(text: string): number | null {
  const folded = text
    .normalize('NFKC')
    .replace(/[\s,¥$]/g, '')
    .toLowerCase();
  const match = /^(\d+(?:\.\d+)?)(万|亿|k|m)?$/.exec(folded);
  if (match === null) return null;
  return Math.round(Number(match[1]) * (UNITS[match[2] ?? ''] ?? 1) * 100);
}
