import type { RequirementSection } from '@tokenholic/contracts';

/** The order in which a talk goes: where one stands, what hurts, what is wished, what limits it, what is open. */
export const SECTIONS: readonly RequirementSection[] = [
  'situation',
  'pain',
  'wish',
  'constraint',
  'question',
];
