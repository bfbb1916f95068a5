import type { Language, ObjectionCategory } from '@tokenholic/contracts';
import { cues } from './cues.ts';
import { byMeaning } from './meaning-model.ts';
import { byWords, CATEGORIES, softmax } from './word-model.ts';

export interface Guess {
  category: ObjectionCategory;
  /** Of all that speaks for some category, in [0, 1]. */
  share: number;
}

/** Chinese by its script: half a sentence of it is enough. */
export function languageOf(text: string): Language {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  return han * 4 >= text.replace(/\s/g, '').length ? 'zh' : 'en';
}

/** What comes after "but" is what is meant; before it stands courtesy. */
const TURN =
  /但是|但(?!愿)|不过|可是|只是|问题是|关键是|主要是|\bbut\b|\bhowever\b|\bthe (?:problem|issue|thing|trouble) is\b|\bthough\b/i;
/** "Price is fine", "不是钱的问题": named to be set aside. */
const SET_ASIDE =
  /(?:不是|不在于|先不说|撇开|抛开|且不说|无所谓|没(?:什么)?问题|可以接受|不担心|好说|倒是其次|还行|不错|满意)|\b(?:is|are|was|were) (?:fine|ok|okay|good|fair|not the (?:issue|problem)|no(?:t a)? (?:issue|problem|concern))|\b(?:not|isn't|never) about\b|\bleaving aside\b|\bforget (?:about )?(?:the )?|\beven if\b|\bsetting aside\b|\bI like\b|\bimpress/i;

/** How much a cue and the meaning weigh beside the words: by what was left out of the training sentences, not by the sets that measure. */
const CUE_WEIGHT = 2;
/** Characters tell more in Chinese than words do in English, where the meaning has to make up for it. */
const MEANING_WEIGHT: Readonly<Record<Language, number>> = { zh: 1, en: 1.5 };
/** Below this nothing stands out from nine categories. */
const LEAST_SHARE = 0.2;

/** What kind of objection it is: by telling phrases, by the words and, where its vector is known, by the meaning; surest first. */
export function classify(text: string, vector: Float32Array | null): Guess[] {
  const cued = byCues(text);
  const language = languageOf(text);
  const words = byWords(text, language);
  const meaning = vector === null ? null : byMeaning(vector);
  const shares = softmax(
    CATEGORIES.map(
      (category, index) =>
        Math.log(words[index] ?? 1) +
        MEANING_WEIGHT[language] * Math.log(meaning?.[index] ?? 1) +
        CUE_WEIGHT * (cued.get(category) ?? 0),
    ),
  );
  return CATEGORIES.map((category, index) => ({ category, share: shares[index] ?? 0 })).sort(
    (a, b) => b.share - a.share,
  );
}

/**
 * Share of each category in what telling phrases say. Every match counts once a cue; a clause that sets a thing aside counts
 * for little, what follows a "but" counts double.
 */
function byCues(text: string): Map<ObjectionCategory, number> {
  const scores = new Map<ObjectionCategory, number>();
  for (const { clause, weight } of clausesOf(text)) {
    for (const [category, list] of Object.entries(cues) as [ObjectionCategory, (typeof cues)['price']][]) {
      for (const [pattern, points] of list) {
        const found = clause.match(new RegExp(pattern.source, `${pattern.flags.replace('g', '')}g`));
        if (found === null) continue;
        const score =
          points * weight * (1 + 0.35 * (new Set(found.map((word) => word.toLowerCase())).size - 1));
        scores.set(category, (scores.get(category) ?? 0) + score);
      }
    }
  }
  const total = [...scores.values()].reduce((sum, score) => sum + score, 0);
  return new Map([...scores].map(([category, score]) => [category, score / total]));
}

function clausesOf(text: string): { clause: string; weight: number }[] {
  const parts = text.split(/(?<=[，。！？；,.!?;])\s*|\n+/).filter((part) => part.trim() !== '');
  let weight = 1;
  return parts.map((clause) => {
    if (TURN.test(clause)) weight = 1.8;
    return { clause, weight: SET_ASIDE.test(clause) && !TURN.test(clause) ? 0.25 : weight };
  });
}

/** The category to answer, or null when nothing stands out. */
export function chosen(guesses: readonly Guess[]): ObjectionCategory | null {
  const [best] = guesses;
  return best !== undefined && best.share >= LEAST_SHARE ? best.category : null;
}
