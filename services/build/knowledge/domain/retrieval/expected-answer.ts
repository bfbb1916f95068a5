import { fold } from './tokens.ts';

/** What kind of thing a question wants to hear. */
export type ExpectedAnswer = 'number' | 'date' | 'name' | 'other';

const ASKS: readonly [ExpectedAnswer, RegExp][] = [
  [
    'number',
    /how (many|much|long|old|far|large|big|tall|high|often)|what (percent|number|amount|size|age|price)|percentage|多少|几|百分|多长|多大|多久|多高|多远/,
  ],
  [
    'date',
    /\bwhen\b|(what|which) (year|date|day|month|century|decade)|什么时候|何时|哪年|哪一年|哪天|年份|日期|什么时间/,
  ],
  [
    'name',
    /\bwho(m|se)?\b|\bwhere\b|(what|which) (city|country|state|person|team|company|university)|谁|哪里|何处|哪儿|哪位/,
  ],
];

/** Reads from the question's words whether it wants a number, a date or a name. */
export function expectedAnswer(question: string): ExpectedAnswer {
  const folded = question.toLowerCase();
  return ASKS.find(([, words]) => words.test(folded))?.[0] ?? 'other';
}

const NUMBER =
  /\d|\b(one|two|three|four|five|six|seven|eight|nine|ten|hundred|thousand|million|billion|dozen|half|third|quarter|percent)\b|[一二三四五六七八九十百千万亿]/i;
const DATE =
  /\b1\d{3}\b|\b20\d\d\b|\d+\s*[年月]|century|世纪|January|February|March|April|May|June|July|August|September|October|November|December/;

/** Whether a sentence holds something of the kind that is not already in the question. */
export function holdsAnswer(kind: ExpectedAnswer, sentence: string, question: string): boolean {
  if (kind === 'number') return NUMBER.test(sentence);
  if (kind === 'date') return DATE.test(sentence);
  if (kind === 'other') return false;
  const asked = fold(question);
  const names = sentence.match(/(?<=[\w,;:]\s)\p{Lu}\p{Ll}+|\p{Script=Han}+·\p{Script=Han}+/gu) ?? [];
  return names.some((name) => !asked.includes(fold(name)));
}
