import type {
  Language,
  MoodReason,
  PracticeClaim,
  PracticeFact,
  PracticeLevel,
  PracticeOutcome,
  PracticePersona,
  PracticePhase,
  PracticeScenario,
} from '@tokenholic/contracts';
import type { Assessment } from '../reading/assess.ts';
import type { Reading } from '../reading/read-line.ts';
import type { Expectation } from '../scenario/scenario.ts';

export interface Setting {
  scenario: PracticeScenario;
  level: PracticeLevel;
  language: Language;
  persona: PracticePersona;
  /** Chooses among the customer's phrases: the same seed meets the same customer. */
  seed: number;
}
/** A line of the seller as it is kept: its claims were checked against the knowledge base when it was said. */
export interface SellerLine {
  text: string;
  claims: PracticeClaim[];
  /** The customer's reply as a model played it; null: in the words of the rules. */
  reply?: string | null;
}
/** What the customer waits to have answered. */
export interface Concern {
  kind: 'objection' | 'question' | 'term' | 'claim';
  id: string;
  text: string;
  expectation: Expectation;
  /** Index of the customer's turn. */
  turn: number;
  presses: number;
  becauseTold: boolean;
  /** The best answer so far and the seller's turn it stands in. */
  best: (Assessment & { turn: number }) | null;
  acknowledged: { quote: string; turn: number } | null;
  state: 'open' | 'answered' | 'dropped';
}
export interface Told {
  fact: PracticeFact;
  turn: number;
  /** Found by a question, by digging deeper, or by looking into a concern. */
  by: 'asked' | 'dug';
  question: string;
  /** Index of the seller's turn that asked. */
  askedAt: number;
}
export interface Heard {
  turn: number;
  reading: Reading;
  claims: PracticeClaim[];
  reasons: MoodReason[];
  /** Sentences that give the customer's own words back, with how many facts they hold. */
  playback: { quote: string; facts: number } | null;
  value: { quote: string; tied: boolean } | null;
  /** Questions that led to something or took up the customer's words. */
  followUp: string | null;
}
export interface Reply {
  /** What the customer does, for a model to play and for tests to see. */
  moves: { id: string; text: string }[];
  text: string;
}
export interface Talk {
  setting: Setting;
  phase: PracticePhase;
  mood: number;
  told: Told[];
  concerns: Concern[];
  heard: Heard[];
  /** The customer's mood after each line of the seller. */
  moods: number[];
  /** The customer's replies; the first is the opening. */
  replies: Reply[];
  invites: number;
  outcome: PracticeOutcome | null;
}

/** Index in the talk of the seller's next turn; the customer opens and both take turns. */
export const nextTurn = (talk: Talk) => 2 * talk.heard.length + 1;
export const openConcern = (talk: Talk) => talk.concerns.find(({ state }) => state === 'open') ?? null;
/** Everything the customer has said. */
export const customerWords = (talk: Talk) => talk.replies.map(({ text }) => text).join('\n');
export const isTold = (talk: Talk, fact: PracticeFact) => talk.told.some((one) => one.fact === fact);
/** The facts that the customer told, in their words. */
export const toldTexts = (talk: Talk) =>
  talk.told.map(({ fact }) => talk.setting.persona.facts[fact][talk.setting.language]);
