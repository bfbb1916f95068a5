import type { Language, ObjectionCategory, ObjectionReply, ReplySource } from '@tokenholic/contracts';
import { lines, openLines } from './lines.ts';

/** A fact that may be said, with the words it rests on. */
export interface Fact {
  /** How a seller says it, in the language of the reply. */
  say: string;
  source: Omit<ReplySource, 'number'>;
}

/** How many facts a reply can carry before it reads like a brochure. */
const MOST_FACTS = 3;

/**
 * Three ways to answer the same thing: firm, asking, and feeling. What is stated as a fact ends with the number of its
 * source; everything else is the seller's own stand and needs none. Without facts nothing is claimed.
 */
export function composeReplies(
  category: ObjectionCategory | null,
  language: Language,
  facts: readonly Fact[],
): { replies: ObjectionReply[]; sources: ReplySource[] } {
  const words = category === null ? openLines : lines[category];
  const used = facts.slice(0, MOST_FACTS);
  const sources = used.map(({ source }, index) => ({ number: index + 1, ...source }));
  const said = used.map(({ say }, index) => `${say} [${index + 1}]`);
  const [first = '', ...others] = said;
  const join = (...parts: string[]) => parts.filter((part) => part !== '').join(language === 'zh' ? '' : ' ');
  const { feel, ask, stand, step } = words;
  return {
    sources,
    replies: [
      { tone: 'assertive', text: join(stand[language], first, ...others, step[language]) },
      { tone: 'consultative', text: join(ask[language], first, stand[language], step[language]) },
      { tone: 'empathetic', text: join(feel[language], ask[language], first, step[language]) },
    ],
  };
}
