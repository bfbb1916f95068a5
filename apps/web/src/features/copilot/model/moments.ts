import type { Language } from '@tokenholic/contracts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long ago, as short as a list allows: `12 分钟`, `1h`. */
export function shortAgo(at: string, now: Date, language: Language): string {
  const passed = Math.max(0, now.getTime() - new Date(at).getTime());
  const [amount, zh, en] =
    passed < HOUR
      ? [Math.floor(passed / MINUTE), '分钟', 'm']
      : passed < DAY
        ? [Math.floor(passed / HOUR), '小时', 'h']
        : [Math.floor(passed / DAY), '天', 'd'];
  if (amount === 0) return language === 'zh' ? '刚刚' : 'now';
  return language === 'zh' ? `${amount} ${zh}` : `${amount}${en}`;
}

export type Pressure = 'overdue' | 'soon' | 'later';

/** How a deadline is said and how much it presses: within four hours is soon. */
export function deadline(dueAt: string, now: Date, language: Language): { text: string; pressure: Pressure } {
  const due = new Date(dueAt);
  const left = due.getTime() - now.getTime();
  const zh = language === 'zh';
  if (left < 0) {
    const late = shortAgo(dueAt, now, language);
    return { text: zh ? `已过 ${late}` : `${late} late`, pressure: 'overdue' };
  }
  if (left < 4 * HOUR) {
    const hours = Math.floor(left / HOUR);
    const amount =
      hours > 0
        ? zh
          ? `${hours} 小时`
          : `${hours}h`
        : zh
          ? `${Math.ceil(left / MINUTE)} 分钟`
          : `${Math.ceil(left / MINUTE)}m`;
    return { text: zh ? `剩 ${amount}` : `${amount} left`, pressure: 'soon' };
  }
  const locale = zh ? 'zh-CN' : 'en-GB';
  const sameDay = due.toDateString() === now.toDateString();
  const tomorrow = new Date(now.getTime() + DAY).toDateString() === due.toDateString();
  const time = new Intl.DateTimeFormat(locale, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(due);
  if (sameDay) return { text: zh ? `今天 ${time}` : `${time} today`, pressure: 'soon' };
  if (tomorrow) return { text: zh ? '明天' : 'Tomorrow', pressure: 'later' };
  return {
    text: new Intl.DateTimeFormat(
      locale,
      left < 6 * DAY ? { weekday: 'short' } : { month: 'short', day: 'numeric' },
    ).format(due),
    pressure: 'later',
  };
}

/** Heading of a day in the timeline: `今天 · 11月20日 周五`. */
export function dayHeading(day: Date, now: Date, language: Language): string {
  const zh = language === 'zh';
  const date = new Intl.DateTimeFormat(zh ? 'zh-CN' : 'en-GB', {
    weekday: 'short',
    day: 'numeric',
    month: zh ? 'long' : 'short',
    ...(day.getFullYear() === now.getFullYear() ? {} : { year: 'numeric' }),
  }).format(day);
  if (day.toDateString() === now.toDateString()) return `${zh ? '今天' : 'Today'} · ${date}`;
  if (day.toDateString() === new Date(now.getTime() - DAY).toDateString())
    return `${zh ? '昨天' : 'Yesterday'} · ${date}`;
  return date;
}

export function clock(at: string): string {
  return new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(
    new Date(at),
  );
}

/** Whole days since, counted from 1. */
export function dayNumber(since: string, now: Date): number {
  return Math.floor(Math.max(0, now.getTime() - new Date(since).getTime()) / DAY) + 1;
}
