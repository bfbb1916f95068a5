import { defineService, type Kit, type MigrationSet, type Service } from '@tokenholic/kit';
import type { BudgetPorts } from './ports.ts';
import { budgetRoutes } from './routes.ts';

export { createTokenBudget } from './adapters/token-budget.ts';
export type { BudgetPorts, PassRaise } from './ports.ts';

export const budgetsMigrations: MigrationSet = {
  schema: 'budgets',
  folder: new URL('./migrations/', import.meta.url),
};

/** Tokens an organisation may use in a month: a warning at 80 %, and rules instead of models at 100 %. */
export function budgetsService(ports: BudgetPorts) {
  return defineService(
    (kit: Kit): Service => ({
      name: 'budgets',
      migrations: budgetsMigrations,
      publishes: ['budget.warned', 'budget.spent'],
      consumes: {},
      routes: budgetRoutes(kit, ports),
      jobs: {},
      tasks: [],
    }),
  );
}
