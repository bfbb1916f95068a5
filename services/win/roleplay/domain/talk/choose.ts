import type { Language, LocalizedText, PracticePersona } from '@tokenholic/contracts';
import { phrases } from './phrases.ts';
import { customerWords, type Talk } from './talk.ts';

/** A number that follows from the seed and what it is for: choices look free and can be repeated. */
export function chance(seed: number, purpose: string): number {
  let hash = seed >>> 0;
  for (const sign of purpose) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x5bd1e995) >>> 0;
  hash ^= hash >>> 15;
  return (Math.imul(hash, 0x2c1b3c6d) >>> 0) / 2 ** 32;
}

/** A list in an order of its own for each seed. */
export const shuffled = <T extends string>(list: readonly T[], seed: number): T[] =>
  [...list].sort((a, b) => chance(seed, a) - chance(seed, b));

/** A phrase for a move, one the customer has not used in this talk while there is any. */
export function phrase(talk: Talk, move: string): string {
  const list = phrases[move]?.[talk.setting.language] ?? [];
  const said = customerWords(talk);
  const fresh = list.filter((one) => one === '' || !said.includes(one.trim()));
  const from = fresh.length > 0 ? fresh : list;
  return from[Math.floor(chance(talk.setting.seed, `${move}${talk.heard.length}`) * from.length)] ?? '';
}

/** Puts a customer's name, role, company and use case into a line. */
export function fill(text: LocalizedText, persona: PracticePersona, language: Language): string {
  return text[language].replace(
    /\{(name|role|company|useCase)\}/g,
    (_, key: 'name' | 'role' | 'company' | 'useCase') => {
      const word = persona[key][language];
      return key === 'role' && language === 'en' ? word.charAt(0).toLowerCase() + word.slice(1) : word;
    },
  );
}
