import type { Quote, ReportedFigure, SourceKind, Standing } from '@tokenholic/contracts';
import type { Derivation } from './linking.ts';

/** One statement of a page about a use of AI. */
export interface Claim {
  useCaseId: string | null;
  providerId: string | null;
  modelId: string | null;
  modelName: string | null;
  standing: Standing;
  score: number;
  figures: ReportedFigure[];
  quote: Quote;
}

/** A claim while its page is still being read: what comes later may tell more of it. */
export interface Statement extends Claim {
  /** The text says who serves the model; otherwise its maker is assumed. */
  hosted: boolean;
  derivation: Derivation | 'unnamed';
  /** Told of the past in a way that leaves open whether it goes on. */
  former: boolean;
  /** Told as one of several stages. */
  staged: boolean;
  /** The word that the text has for the use, where it has one. */
  word: string | null;
  /** The use was only hinted at. */
  hint: boolean;
  /** Told as what is so now. */
  arrived: boolean;
  /** Comes beside what is there. */
  beside: boolean;
  /** Number of the paragraph and of the sentence within the page. */
  paragraph: number;
  sentence: number;
  clause: number;
}

/**
 * How often a link of each derivation is right: between the shares over all passages to develop by and those over the harder ones
 * among them, which no rule was written by (`bench/extraction.ts` prints stated beside measured). A confidence starts here.
 */
const SCORE: Record<Statement['derivation'], number> = {
  same_clause: 0.8,
  same_sentence: 0.72,
  carried: 0.7,
  heading: 0.65,
  meaning: 0.68,
  kind: 0.2,
  unnamed: 0.4,
};

/** Sources that speak of the company rather than being it. */
const SOURCE_WEIGHT: Partial<Record<SourceKind, number>> = {
  search: 0.9,
  wikipedia: 0.92,
  wikidata: 0.92,
  news: 0.95,
  reference: 0.95,
};

/** What a claim's confidence rests on. */
export interface Ground {
  derivation: Statement['derivation'];
  /** The sentence says "uses" in so many words. */
  used: boolean;
  standing: Standing;
  sourceKind: SourceKind;
}

/** Chance that a claim is right, 0 to 1. */
export function scoreOf({ derivation, used, standing, sourceKind }: Ground): number {
  return (
    SCORE[derivation] *
    (used ? 1 : 0.85) *
    (standing === 'current' ? 1 : 0.9) *
    (SOURCE_WEIGHT[sourceKind] ?? 1)
  );
}
