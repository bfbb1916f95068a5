import type {
  Language,
  LocalizedText,
  ObjectionCategory,
  PracticeCriterion,
  PracticeFact,
  PracticeLevel,
  PracticeScenario,
} from '@tokenholic/contracts';

/** What an answer must speak of. Each expression is one idea, in both languages. */
export interface Expectation {
  ideas: readonly RegExp[];
  /** What an answer lacks when it is only half of one, as the customer puts it. */
  lacks: LocalizedText;
  better: LocalizedText;
  /** How the customer insists; without it the first words are repeated. */
  pressed?: LocalizedText;
  /** What stands behind it, told when the seller asks. */
  because?: LocalizedText;
}
/** Something the customer knows: told when asked for, the second part when the seller digs deeper. */
export interface Topic {
  id: string;
  first: PracticeFact;
  deeper: PracticeFact | null;
  cue: RegExp;
  /** Asks for the second part by itself. */
  deepCue: RegExp;
  question: LocalizedText;
  deepQuestion: LocalizedText;
}
export interface Objection extends Expectation {
  id: string;
  category: ObjectionCategory;
  /** Words of the seller that bring it up. */
  trigger: RegExp;
  says: LocalizedText;
  pressed: LocalizedText;
  because: LocalizedText;
}
export interface Question extends Expectation {
  id: string;
  says: LocalizedText;
  pressed: LocalizedText;
}
/** A word of the seller's that the customer takes up. */
export interface Term extends Expectation {
  id: string;
  word: RegExp;
  asks: Readonly<Record<Language, (word: string) => string>>;
}
export interface Plan {
  /** Objections raised before the customer may agree. */
  objections: number;
  questions: number;
  followUps: number;
  /** Facts to be told before challenges begin. */
  needs: number;
  lines: number;
}
export interface Scenario {
  id: PracticeScenario;
  opening: readonly LocalizedText[];
  objections: readonly string[];
  questions: readonly string[];
  /** Facts that matter here; asking for them is what breadth is measured on. */
  topics: readonly string[];
  plans: Readonly<Record<PracticeLevel, Plan>>;
  /** Weights of the criteria; they add up to 1. */
  rubric: Readonly<Partial<Record<PracticeCriterion, number>>>;
}
