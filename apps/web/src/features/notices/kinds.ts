import type { NoticeKind, NoticeLevel } from '@tokenholic/contracts';

/** In the order in which they matter. */
export const KINDS: readonly NoticeKind[] = [
  ...(['escalation', 'deadline', 'approval', 'handoff', 'budget'] as const),
  ...(['deal', 'research', 'map', 'knowledge', 'other'] as const),
];

export const LEVELS: readonly NoticeLevel[] = ['critical', 'warning', 'info'];
