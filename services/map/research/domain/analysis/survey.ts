import type { Gazetteer } from './gazetteer.ts';
import { aiCue } from './lexicon/use-cues.ts';
import type { Hit } from './matcher.ts';
import { type Sentence, splitClauses, splitSentences } from './passages.ts';

export interface SurveyedSentence {
  sentence: Sentence;
  /** Every name in it. */
  hits: Hit[];
  /** The sentence with those beside it, as weighed by meaning; empty where it is not. */
  around: string;
}

/** A page cut into sentences, and what is worth weighing by its meaning. */
export interface Survey {
  sentences: SurveyedSentence[];
  /** How the page begins, as weighed by meaning; empty where nothing of it is. */
  opening: string;
  /** Sentences and clauses that tell of AI without a known word for what it is used for, names left out; bounded. */
  texts: string[];
}

/** More is no page that speaks of AI, but a list of everything. */
const MOST_TEXTS = 120;
/** How far before a name its use may be told. */
const SENTENCES_BEFORE = 2;

/** Cuts a page into sentences, finds the names in them, and says what of it should be weighed by meaning. */
export function surveyPage(text: string, gazetteer: Gazetteer): Survey {
  const sentences: SurveyedSentence[] = splitSentences(text).map((sentence) => ({
    sentence,
    hits: gazetteer.match(sentence.text),
    around: '',
  }));
  const texts = new Set<string>();
  for (const [index, surveyed] of sentences.entries()) {
    if (texts.size >= MOST_TEXTS) break;
    const { sentence, hits } = surveyed;
    if (!hits.some(isName) && !aiCue.test(sentence.text)) continue;
    const before = sentences.slice(Math.max(0, index - SENTENCES_BEFORE), index + 1);
    for (const { sentence: other, hits: names } of before)
      if (!hasUse(names)) texts.add(withoutNames(other.text, names));
    texts.add(withoutNames(sentence.text, hits));
    const clauses = clausesToWeigh(surveyed);
    for (const clause of clauses) texts.add(clause);
    if (hasUse(hits) && clauses.length === 0) continue;
    surveyed.around = sentences
      .slice(Math.max(0, index - 1), index + 2)
      .map((near) => withoutNames(near.sentence.text, near.hits))
      .join(' ')
      .slice(0, LONGEST_CONTEXT);
    texts.add(surveyed.around);
  }
  const weighed = [...texts].filter((item) => item.length >= SHORTEST).slice(0, MOST_TEXTS);
  const opening = weighed.length === 0 ? '' : openingOf(sentences);
  return { sentences, opening, texts: opening === '' ? weighed : [...weighed, opening] };
}

/** Clauses with a name and without a use, of a sentence that has several. */
function clausesToWeigh({ sentence, hits }: SurveyedSentence): string[] {
  const clauses = splitClauses(sentence);
  if (clauses.length < 2) return [];
  return clauses.flatMap(({ text, start }) => {
    const names = hitsWithin(hits, start, start + text.length);
    return names.some(isName) ? [withoutNames(text, names, start)] : [];
  });
}

/** Longer contexts tell of too much to tell of one use. */
const LONGEST_CONTEXT = 400;

function openingOf(sentences: readonly SurveyedSentence[]): string {
  let text = '';
  for (const { sentence, hits } of sentences) {
    if (text.length > LONGEST_CONTEXT) break;
    text += `${withoutNames(sentence.text, hits)} `;
  }
  return text.slice(0, LONGEST_CONTEXT);
}

/** A clause of fewer characters means nothing by itself. */
const SHORTEST = 6;

export const isName = ({ entry }: Hit) =>
  entry.kind === 'model' || entry.kind === 'provider' || entry.kind === 'house_model';
const hasUse = (hits: readonly Hit[]) =>
  hits.some(({ entry }) => entry.kind === 'use_case' && !entry.context);

export const hitsWithin = (hits: readonly Hit[], start: number, end: number): Hit[] =>
  hits.filter((hit) => hit.start >= start && hit.end <= end);

/** A text as it is weighed: whose model it is says nothing about what it is used for. */
export function withoutNames(text: string, hits: readonly Hit[], offset = 0): string {
  const placeholder = /[\u4e00-\u9fff]/.test(text) ? '模型' : 'the model';
  let plain = '';
  let from = 0;
  for (const { start, end } of hits.filter(isName)) {
    if (start - offset < from) continue;
    plain += text.slice(from, start - offset) + placeholder;
    from = end - offset;
  }
  return (plain + text.slice(from)).trim();
}
