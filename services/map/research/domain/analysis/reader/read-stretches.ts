import type { Quote } from '@tokenholic/contracts';
import { reference } from '@tokenholic/reference';
import type { Gazetteer } from '../gazetteer.ts';
import { ownedBy } from '../lexicon/house-models.ts';
import { aiCue } from '../lexicon/use-cues.ts';
import { ownModelNames } from '../own-models.ts';
import type { ReadablePage } from '../read-page.ts';
import { quoteOf } from '../read-sentence.ts';
import type { Claim } from '../statements.ts';
import { isName, type Survey, type SurveyedSentence, withoutNames } from '../survey.ts';
import { linksIn, type ReadLink, type RuleSays, type SeenStretch } from './answer.ts';
import { chanceOfLink } from './chance.ts';
import { type Group, groupOfClaim, groupsOf } from './groups.ts';
import { USES } from './heads.ts';
import { MARKS, type Stretch, stretchOf } from './stretch.ts';

// The learnt reader: where vectors are to be had, it reads what the rules have read once more, with what they found before it.

/** A part on its way to the network that sees it in context. */
export interface PartToSee {
  text: string;
  mark: number;
  use: number;
  isOne: boolean;
  /** The vector of the sentence that begins here. */
  sentence: Float32Array | null;
}

/** Characters read together, about: more would not fit. */
const LONGEST = { chinese: 420, latin: 1500 };
/** Sentences before and after one that speaks of AI that are read with it. */
const AROUND = 2;
/** More is no page that speaks of AI, but a list of everything. */
const MOST_STRETCHES = 12;

/** Stretches of a page that speak of AI. */
export function stretchesOf(
  survey: Survey,
  gazetteer: Gazetteer,
  client: readonly string[],
  pageText: string,
): Stretch[] {
  const own = {
    isMakerOf: ownedBy(client.length > 0 ? client.join('\n') : pageText),
    names: ownModelNames(pageText),
    client,
  };
  return runsOf(survey)
    .slice(0, MOST_STRETCHES)
    .map((numbers) => stretchOf(numbers, survey, gazetteer, own));
}

/** Numbers of sentences that are read together. */
function runsOf({ sentences }: Survey): number[][] {
  const speaks = sentences.map(speaksOfAi);
  const wanted = sentences.flatMap((_, at) =>
    speaks.slice(Math.max(0, at - AROUND), at + AROUND + 1).some(Boolean) ? [at] : [],
  );
  const runs: number[][] = [];
  let length = 0;
  for (const at of wanted) {
    const text = sentences[at]?.sentence.text ?? '';
    const size = text.length / (/[\u4e00-\u9fff]/.test(text) ? LONGEST.chinese : LONGEST.latin);
    const run = runs.at(-1);
    if (run === undefined || run.at(-1) !== at - 1 || length + size > 1) {
      runs.push([at]);
      length = size;
    } else {
      run.push(at);
      length += size;
    }
  }
  return runs;
}

const speaksOfAi = ({ sentence, hits }: SurveyedSentence) =>
  aiCue.test(sentence.text) || hits.some((hit) => isName(hit) || hit.entry.kind === 'use_case');

/** Each sentence as it is weighed by its meaning. */
export const sentencesToWeigh = (stretch: Stretch, survey: Survey): string[] =>
  stretch.candidates.flatMap(({ mention, sentence }) => {
    const surveyed = survey.sentences[sentence];
    return mention !== null || surveyed === undefined
      ? []
      : [withoutNames(surveyed.sentence.text, surveyed.hits)];
  });

/** The parts of a stretch as the network takes them. */
export function partsToSee(stretch: Stretch, vectors: readonly (Float32Array | null)[]): PartToSee[] {
  let sentence = -1;
  return stretch.parts.map(({ text, mark, use, isOne }) => {
    if (text === '') sentence += 1;
    return {
      ...{ text, isOne, mark: MARKS.indexOf(mark), use: use === null ? 0 : useNumber(use) },
      sentence: text === '' ? (vectors[sentence] ?? null) : null,
    };
  });
}

const useNumbers = new Map(reference.useCases.map(({ id }, at) => [id, at + 1]));
const useNumber = (id: string) => useNumbers.get(id) ?? 0;

/** From these on a link counts: the logarithms of its odds where precision and recall are in balance. */
const LEAST = { named: -0.4, sentence: -1.5, ruled: -2, only: -2 };
/** A share so small counts as this. */
const LEAST_SHARE = 0.002;

