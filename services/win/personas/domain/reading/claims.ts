import type { PersonaTraitKey } from '@tokenholic/contracts';
import { isProtected } from './protected.ts';
import { asQuote, isChinese, sentencesOf, wordsIn } from './sentences.ts';
import { CASUAL, FORMAL, styleCues } from './style-cues.ts';
import { COMPLAINT, objectionCues, PRESENT, topicCues } from './topic-cues.ts';

/** Something a person's own words say about them, with the words. */
export interface Claim {
  key: PersonaTraitKey;
  value: string;
  activityId: string;
  quote: string;
}

export interface Excerpt {
  id: string;
  text: string;
  /** Only letters have a length of their own choosing; the title of a page somebody opened says what interests them. */
  form: 'letter' | 'speech' | 'page';
}

/** Lengths in words: under the first it is brief, from the second on detailed. */
const BRIEF = 50;
const DETAILED = 125;

/** What the words of one activity say, each value at most once: a long letter does not weigh more than a short one. */
export function readClaims({ id, text, form }: Excerpt): Claim[] {
  const claims = new Map<string, Claim>();
  const say = (key: PersonaTraitKey, value: string, sentence: string) => {
    const name = `${key}/${value}`;
    if (!claims.has(name) && !isProtected(sentence))
      claims.set(name, { key, value, activityId: id, quote: asQuote(sentence) });
  };
  const sentences = sentencesOf(text);
  const [first = ''] = sentences;
  if (form === 'page') {
    for (const [topic, pattern] of Object.entries(topicCues))
      if (pattern.test(text)) say('priority', topic, text);
    return [...claims.values()];
  }
  for (const sentence of sentences) {
    for (const { key, value, pattern } of styleCues) if (pattern.test(sentence)) say(key, value, sentence);
    const hurts = COMPLAINT.test(sentence);
    const held = Object.entries(objectionCues).filter(([, pattern]) => pattern.test(sentence));
    // What hurts today is no objection to us, and neither of the two is a wish.
    if (!hurts || !PRESENT.test(sentence)) for (const [kind] of held) say('likely_objection', kind, sentence);
    for (const [topic, pattern] of Object.entries(topicCues)) {
      if (!pattern.test(sentence)) continue;
      if (hurts) say('pain', topic, sentence);
      else if (held.length === 0) say('priority', topic, sentence);
    }
  }
  say('language', isChinese(text) ? 'zh' : 'en', first);
  const tone = toneOf(text);
  say('formality', tone.value, sentences.find((sentence) => tone.pattern?.test(sentence)) ?? first);
  if (form === 'letter') {
    const words = wordsIn(text);
    say('length', words < BRIEF ? 'brief' : words < DETAILED ? 'moderate' : 'detailed', first);
  }
  return [...claims.values()];
}

/** More signs of the one than of the other; none, or as many of both, is neutral. */
function toneOf(text: string): { value: string; pattern: RegExp | null } {
  const formal = text.match(FORMAL)?.length ?? 0;
  const casual = text.match(CASUAL)?.length ?? 0;
  if (formal > casual) return { value: 'formal', pattern: new RegExp(FORMAL.source, 'i') };
  if (casual > formal) return { value: 'casual', pattern: new RegExp(CASUAL.source, 'i') };
  return { value: 'neutral', pattern: null };
}
