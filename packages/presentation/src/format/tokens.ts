import type { Language } from '@tokenholic/contracts';

/** A figure and its unit apart, because the unit is set smaller than the figure. */
export interface Figure {
  number: string;
  unit: string;
  /** Both together, as read in a sentence. */
  text: string;
}

interface Scale {
  from: number;
  divisor: number;
  unit: string;
}

const TOKEN_SCALES: Record<Language, readonly Scale[]> = {
  zh: [
    { from: 1e12, divisor: 1e12, unit: '万亿' },
    { from: 1e8, divisor: 1e8, unit: '亿' },
    { from: 1e4, divisor: 1e4, unit: '万' },
  ],
  en: [
    { from: 1e15, divisor: 1e15, unit: 'Q' },
    { from: 1e12, divisor: 1e12, unit: 'T' },
    { from: 1e9, divisor: 1e9, unit: 'B' },
    { from: 1e6, divisor: 1e6, unit: 'M' },
    { from: 1e3, divisor: 1e3, unit: 'K' },
  ],
};

const MONEY_SCALES: Record<Language, readonly Scale[]> = {
  zh: [
    { from: 1e8, divisor: 1e8, unit: '亿' },
    { from: 1e4, divisor: 1e4, unit: '万' },
  ],
  en: [
    { from: 1e9, divisor: 1e9, unit: 'B' },
    { from: 1e6, divisor: 1e6, unit: 'M' },
    { from: 1e3, divisor: 1e3, unit: 'K' },
  ],
};

/** Three significant digits below a hundred, whole numbers with separators above. */
function formatNumber(value: number, language: Language): string {
  const size = Math.abs(value);
  const digits = size >= 100 ? 0 : size >= 10 ? 1 : 2;
  const number = new Intl.NumberFormat(language === 'zh' ? 'zh-CN' : 'en-US', {
    minimumFractionDigits: 0,
    maximumFractionDigits: digits,
  });
  return number.format(value);
}

function scaled(
  value: number,
  scales: readonly Scale[],
  language: Language,
): { number: string; unit: string } {
  // 0.9995 of a scale would read as a thousand of the scale below: it belongs above.
  const scale = scales.find(({ from }) => Math.abs(value) >= from * 0.9995);
  return {
    number: formatNumber(scale === undefined ? value : value / scale.divisor, language),
    unit: scale?.unit ?? '',
  };
}

function joined(number: string, unit: string, language: Language): string {
  return unit === '' ? number : language === 'zh' ? `${number} ${unit}` : `${number}${unit}`;
}

/** Token counts: zh in 万 / 亿 / 万亿, en in K / M / B / T. */
export function formatTokens(tokens: number, language: Language): Figure {
  const { number, unit } = scaled(tokens, TOKEN_SCALES[language], language);
  return { number, unit, text: joined(number, unit, language) };
}

export interface MoneyOptions {
  currency?: 'CNY' | 'USD';
  /** Needed for USD. */
  cnyPerUsd?: number;
}

/** Money a year, given in CNY: `¥2,823 万`, `¥28.2M`; in USD at the map's rate. */
export function formatMoney(cny: number, language: Language, options: MoneyOptions = {}): Figure {
  const inDollars = options.currency === 'USD' && options.cnyPerUsd !== undefined;
  const value = inDollars ? cny / (options.cnyPerUsd ?? 1) : cny;
  const { number, unit } = scaled(value, MONEY_SCALES[language], language);
  const signed = `${value < 0 ? '−' : ''}${inDollars ? '$' : '¥'}${number.replace(/^-/, '')}`;
  return { number: signed, unit, text: joined(signed, unit, language) };
}

const UNIT_VALUES: Record<string, number> = {
  万亿: 1e12,
  t: 1e12,
  亿: 1e8,
  b: 1e9,
  万: 1e4,
  m: 1e6,
  k: 1e3,
  千: 1e3,
};

/** What a person types for a token count: `2360亿`, `236B`, `1.2万亿`, `5e9`, `1,200,000`. Null when it cannot be read. */
export function parseTokens(text: string, defaultUnit: string = ''): number | null {
  const plain = text
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/[,，\s_]/g, '');
  const match = /^(\d+(?:\.\d+)?(?:e\d{1,2})?)(万亿|亿|万|千|t|b|m|k)?(?:tokens?)?$/.exec(plain);
  if (match?.[1] === undefined) return null;
  const unit = match[2] ?? defaultUnit.toLowerCase();
  const value = Number(match[1]) * (unit === '' ? 1 : (UNIT_VALUES[unit] ?? 1));
  return Number.isFinite(value) && value > 0 ? value : null;
}
