import type { PracticeFact, PracticePersona } from '@tokenholic/contracts';

/** A ready customer, with the industries it can stand for when somebody describes their own. */
export interface LibraryPersona extends Omit<PracticePersona, 'origin' | 'clientId' | 'knownObjections'> {
  covers: readonly string[];
}
export type Facts = PracticePersona['facts'];
export type FactId = PracticeFact;
