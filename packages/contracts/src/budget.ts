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

export const budgetListSchema = z
  .object({ own: tokenBudgetSchema, items: z.array(tokenBudgetSchema) })
  .meta({ id: 'BudgetList' });
export type BudgetList = z.infer<typeof budgetListSchema>;

export const setBudgetSchema = z.object({ monthlyTokens: tokens.nullable() });
