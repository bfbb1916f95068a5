import type { Kit } from '@tokenholic/kit';
import { type Budget, type Counted, WARN_AT } from '@workflow/llm-sdk';
import { and, eq, sql } from 'drizzle-orm';
import { allowed, crossed, monthOf, type Standing, standingOf } from '../domain/budget.ts';
import { limits, months } from '../tables.ts';

type Rows = Parameters<Parameters<Kit['database']['withTenant']>[1]>[0]['db'];

/** The limit of an organisation and what was used of it this month. */
export async function readStanding(db: Rows, organizationId: string, now: Date): Promise<Standing> {
  const [limit] = await db.select().from(limits).where(eq(limits.organizationId, organizationId));
  const [month] = await db
    .select()
    .from(months)
    .where(and(eq(months.organizationId, organizationId), eq(months.month, monthOf(now))));
  return standingOf(limit, month);
}

/** Budgets counted in the database, so that they hold over all processes and restarts. */
export function createTokenBudget(kit: Kit): Budget {
  const standing = (organizationId: string) =>
    kit.database.withTenant([organizationId], ({ db }) => readStanding(db, organizationId, kit.now()));
  return {
    allows: async (organizationId, tokens) => {
      const { limit, spent } = await standing(organizationId);
      return allowed(limit, spent, tokens);
    },
    charge: (organizationId, tokens, counted) => charge(kit, organizationId, tokens, counted),
    spentShare: async (organizationId) => {
      const { limit, spent } = await standing(organizationId);
      return limit === null ? 0 : spent / limit;
    },
  };
}

/** Adds to the month; whoever crosses a threshold says so, once, in the same transaction. */
async function charge(kit: Kit, organizationId: string, tokens: number, counted: Counted): Promise<void> {
  if (tokens === 0) return;
  const month = monthOf(kit.now());
  const estimatedTokens = counted === 'estimated' ? tokens : 0;
  await kit.database.withTenant([organizationId], async (tx) => {
    const [row] = await tx.db
      .insert(months)
      .values({ organizationId, month, tokens, estimatedTokens })
      .onConflictDoUpdate({
        target: [months.organizationId, months.month],
        set: {
          tokens: sql`${months.tokens} + ${tokens}`,
          estimatedTokens: sql`${months.estimatedTokens} + ${estimatedTokens}`,
        },
      })
      .returning();
    const { limit } = await readStanding(tx.db, organizationId, kit.now());
    const spent = row?.tokens ?? tokens;
    const state = crossed(limit, spent - tokens, spent, WARN_AT);
    if (state === null || limit === null) return;
    await tx.publish(organizationId, state === 'spent' ? 'budget.spent' : 'budget.warned', {
      ...{ month, limit, spent },
    });
  });
}
