import type { Language } from '@tokenholic/contracts';
import { formatElapsed } from '@tokenholic/presentation';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export type Pressure = 'over' | 'soon' | 'calm';

/** What is left until a moment, by the clock on the wall: to the second within the last hour. */
export function countdown(
  dueAt: string,
  now: Date,
  language: Language,
): { text: string; pressure: Pressure } {
  const left = Date.parse(dueAt) - now.getTime();
  const amount = duration(Math.abs(left), language);
  if (left < 0) return { text: language === 'zh' ? `超时 ${amount}` : `${amount} over`, pressure: 'over' };
  return {
    text: language === 'zh' ? `剩 ${amount}` : `${amount} left`,
    pressure: left < 2 * HOUR ? 'soon' : 'calm',
  };
}

/** Share of the time that is gone, in [0, 1]. */
export function shareGone(startedAt: string, dueAt: string, now: Date): number {
  const all = Date.parse(dueAt) - Date.parse(startedAt);
  return all <= 0 ? 1 : Math.min(1, Math.max(0, (now.getTime() - Date.parse(startedAt)) / all));
}

function duration(milliseconds: number, language: Language): string {
  const zh = language === 'zh';
  if (milliseconds < HOUR) return formatElapsed(milliseconds);
  const minutes = Math.floor((milliseconds % HOUR) / MINUTE);
  const hours = Math.floor((milliseconds % DAY) / HOUR);
  const days = Math.floor(milliseconds / DAY);
  if (days > 0) return zh ? `${days} 天 ${hours} 小时` : `${days}d ${hours}h`;
  return zh ? `${hours} 小时 ${minutes} 分` : `${hours}h ${minutes}m`;
}
