const DAY = 86_400_000;
const WEEKDAYS_EN = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const MONTHS = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec';
const WEEKDAYS_ZH = '日一二三四五六';

/** The day a sentence sets, as said on `day`; null when it sets none. Days without a year are the next to come. */
export function dueOf(sentence: string, day: string): string | null {
  const text = sentence.normalize('NFKC').toLowerCase();
  const said = new Date(`${day}T00:00:00Z`);
  const plus = (days: number) => new Date(said.getTime() + days * DAY).toISOString().slice(0, 10);
  return exact(text, said) ?? weekday(text, said, plus) ?? near(text, said, plus);
}

function exact(text: string, said: Date): string | null {
  const iso = /(\d{4})[-/年](\d{1,2})[-/月](\d{1,2})/.exec(text);
  if (iso !== null) return dated(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const chinese = /(\d{1,2})月(\d{1,2})[日号]/.exec(text);
  if (chinese !== null) return coming(said, Number(chinese[1]), Number(chinese[2]));
  const english = new RegExp(`\\b(${MONTHS})[a-z]*\\.? (\\d{1,2})(?:st|nd|rd|th)?\\b`).exec(text);
  const british = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)? (?:of )?(${MONTHS})[a-z]*\\b`).exec(text);
  const month = english?.[1] ?? british?.[2];
  const date = english?.[2] ?? british?.[1];
  if (month === undefined || date === undefined) return null;
  return coming(said, MONTHS.split('|').indexOf(month) + 1, Number(date));
}

function dated(year: number, month: number, date: number): string | null {
  const at = new Date(Date.UTC(year, month - 1, date));
  return at.getUTCMonth() === month - 1 && at.getUTCDate() === date ? at.toISOString().slice(0, 10) : null;
}

function coming(said: Date, month: number, date: number): string | null {
  const year = said.getUTCFullYear();
  const here = dated(year, month, date);
  return here !== null && here < said.toISOString().slice(0, 10) ? dated(year + 1, month, date) : here;
}

function weekday(text: string, said: Date, plus: (days: number) => string): string | null {
  const chinese = /(下下|下|本|这)?(?:个)?(?:周|星期|礼拜)([一二三四五六日天])/.exec(text);
  if (chinese !== null) {
    const wanted = WEEKDAYS_ZH.indexOf((chinese[2] ?? '').replace('天', '日'));
    // A Chinese week begins on Monday; 下周三 is in the week after this one.
    const fromMonday = (wanted + 6) % 7;
    const today = (said.getUTCDay() + 6) % 7;
    const weeks = chinese[1] === '下下' ? 2 : chinese[1] === '下' ? 1 : 0;
    const days = fromMonday - today + 7 * weeks;
    return plus(days < 0 ? days + 7 : days);
  }
  const english = new RegExp(`\\b(next )?(${WEEKDAYS_EN.join('|')})\\b`).exec(text);
  if (english === null) return null;
  const ahead = (WEEKDAYS_EN.indexOf(english[2] ?? '') - said.getUTCDay() + 7) % 7;
  return plus(ahead === 0 ? 7 : english[1] !== undefined && ahead < 3 ? ahead + 7 : ahead);
}

function near(text: string, said: Date, plus: (days: number) => string): string | null {
  const friday = (5 - said.getUTCDay() + 7) % 7;
  if (/今天|今晚|today|tonight|end of day|\beod\b/.test(text)) return plus(0);
  if (/后天|day after tomorrow/.test(text)) return plus(2);
  if (/明天|明早|明晚|tomorrow/.test(text)) return plus(1);
  if (/下周|下星期|next week/.test(text)) return plus(friday + 7);
  if (/本周|这周|this week|end of (the )?week/.test(text)) return plus(friday);
  if (/月底|end of (the )?month/.test(text))
    return new Date(Date.UTC(said.getUTCFullYear(), said.getUTCMonth() + 1, 0)).toISOString().slice(0, 10);
  const within = /(\d{1,2}|两|三|一)\s*(天|个?工作日|days?|business days?)(?:之?内|later|\b)/.exec(text);
  const spelled: Readonly<Record<string, number>> = { 一: 1, 两: 2, 三: 3 };
  if (within !== null) return plus(spelled[within[1] ?? ''] ?? Number(within[1]));
  return null;
}
