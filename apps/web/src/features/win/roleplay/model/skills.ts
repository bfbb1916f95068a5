import type { PracticeSkill } from '@tokenholic/contracts';

export const practiceSkills: readonly PracticeSkill[] = [
  ...(['discovery', 'listening', 'objections', 'value'] as const),
  ...(['evidence', 'clarity', 'next_step'] as const),
];
