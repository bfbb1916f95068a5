import type { Language, LocalizedText, PracticeCriterion } from '@tokenholic/contracts';
import { countWords, hanCount } from '../reading/sentences.ts';
import { latinWords } from '../reading/words.ts';
import type { Judged } from './judgement.ts';

interface Spoken {
  speaker: 'seller' | 'customer';
  text: string;
}
/** Fewer words than this stand in any talk and show nothing. */
const LEAST_WORDS = 4;
/** Words to whoever scores, not to a customer. */
const TO_THE_JUDGE =
  /忽略(?:以上|之前|前面|所有)|(?:评分|打分|得分|满分|评委|裁判)|ignore (?:all |any )?(?:previous|prior|above|the)|\b(?:full|top|maximum|100) (?:score|points|marks)|\bas (?:the|a) judge\b|\bscore (?:me|this|every|all)|\brate (?:me|this)/i;

/**
 * The judgements of a model that stand: quoted word for word from a turn of the seller, enough to show something, said to the
 * customer and not to the judge; one for each criterion. A better wording goes when it is not in its language or brings a
 * figure that nobody said.
 */
export function standing(judged: readonly Judged[], turns: readonly Spoken[]): Judged[] {
  const said = new Set(turns.flatMap(({ text }) => numbersIn(text)));
  const seen = new Set<PracticeCriterion>();
  return judged.flatMap((one) => {
    const spoken = turns[one.turn];
    const isQuoted =
      spoken?.speaker === 'seller' &&
      spoken.text.includes(one.quote) &&
      (countWords(one.quote) >= LEAST_WORDS || one.quote.trim() === spoken.text.trim()) &&
      !TO_THE_JUDGE.test(one.quote);
    if (!isQuoted || seen.has(one.criterion)) return [];
    seen.add(one.criterion);
    return [{ ...one, better: one.better !== null && isSayable(one.better, said) ? one.better : null }];
  });
}

const isSayable = ({ zh, en }: LocalizedText, said: ReadonlySet<string>) =>
  isIn(zh, 'zh') && isIn(en, 'en') && [zh, en].every((text) => numbersIn(text).every((one) => said.has(one)));

const isIn = (text: string, language: Language) =>
  language === 'zh' ? hanCount(text) > latinWords(text).length : hanCount(text) === 0 && text.trim() !== '';

const numbersIn = (text: string): string[] =>
  (text.match(/\d[\d,.]*/g) ?? []).map((number) => number.replace(/[,.]+$/, '').replaceAll(',', ''));
