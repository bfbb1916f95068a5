import type { Language, Range } from '@tokenholic/contracts';

const LOCALE: Record<Language, string> = { zh: 'zh-CN', en: 'en-GB' };

/** A ratio in [0, 1] as whole per cent; small but present shares read `<1%`. */
export function formatPercent(ratio: number, _language: Language): string {
  if (ratio > 0 && ratio < 0.005) return '<1%';
  return `${Math.round(ratio * 100)}%`;
}

/** Growth as a ratio: 0.6 → `+60%`. */
export function formatGrowth(ratio: number): string {
  return `${ratio >= 0 ? '+' : '−'}${Math.abs(Math.round(ratio * 100))}%`;
}

export function formatCount(value: number, language: Language): string {
  return new Intl.NumberFormat(language === 'zh' ? 'zh-CN' : 'en-US', {
    maximumFractionDigits: value < 100 ? 2 : 0,
  }).format(value);
}

/** `low – high` through one formatter. */
export function formatRange(range: Range, format: (value: number) => string): string {
  return `${format(range.low)} – ${format(range.high)}`;
}

function parseDate(value: string): Date | null {
  const date = new Date(value);
  return Number.isNaN(date.getTime()) ? null : date;
}

/** `2026年11月20日` / `20 Nov 2026`; a bare year or month stays as it is, rubbish too. */
export function formatDate(value: string, language: Language): string {
  if (/^\d{4}(-\d{2})?$/.test(value)) return value;
  const date = parseDate(value);
  if (date === null) return value;
  return new Intl.DateTimeFormat(LOCALE[language], {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
  }).format(date);
}

/** `11月20日 09:12` / `20 Nov, 09:12`. */
export function formatDateTime(value: string, language: Language): string {
  const date = parseDate(value);
  if (date === null) return value;
  return new Intl.DateTimeFormat(LOCALE[language], {
    month: language === 'zh' ? 'long' : 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(date);
}

const STEPS: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/** `3 分钟前` / `3 minutes ago`. */
export function formatAgo(value: string, now: Date, language: Language): string {
  const date = parseDate(value);
  if (date === null) return value;
  const seconds = (date.getTime() - now.getTime()) / 1_000;
  const format = new Intl.RelativeTimeFormat(LOCALE[language], { numeric: 'auto' });
  for (const [unit, size] of STEPS)
    if (Math.abs(seconds) >= size) return format.format(Math.round(seconds / size), unit);
  return format.format(0, 'second');
}

/** 1:05 for 65 seconds. */
export function formatElapsed(milliseconds: number): string {
  const seconds = Math.max(0, Math.round(milliseconds / 1_000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

export function formatBytes(bytes: number): string {
  const [divisor, unit] = bytes >= 1e6 ? [1e6, 'MB'] : [1e3, 'kB'];
  return `${(bytes / divisor).toFixed(bytes >= 1e7 ? 0 : 1)} ${unit}`;
}
