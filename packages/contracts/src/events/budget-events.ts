import { z } from 'zod';

const standing = z.object({ month: z.iso.date(), limit: z.number(), spent: z.number() });

/** Topic `budget_events`: what models used for an organisation. Published by core/budgets. */
export const budgetEvents = {
  /** 80 % of the month's tokens are used. */
  'budget.warned': { 1: standing },
  /** All of them are used: rules answer until the month is over or the limit is raised. */
  'budget.spent': { 1: standing },
} as const;
