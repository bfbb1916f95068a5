import type { Quote, ReportedFigure, Standing } from '@tokenholic/contracts';
import type { Ground } from './confidence.ts';
import type { Derivation } from './linking.ts';

/** One statement of a page about a use of AI. */
export interface Claim {
  useCaseId: string | null;
  providerId: string | null;
  modelId: string | null;
  modelName: string | null;
  /** The catalogue's id of the model or family that the name alone stands for, in whatever language it is written. */
  modelKey: string | null;
  standing: Standing;
  /** Chance that it is right, 0 to 1. */
  score: number;
  figures: ReportedFigure[];
  quote: Quote;
}

/** A claim while its page is still being read: what comes later may tell more of it. */
export interface Statement extends Omit<Claim, 'score'> {
  /** What its confidence rests on. */
  ground: Ground;
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
