import type { PersonaAdvice } from '@tokenholic/contracts';
import { type AdviceLine, adviceLines } from './advice-lines.ts';
import type { Settled } from './lines.ts';

/** Of lists, only the first is worth acting on at once. */
const LISTS = new Set(['priority', 'pain', 'likely_objection']);

/** How to approach a person, by occasion, each line with the trait it follows from. Nothing sure, nothing advised. */
export function advise(settled: readonly Settled[]): PersonaAdvice[] {
  const firsts = settled.filter(
    (trait) => !LISTS.has(trait.key) || settled.find(({ key }) => key === trait.key) === trait,
  );
  const advice = adviceLines.flatMap((line) =>
    firsts.filter((trait) => isAbout(line, trait)).map((trait) => written(line, trait)),
  );
  const time = settled.find(({ key }) => key === 'best_time');
  if (time === undefined) return advice;
  const { key, label } = time;
  return [
    ...advice,
    {
      occasion: 'call',
      text: { zh: `安排在${label.zh}。`, en: `Place it on ${label.en}.` },
      because: [{ key, label }],
    },
  ];
}

function isAbout({ key, value }: AdviceLine, trait: Settled): boolean {
  return key === trait.key && (value === '*' || value === trait.value);
}

function written({ occasion, text }: AdviceLine, { key, label }: Settled): PersonaAdvice {
  return {
    occasion,
    text: { zh: text.zh.replace('{label}', label.zh), en: text.en.replace('{label}', label.en) },
    because: [{ key, label }],
  };
}
