import type { BudgetList, TokenBudget } from '@tokenholic/contracts';
import type { Kit, Principal } from '@tokenholic/kit';
import { WARN_AT } from '@workflow/llm-sdk';
import { eq } from 'drizzle-orm';
import { monthOf, stateOf, USUAL_MONTHLY_TOKENS } from '../domain/budget.ts';
import { mostPressing, type Spending } from '../domain/most-pressing.ts';
import type { BudgetPorts, NamedClient } from '../ports.ts';
import { limits, months } from '../tables.ts';

/** No more than one reads; whoever is not among them is found by name. */
export const MOST_BUDGETS = 100;

interface Standing extends Spending {
  /** Part of what was used that no provider reported. */
  estimated: number;
}

/** Standings of the organisations that used something this month or have a limit of their own; who is missing has the usual one. */
async function standingsOf(
  kit: Kit,
  organizationIds: readonly string[],
): Promise<ReadonlyMap<string, Standing>> {
  const [own, used] = await kit.database.withTenant(organizationIds, async ({ db }) => [
    await db.select().from(limits),
    await db
      .select()
      .from(months)
      .where(eq(months.month, monthOf(kit.now()))),
  ]);
  const limitOf = new Map(own.map((row) => [row.organizationId, row.monthlyTokens]));
  const monthById = new Map(used.map((row) => [row.organizationId, row]));
  const ids = new Set([...limitOf.keys(), ...monthById.keys()]);
  return new Map(
    [...ids].map((organizationId) => {
      const limit = limitOf.get(organizationId);
      const month = monthById.get(organizationId);
      const standing = {
        limit: limit === undefined ? USUAL_MONTHLY_TOKENS : limit,
        spent: month?.tokens ?? 0,
        estimated: month?.estimatedTokens ?? 0,
      };
      return [organizationId, { organizationId, ...standing }];
    }),
  );
}

/**
 * The budget of one's own organisation, and of clients: those a search finds, else those that used something this month or
 * have a limit of their own, the most pressing first.
 */
export async function listBudgets(
  kit: Kit,
  ports: Pick<BudgetPorts, 'findClients' | 'nameClients'>,
  { homeOrganizationId: home, organizationIds }: Principal,
  search: string,
): Promise<BudgetList> {
  const standings = await standingsOf(kit, organizationIds);
  const others = organizationIds.filter((id) => id !== home);
  const month = monthOf(kit.now());
  const budgetOf = (organizationId: string): TokenBudget => {
    const { limit, spent, estimated } = standings.get(organizationId) ?? {
      ...{ limit: USUAL_MONTHLY_TOKENS, spent: 0, estimated: 0 },
    };
    return {
      ...{ organizationId, month, monthlyTokens: limit, spentTokens: spent, estimatedTokens: estimated },
      state: stateOf(limit, spent, WARN_AT),
    };
  };
  const pressing = async (): Promise<NamedClient[]> => {
    const known = others.flatMap((id) => standings.get(id) ?? []);
    const ids = mostPressing(known).map(({ organizationId }) => organizationId);
    const names = new Map((await ports.nameClients(ids)).map(({ id, name }) => [id, name]));
    return ids.flatMap((id) => {
      const name = names.get(id);
      return name === undefined ? [] : [{ id, name }];
    });
  };
  const found = search === '' ? await pressing() : await ports.findClients(others, search, MOST_BUDGETS + 1);
  return {
    own: budgetOf(home),
    items: found.slice(0, MOST_BUDGETS).map(({ id, name }) => ({ ...budgetOf(id), clientName: name })),
    more: found.length > MOST_BUDGETS,
  };
}
