import type { DroppedSentence } from '@tokenholic/contracts';
import { isChinese } from './language.ts';

export type Fault = DroppedSentence['reason'];

const fold = (text: string) => text.normalize('NFKC').toLowerCase();
const isHan = (text: string) => /\p{Script=Han}/u.test(text);

/** Figures of a text as numbers, thousands separators taken out: `1,200` and `1200` are the same. */
export function numbersOf(text: string): string[] {
  const found = fold(text).match(/\d+(?:,\d{3})*(?:\.\d+)?/g) ?? [];
  return found.map((figure) => String(Number(figure.replaceAll(',', ''))));
}

/** Names written in Latin letters with a capital, a digit or a hyphen inside: models, products, companies. */
function namesOf(text: string): string[] {
  const words = text.match(/[A-Za-z][\w.+-]*/g) ?? [];
  const firsts = new Set(
    (text.match(/(?:^|[.!?。！？：:]\s*)([A-Za-z][\w.+-]*)/g) ?? []).map((word) => word.replace(/^\W+/, '')),
  );
  return words
    .map((word) => word.replace(/[.+-]+$/, ''))
    .filter(
      (word) => /[A-Z]/.test(word.slice(1)) || /\d/.test(word) || (/^[A-Z]/.test(word) && !firsts.has(word)),
    )
    .filter((word) => word.length > 1)
    .map(fold);
}

const FUNCTION_WORDS = new Set(
  'a an the of in on at to for by with from as is are was were be been it its this that these those and or than then so can will would may has have had do does which who also more most such into their our your you we they he she not no never without'.split(
    ' ',
  ),
);

/** Words that carry meaning: stems for English, pairs of characters for Chinese. */
function contentOf(text: string): Set<string> {
  const content = new Set<string>();
  for (const run of fold(text).match(/\p{Script=Han}+|[a-z0-9][a-z0-9.-]*/gu) ?? []) {
    if (isHan(run)) for (let at = 0; at + 2 <= run.length; at += 1) content.add(run.slice(at, at + 2));
    else if (!FUNCTION_WORDS.has(run)) content.add(run.replace(/(?:ing|ed|es|s)$/, '').replace(/[.-]+$/, ''));
  }
  return content;
}

const NEGATION =
  /\b(?:not|no|never|without|cannot|can't|won't|isn't|doesn't|excludes?|unable)\b|不|没有|无法|未|禁止/i;
const SUPPORTED_FROM = 0.6;

/**
 * Whether a sentence says no more than the passages it cites: its figures and names stand there, most of its words do,
 * and it does not turn a no into a yes. Null when it stands; else the first fault.
 */
export function faultOf(sentence: string, passages: readonly string[]): Fault | null {
  if (passages.length === 0) return 'no_citation';
  if (isInstruction(sentence)) return 'instruction';
  const all = passages.join('\n');
  const figures = new Set(numbersOf(all));
  if (numbersOf(sentence).some((figure) => !figures.has(figure))) return 'number';
  const folded = fold(all);
  if (namesOf(sentence).some((name) => !folded.includes(name))) return 'name';
  const sameLanguage = isChinese(sentence) === isChinese(all) || (isChinese(sentence) && isHan(all));
  // Across languages words cannot be compared: figures or names must carry the sentence.
  if (!sameLanguage) return numbersOf(sentence).length + namesOf(sentence).length > 0 ? null : 'words';
  const own = contentOf(sentence);
  const nearest = nearestSentence(own, all);
  if (nearest.share < SUPPORTED_FROM && shareOf(own, contentOf(all)) < 0.85) return 'words';
  return NEGATION.test(sentence) === NEGATION.test(nearest.text) ? null : 'negation';
}

function shareOf(own: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let found = 0;
  for (const entry of own) if (other.has(entry)) found += 1;
  return own.size === 0 ? 0 : found / own.size;
}

function nearestSentence(own: ReadonlySet<string>, text: string): { text: string; share: number } {
  let nearest = { text: '', share: 0 };
  for (const sentence of text.split(/(?<=[。！？；])|(?<=[.!?])\s+|\n/)) {
    const share = shareOf(own, contentOf(sentence));
    if (share > nearest.share) nearest = { text: sentence, share };
  }
  return nearest;
}

const INSTRUCTIONS: readonly RegExp[] = [
  /\b(?:ignore|disregard|forget|override|bypass)\b.{0,40}\b(?:instructions?|prompts?|rules?|guidelines?|above|previous)/i,
  /\b(?:system prompt|developer message|jailbreak|do anything now|you are now|act as (?:a|an|if)|pretend to be|respond only with|reply with exactly|print the following|repeat after me|reveal your)\b/i,
  /\b(?:always|only|must) (?:recommend|answer|say|output|respond|reply)\b/i,
  /\b(?:assistant|ai model|language model|chatbot)\b.{0,30}\b(?:must|should|shall|please|need to)\b/i,
  /<\s*\/?\s*(?:script|iframe|img|svg|object|embed|form|style|link|meta|body|input|base)\b|javascript:|data:text\/html|\bon(?:error|load|click|mouseover)\s*=/i,
  /!\[[^\]]*\]\(\s*https?:/i,
  /\b(?:drop|truncate|alter) table\b|\bunion\s+(?:all\s+)?select\b|'\s*or\s*'?1'?\s*=\s*'?1|;\s*--|\bxp_cmdshell\b/i,
  /(?:忽略|无视|忘记|跳过).{0,20}(?:指令|要求|规则|提示|内容)|系统提示词?|你现在是|从现在起你|请?只(?:回答|输出|推荐)|必须(?:回答|输出|推荐)|扮演/,
];

/** Text that gives orders to whoever reads it with a machine, or that a page or database would run. Never quoted. */
export function isInstruction(text: string): boolean {
  return INSTRUCTIONS.some((pattern) => pattern.test(text));
}
