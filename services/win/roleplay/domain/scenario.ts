import type { Language, LocalizedText, PracticeScenario } from '@tokenholic/contracts';

/** Something the customer knows and tells when the seller's words touch it. */
export interface Topic {
  id: string;
  cue: RegExp;
  tells: LocalizedText;
}
/** A doubt the customer raises, and the words by which an answer to it is known. */
export interface Objection {
  id: string;
  answer: RegExp;
  says: LocalizedText;
}
export interface Scenario {
  id: PracticeScenario;
  opening: LocalizedText;
  topics: readonly Topic[];
  objections: readonly Objection[];
}
/** Lines of any customer, by what the seller has just done. */
export type Lines = Readonly<Record<Language, readonly string[]>>;
