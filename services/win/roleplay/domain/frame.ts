import type { Language } from '@tokenholic/contracts';
import { OUR_PROVIDER, reference, SELF_HOSTED, UNKNOWN_PROVIDER } from '@tokenholic/reference';
import { hanCount } from './reading/sentences.ts';
import { latinWords } from './reading/words.ts';

interface Frame {
  language: Language;
  /** Who the customer is; what stands there may be said. */
  customer: string;
  plain: string;
  talk: readonly { text: string }[];
}
const OUT_OF_PART =
  /作为(?:一个)?(?:AI|人工智能|语言模型)|语言模型|扮演|系统提示|as an? (?:ai|assistant|language model)|language model|system prompt|role-?play/i;
/** Agreeing, buying, promising: decided by the talk's rules alone. */
const CONSENTS =
  /成交|签(?:合同|约|单|字|了)|就这么定|(?:我|我们)(?:就)?(?:同意|答应|接受|批准)|下单|拍板了|\b(?:i|we)(?:'ll|'re| will| can| would| are)? (?:agree|accept|approve|sign|commit|buy|promise)|\bit(?:'s| is) a deal\b|\bdeal!|\bsign (?:the|a|your) contract\b|\bplace (?:the|an) order\b|\bapproved\b/i;
/** Words about the practice instead of the talk. */
const COACHES =
  /您?应该(?:先|再)?问|可以(?:先|再)?问(?:我|一下我)|销售技巧|得分|评分|打分|满分|(?:你|您)(?:刚才)?(?:做|答|问)得(?:很)?好|陪练|you should (?:have )?ask|try asking|good question to ask|your score|\bscor(?:e|ing)\b|out of 100|well done|practice talk|sales training/i;
const ASKS = /[?？]/;
/** Amounts in letters: they are figures too. */
const SPELT =
  /百分之[零一二三四五六七八九十百两]+|[一二三四五六七八九十两几]+(?:成|倍|百|千|万|亿)|\b(?:hundred|thousand|million|billion|dozen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|twice|doubled?|half)\b/gi;

/**
 * Whether words a model found for the customer stay inside what the rules decided: the language, a bearable length, every
 * figure of the rules and none that nobody has said, a question where one is asked and only there, no consent or provider of
 * its own, and no stepping out of the part.
 */
export function fitsFrame(text: string, { language, customer, plain, talk }: Frame): boolean {
  const han = hanCount(text);
  if (language === 'zh' ? han < latinWords(text).length : han > 0) return false;
  if (text.length > plain.length * 2.5 + 80 || OUT_OF_PART.test(text) || COACHES.test(text)) return false;
  if (ASKS.test(plain) !== ASKS.test(text)) return false;
  if (CONSENTS.test(text) && !CONSENTS.test(plain)) return false;
  const said = [plain, customer, ...talk.map((turn) => turn.text)].join('\n');
  const known = new Set(amountsIn(said));
  const own = new Set(amountsIn(text));
  if (![...own].every((amount) => known.has(amount))) return false;
  if (!numbersIn(plain).every((number) => own.has(number))) return false;
  return !providerNames.some((name) => text.includes(name) && !said.includes(name));
}

const NOT_PROVIDERS: ReadonlySet<string> = new Set([SELF_HOSTED, UNKNOWN_PROVIDER, OUR_PROVIDER]);
const providerNames = reference.providers
  .filter(({ id }) => !NOT_PROVIDERS.has(id))
  .flatMap(({ name }) => [name.zh, name.en])
  .filter((name) => name.length >= 2);

const numbersIn = (text: string): string[] =>
  (text.match(/\d[\d,.]*/g) ?? []).map((number) => number.replace(/[,.]+$/, '').replaceAll(',', ''));
const amountsIn = (text: string): string[] => [
  ...numbersIn(text),
  ...(text.match(SPELT) ?? []).map((amount) => amount.toLowerCase()),
];
