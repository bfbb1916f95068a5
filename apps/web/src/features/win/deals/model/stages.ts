import type { DealStage } from '@tokenholic/contracts';

/** The way of a deal, in order; the last two end it. */
export const openStages = ['lead', 'discovery', 'evaluation', 'proposal', 'negotiation'] as const;
export const dealStages: readonly DealStage[] = [...openStages, 'won', 'lost'];
export const decisionRoles = [
  ...(['economic_buyer', 'champion', 'technical_evaluator', 'user'] as const),
  ...(['procurement', 'legal', 'blocker', 'unknown'] as const),
] as const;
export const outcomeReasons = [
  ...(['price', 'product_fit', 'security', 'relationship', 'timing'] as const),
  ...(['competitor', 'no_decision', 'migration_effort', 'service', 'other'] as const),
] as const;
