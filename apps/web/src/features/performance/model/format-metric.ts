import type { Language, Metric } from '@tokenholic/contracts';
import { formatCount, formatMoney, formatPercent } from '@tokenholic/presentation';

export const METRICS: readonly Metric[] = [
  ...(['deals_won_cny', 'first_answer_hours', 'tasks_in_time', 'maps_drawn'] as const),
  ...(['findings_judged', 'handoffs_kept', 'practice_score'] as const),
];

/** A value as one reads it, in the unit of its metric. */
export function formatMetric(metric: Metric, value: number, language: Language): string {
  switch (metric) {
    case 'deals_won_cny':
      return formatMoney(value, language).text;
    case 'tasks_in_time':
    case 'handoffs_kept':
      return formatPercent(value, language);
    case 'first_answer_hours':
      return duration(value, language);
    case 'practice_score':
      return language === 'zh' ? `${Math.round(value)} 分` : `${Math.round(value)} / 100`;
    default:
      return formatCount(Math.round(value), language);
  }
}

/** Hours; from two days on, days. */
function duration(hours: number, language: Language): string {
  const zh = language === 'zh';
  if (hours < 48) return zh ? `${oneDigit(hours)} 小时` : `${oneDigit(hours)} h`;
  return zh ? `${oneDigit(hours / 24)} 天` : `${oneDigit(hours / 24)} days`;
}

const oneDigit = (value: number) => (value < 10 ? Math.round(value * 10) / 10 : Math.round(value));

/** What is typed for a target as the number that is kept: per cent become a share. */
export function readTarget(metric: Metric, text: string): number | undefined {
  const match = /^(\d+(?:\.\d+)?)(万|亿|k|m|%)?$/i.exec(text.normalize('NFKC').replace(/[\s,¥]/g, ''));
  if (match === null) return undefined;
  const unit = { '': 1, 万: 1e4, 亿: 1e8, k: 1e3, m: 1e6, '%': 1 }[(match[2] ?? '').toLowerCase()];
  const value = Number(match[1]) * (unit ?? 1);
  if (metric === 'tasks_in_time' || metric === 'handoffs_kept') return value <= 100 ? value / 100 : undefined;
  return metric === 'practice_score' && value > 100 ? undefined : value;
}
