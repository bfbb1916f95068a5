import { confidenceOf, type ProfileAspect, type ProfileStatement, type Quote } from '@tokenholic/contracts';
import { type Gazetteer, type ReadablePage, stableId } from '../analysis/index.ts';
import { otherCompanyCue } from '../analysis/lexicon/role-cues.ts';
import { type Sentence, splitSentences } from '../analysis/passages.ts';
import {
  businessModelCue,
  commandCue,
  describesCue,
  fundingCue,
  manualCue,
  notNowCue,
  painCue,
  sizeCue,
  technologiesIn,
} from './cues.ts';

/** How many statements of an aspect a person wants to read; the surest are kept. */
const MOST: Record<ProfileAspect, number> = {
  description: 2,
  size: 4,
  funding: 4,
  business_model: 3,
  tech_stack: 20,
  pain_point: 6,
  automation: 6,
};

interface Candidate {
  aspect: ProfileAspect;
  text: string;
  useCaseId: string | null;
  score: number;
  quote: Quote;
}

const AT_HOME: readonly string[] = ['website', 'notes', 'file', 'link', 'wikipedia'];
const SHORTEST = 8;
const LONGEST = 320;

/** What pages say of a company beside its AI, in their own sentences. Rules: a cue for each aspect, and who speaks. */
export function readProfile(
  pages: readonly ReadablePage[],
  clientName: string,
  gazetteer: Gazetteer,
): ProfileStatement[] {
  const candidates = pages.flatMap((page) =>
    splitSentences(page.text).flatMap((sentence) => candidatesIn(sentence, page, clientName, gazetteer)),
  );
  const statements = [...Map.groupBy(candidates, ({ aspect, text }) => `${aspect}|${folded(text)}`)].map(
    ([key, same]) => toStatement(key, same),
  );
  return (Object.keys(MOST) as ProfileAspect[]).flatMap((aspect) =>
    statements
      .filter((statement) => statement.aspect === aspect)
      .sort((a, b) => b.confidence.score - a.confidence.score)
      .slice(0, MOST[aspect]),
  );
}

const folded = (text: string) => text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();

function candidatesIn(
  sentence: Sentence,
  page: ReadablePage,
  clientName: string,
  gazetteer: Gazetteer,
): Candidate[] {
  // A bullet is no part of what is said.
  const text = sentence.text.trim().replace(/^[-*•·]\s+/, '');
  if (text.length < SHORTEST || text.length > LONGEST || text.startsWith('#')) return [];
  if (commandCue.test(text)) return [];
  const isNamed = folded(text).includes(folded(clientName));
  const isOwnVoice = /我们|本公司|公司|集团|\b(?:we|our|us|the company)\b/i.test(text);
  if (otherCompanyCue.test(text) && !isNamed && !isOwnVoice) return [];
  const home = AT_HOME.includes(page.sourceKind) ? 0.1 : 0;
  const base = 0.35 + home + (isNamed ? 0.2 : 0) + (isOwnVoice ? 0.1 : 0);
  const quote = quoteOf(page, sentence);
  const make = (aspect: ProfileAspect, score: number, said = text, useCaseId: string | null = null) => ({
    ...{ aspect, text: said, useCaseId, score, quote },
  });
  const isNow = !notNowCue.test(text);
  // The name in front of "is a …" makes a description; the first sentences of a page are where one stands.
  const opening = sentence.start < 400 ? 0.1 : 0;
  return [
    ...(describesCue.test(text) && (isNamed || /^(?:我们|本公司|公司|we |the company)/i.test(text))
      ? [make('description', base + opening)]
      : []),
    ...(sizeCue.test(text) ? [make('size', base)] : []),
    ...(fundingCue.test(text) ? [make('funding', base)] : []),
    ...(businessModelCue.test(text) ? [make('business_model', base)] : []),
    ...technologiesIn(text).map((name) => make('tech_stack', base + 0.15, name)),
    ...(painCue.test(text) && isNow ? [make('pain_point', base)] : []),
    ...(manualCue.test(text) && isNow ? [make('automation', base, text, useCaseIn(text, gazetteer))] : []),
  ];
}

function useCaseIn(text: string, gazetteer: Gazetteer): string | null {
  return gazetteer.match(text).find(({ entry }) => entry.kind === 'use_case')?.entry.id ?? null;
}

function quoteOf(page: ReadablePage, sentence: Sentence): Quote {
  const lead = sentence.text.length - sentence.text.trimStart().length;
  const text = sentence.text.trim();
  const start = sentence.start + lead;
  const { id, title, url, sourceKind, date } = page;
  return { pageId: id, text, start, end: start + text.length, pageTitle: title, url, sourceKind, date };
}

/** Said on several pages it is surer; rules alone are never certain. */
function toStatement(key: string, same: readonly Candidate[]): ProfileStatement {
  const best = same.reduce((strongest, candidate) =>
    candidate.score > strongest.score ? candidate : strongest,
  );
  const quotes = [...new Map(same.map(({ quote }) => [`${quote.pageId}/${quote.start}`, quote])).values()];
  const pages = new Set(quotes.map(({ pageId }) => pageId)).size;
  return {
    key: stableId(key),
    ...{ aspect: best.aspect, text: best.text, useCaseId: best.useCaseId },
    quotes: quotes.slice(0, 5),
    confidence: confidenceOf(Math.min(0.9, best.score + 0.08 * Math.log2(pages))),
  };
}
