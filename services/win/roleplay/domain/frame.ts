import type { Language } from '@tokenholic/contracts';
import { hanCount } from './reading/sentences.ts';
import { latinWords } from './reading/words.ts';

interface Frame {
  language: Language;
  plain: string;
  talk: readonly { text: string }[];
}
const OUT_OF_PART =
  /作为(?:一个)?(?:AI|人工智能|语言模型)|语言模型|扮演|系统提示|as an? (?:ai|assistant|language model)|language model|system prompt|role-?play/i;
const ASKS = /[?？]/;

/**
 * Whether words a model found for the customer stay inside what the rules decided: the language, a bearable length, every
 * figure of the rules and no figure that nobody has said, a question where one is asked, and no stepping out of the part.
 */
export function fitsFrame(text: string, { language, plain, talk }: Frame): boolean {
  const han = hanCount(text);
  if (language === 'zh' ? han < latinWords(text).length : han > 0) return false;
  if (text.length > plain.length * 2.5 + 80 || OUT_OF_PART.test(text)) return false;
  if (ASKS.test(plain) && !ASKS.test(text)) return false;
  const said = new Set([plain, ...talk.map((turn) => turn.text)].flatMap(numbersIn));
  const own = new Set(numbersIn(text));
  return [...own].every((number) => said.has(number)) && numbersIn(plain).every((number) => own.has(number));
}

const numbersIn = (text: string): string[] =>
  (text.match(/\d[\d,.]*/g) ?? []).map((number) => number.replace(/[,.]+$/, '').replaceAll(',', ''));
