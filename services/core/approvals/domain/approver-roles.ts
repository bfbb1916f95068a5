import type { ApproverRole } from '@tokenholic/contracts';

/** Roles that a step can be given to, from below. */
export const APPROVER_ROLES: readonly ApproverRole[] = [
  ...(['presales_engineer', 'success_manager', 'sales_manager', 'platform_admin'] as const),
];
