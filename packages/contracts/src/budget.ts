import { z } from 'zod';

const tokens = z.number().int().min(0).max(1e15);

export const tokenBudgetSchema = z
  .object({
    organizationId: z.uuid(),
    /** First day of the month, UTC. */
    month: z.iso.date(),
    /** Null: no limit. */
    monthlyTokens: tokens.nullable(),
    spentTokens: tokens,
    /** Part of the spent ones that no provider reported: counted from the texts that were sent. */
    estimatedTokens: tokens,
    /** Warned from 80 %; spent: rules answer instead of models. */
    state: z.enum(['open', 'warned', 'spent']),
  })
  .meta({ id: 'TokenBudget' });
export type TokenBudget = z.infer<typeof tokenBudgetSchema>;

/** A client's budget, with the client's name. */
export const clientBudgetSchema = tokenBudgetSchema
  .extend({ clientName: z.string() })
  .meta({ id: 'ClientBudget' });
export type ClientBudget = z.infer<typeof clientBudgetSchema>;

/** By name or website; empty: those that used something this month or have a limit of their own. */
export const budgetQuerySchema = z.object({ search: z.string().trim().max(120).default('') });

export const budgetListSchema = z
  .object({
    own: tokenBudgetSchema,
    /** The most pressing first, or as the search found them. */
    items: z.array(clientBudgetSchema),
    /** Whether there are others than these. */
    more: z.boolean(),
  })
  .meta({ id: 'BudgetList' });
export type BudgetList = z.infer<typeof budgetListSchema>;

export const setBudgetSchema = z.object({ monthlyTokens: tokens.nullable() });
