import type { LocalizedText, MoodReason, PracticeCriterion, PracticePoint } from '@tokenholic/contracts';
import { countWords } from '../reading/sentences.ts';
import { customerWords, type Talk } from '../talk/talk.ts';

/** What one criterion says of a talk. */
export interface Measure {
  /** 0 to 1. */
  points: number;
  reason: LocalizedText;
  evidence: PracticePoint['evidence'];
  better: LocalizedText | null;
}
export type Criterion = (talk: Talk) => Measure;
export type Criteria = Readonly<Record<PracticeCriterion, Criterion>>;

const DOES_SOMETHING: ReadonlySet<MoodReason> = new Set([
  ...([
    'asked_openly',
    'followed_up',
    'listened',
    'answered',
    'partly',
    'asked_back',
    'concrete_step',
  ] as const),
]);

/** Lines that did something for the talk. Being brief, or silent on figures, earns nothing without them. */
export const usefulLines = (talk: Talk) =>
  talk.heard.filter(({ reasons }) => reasons.some((reason) => DOES_SOMETHING.has(reason))).length;
/** 0 to 1: how far the seller took part at all. */
export const engagement = (talk: Talk) => Math.min(1, usefulLines(talk) / 5);
export const voidShare = (talk: Talk) =>
  talk.heard.length === 0
    ? 0
    : talk.heard.filter(({ reading }) => reading.void !== null).length / talk.heard.length;

/** Share of all words that the seller said, 0 to 1. */
export function talkRatio(talk: Talk): number {
  const seller = talk.heard.reduce((sum, { reading }) => sum + reading.words, 0);
  return seller / Math.max(1, seller + countWords(customerWords(talk)));
}

export const clamp = (value: number) => Math.min(1, Math.max(0, value));
export const text = (zh: string, en: string): LocalizedText => ({ zh, en });
export const quoted = (quote: string, turn: number, good = true) => ({ quote, turn, good });
