import type { BudgetList, TokenBudget } from '@tokenholic/contracts';
import type { Kit, Principal } from '@tokenholic/kit';
import { WARN_AT } from '@workflow/llm-sdk';
import { eq } from 'drizzle-orm';
import { monthOf, type Standing, standingOf, stateOf } from '../domain/budget.ts';
import { mostPressing } from '../domain/most-pressing.ts';
import type { BudgetPorts, NamedClient } from '../ports.ts';
import { limits, months } from '../tables.ts';

/** No more than one reads; whoever is not among them is found by name. */
const MOST_BUDGETS = 100;

/** As the API tells it. */
export function toBudget(
  organizationId: string,
  { limit, spent, estimated }: Standing,
  now: Date,
): TokenBudget {
  return {
    ...{ organizationId, month: monthOf(now), monthlyTokens: limit, spentTokens: spent },
    ...{ estimatedTokens: estimated, state: stateOf(limit, spent, WARN_AT) },
  };
}

/** Standings of the organisations that used something this month or have a limit of their own. */
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
  const limitById = new Map(own.map((row) => [row.organizationId, row]));
  const monthById = new Map(used.map((row) => [row.organizationId, row]));
  const ids = new Set([...limitById.keys(), ...monthById.keys()]);
  return new Map([...ids].map((id) => [id, standingOf(limitById.get(id), monthById.get(id))]));
}

const UNTOUCHED = standingOf(undefined, undefined);

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
  const budgetOf = (organizationId: string) =>
    toBudget(organizationId, standings.get(organizationId) ?? UNTOUCHED, kit.now());
  const pressing = async (): Promise<NamedClient[]> => {
    const known = others.flatMap((organizationId) => {
      const standing = standings.get(organizationId);
      return standing === undefined ? [] : [{ organizationId, ...standing }];
    });
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
