import {
  budgetListSchema,
  budgetQuerySchema,
  setBudgetSchema,
  type TokenBudget,
  tokenBudgetSchema,
} from '@tokenholic/contracts';
import { type Kit, type Principal, principalOf, type ServiceRoutes } from '@tokenholic/kit';
import { reference } from '@tokenholic/reference';
import { z } from 'zod';
import { readStanding } from './adapters/token-budget.ts';
import { isRaise } from './domain/budget.ts';
import { yearlyValue } from './domain/yearly-value.ts';
import type { BudgetPorts } from './ports.ts';
import { listBudgets, toBudget } from './queries/list-budgets.ts';
import { limits } from './tables.ts';

const tags = ['budgets'];
const config = { permission: 'settings.manage' as const };
const client = z.object({ clientId: z.uuid() });

/** What models may use for each organisation in a month, and what they did. */
export function budgetRoutes(kit: Kit, ports: BudgetPorts): ServiceRoutes {
  const read = async (organizationId: string): Promise<TokenBudget> => {
    const standing = await kit.database.withTenant([organizationId], ({ db }) =>
      readStanding(db, organizationId, kit.now()),
    );
    return toBudget(organizationId, standing, kit.now());
  };
  const set = async (principal: Principal, organizationId: string, monthlyTokens: number | null) => {
    const { monthlyTokens: from } = await read(organizationId);
    if (isRaise(from, monthlyTokens)) {
      const value = yearlyValue(monthlyTokens, await ports.models(), reference);
      await ports.passRaise(principal, { organizationId, from, to: monthlyTokens, value });
    }
    await kit.database.withTenant([organizationId], async (tx) => {
      const before = await readStanding(tx.db, organizationId, kit.now());
      const row = { organizationId, monthlyTokens, setBy: principal.user.id, setAt: kit.now() };
      await tx.db.insert(limits).values(row).onConflictDoUpdate({ target: limits.organizationId, set: row });
      await tx.audit(organizationId, {
        ...{ action: 'budget.set', subject: organizationId, before: before.limit, after: monthlyTokens },
      });
    });
    return read(organizationId);
  };
  return (app, _options, done) => {
    app.get(
      '/api/budgets',
      { config, schema: { tags, querystring: budgetQuerySchema, response: { 200: budgetListSchema } } },
      async (request) => listBudgets(kit, ports, principalOf(request), request.query.search),
    );
    app.put(
      '/api/organization/budget',
      { config, schema: { tags, body: setBudgetSchema, response: { 200: tokenBudgetSchema } } },
      async (request) => {
        const principal = principalOf(request);
        return set(principal, principal.homeOrganizationId, request.body.monthlyTokens);
      },
    );
    app.put(
      '/api/clients/:clientId/budget',
      {
        config,
        schema: { tags, params: client, body: setBudgetSchema, response: { 200: tokenBudgetSchema } },
      },
      async (request) => set(principalOf(request), request.params.clientId, request.body.monthlyTokens),
    );
    done();
  };
}
