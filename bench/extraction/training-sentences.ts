import { readFileSync } from 'node:fs';
import { reference } from '@tokenholic/reference';
import { buildGazetteer } from '../../services/map/research/domain/analysis/gazetteer.ts';
import { withoutNames } from '../../services/map/research/domain/analysis/survey.ts';
import type { LabelledText } from './learn-head.ts';

export interface Sentence extends LabelledText {
  /** Null for a phrase that the rules know: never left out. */
  language: 'zh' | 'en' | null;
}

const gazetteer = buildGazetteer(reference);

/** Sentences written to be learnt from, `label: sentence|sentence…` a line, with names replaced as when a page is read. */
export function readSentences(folder: 'uses' | 'standings'): Sentence[] {
  return (['zh', 'en'] as const).flatMap((language) =>
    readFileSync(new URL(`./${folder}/training-${language}.txt`, import.meta.url), 'utf8')
      .trim()
      .split('\n')
      .flatMap((line) => {
        const end = line.indexOf(': ');
        const texts = line.slice(end + 2).split('|');
        return texts.map((text) => ({
          text: withoutNames(text, gazetteer.match(text)),
          label: line.slice(0, end),
          language,
        }));
      }),
  );
}

/** Says how often the label of a left-out sentence came first, by language. */
export function reportLeftOut(
  name: string,
  sentences: readonly Sentence[],
  found: readonly (boolean | null)[],
  print: (line: string) => void,
): void {
  for (const language of ['zh', 'en'] as const) {
    const left = found.filter((right, at) => right !== null && sentences[at]?.language === language);
    const share = left.filter((right) => right === true).length / left.length;
    print(`${language}: ${name} found for ${share.toFixed(3)} of ${left.length} left-out sentences`);
  }
}