/** Claims of a page: those of the rules where nothing was read, what the reader says of the rest. */
export function readStretches(
  page: ReadablePage,
  survey: Survey,
  rules: readonly Claim[],
  stretches: readonly { stretch: Stretch; seen: SeenStretch }[],
  sharesOf: (text: string) => ReadonlyMap<string, number> | null,
): Claim[] {
  const sentenceAt = (start: number) =>
    survey.sentences.findLastIndex(({ sentence }) => sentence.start <= start);
  const read = new Set(
    stretches.flatMap(({ stretch }) => stretch.candidates.map(({ sentence }) => sentence)),
  );
  const unread = rules.filter(({ quote }) => {
    const surveyed = survey.sentences[sentenceAt(quote.start)];
    return surveyed === undefined || !read.has(sentenceAt(quote.start)) || isBareList(surveyed);
  });
  const told = stretches.flatMap(({ stretch, seen }) => {
    const groups = groupsOf(stretch);
    const own = rules.flatMap((claim) => {
      const sentence = sentenceAt(claim.quote.start);
      const group = stretch.candidates.some((candidate) => candidate.sentence === sentence)
        ? groupOfClaim(claim, sentence, groups)
        : null;
      return group === null || claim.useCaseId === null ? [] : [{ claim, group }];
    });
    const saysOf = (group: Group, useCaseId: string | null): RuleSays | null => {
      const claims = own.filter(
        (item) => item.group === group && (useCaseId === null || item.claim.useCaseId === useCaseId),
      );
      const [best] = useCaseId === null ? claims : claims.toSorted((a, b) => b.claim.score - a.claim.score);
      return best?.claim ?? null;
    };
    const links = linksIn(
      seen,
      groups,
      stretch.hosts,
      (group) => hintsOf(group, survey, sharesOf),
      saysOf,
      (group) => saysOf(group, null),
      LEAST,
    );
    const named = new Set(
      links.filter(({ group }) => group.kind !== 'sentence').map(({ useCaseId }) => useCaseId),
    );
    return links
      .filter(({ group, useCaseId }) => group.kind !== 'sentence' || !named.has(useCaseId))
      .flatMap((link) => toClaims(link, page, survey, stretch, seen, own));
  });
  return [...unread, ...told];
}

/** "Models used: Qwen, ERNIE." holds nothing to be read in context: what the rules make of such a line stands. */
function isBareList({ sentence, hits }: SurveyedSentence): boolean {
  const names = hits.filter(isName);
  if (names.length === 0) return false;
  const rest = [...sentence.text]
    .map((character, at) => (names.some(({ start, end }) => start <= at && at < end) ? ' ' : character))
    .join('');
  const words = rest.match(/[\u4e00-\u9fff]|[\p{L}\d]+/gu) ?? [];
  const chinese = words.filter((word) => /[\u4e00-\u9fff]/.test(word)).length;
  return words.length - chinese + chinese / 2 <= FEWEST_WORDS;
}
/** Two characters of Chinese are about a word. */
const FEWEST_WORDS = 3;

function hintsOf(
  group: Group,
  survey: Survey,
  sharesOf: (text: string) => ReadonlyMap<string, number> | null,
): number[] {
  const hints = USES.map(() => 0);
  for (const number of new Set(group.sentences)) {
    const surveyed = survey.sentences[number];
    const shares =
      surveyed === undefined ? null : sharesOf(withoutNames(surveyed.sentence.text, surveyed.hits));
    for (const [at, use] of USES.entries())
      hints[at] = Math.max(
        hints[at] ?? 0,
        Math.log((shares?.get(use) ?? 0) + LEAST_SHARE) - Math.log(LEAST_SHARE),
      );
  }
  return hints;
}

/** A link with the sentence that names who serves, and with the one that tells the use where that is another. */
function toClaims(
  link: ReadLink,
  page: ReadablePage,
  survey: Survey,
  stretch: Stretch,
  seen: SeenStretch,
  rules: readonly { claim: Claim; group: Group }[],
): Claim[] {
  const { group, useCaseId, providerId, standing } = link;
  const numbers = stretch.candidates
    .filter(({ mention }) => mention === null)
    .map(({ sentence }) => sentence);
  const telling = numbers[seen.sentences[link.token] ?? 0];
  const naming = group.sentences.find((number) => number === telling) ?? group.sentences[0];
  const same = rules.find((item) => item.group === group && item.claim.useCaseId === useCaseId)?.claim;
  return [...new Set([naming, telling])].flatMap((number) => {
    const sentence = number === undefined ? undefined : survey.sentences[number]?.sentence;
    if (sentence === undefined) return [];
    const quote: Quote = quoteOf(page, sentence);
    return [
      {
        ...{ useCaseId, providerId, standing, quote },
        modelId: group.mention?.modelId ?? null,
        modelName: group.mention?.modelName ?? null,
        modelKey: group.mention?.modelKey ?? null,
        score: chanceOfLink(link, page.sourceKind),
        figures: number === naming ? (same?.figures ?? []) : [],
      },
    ];
  });
}
