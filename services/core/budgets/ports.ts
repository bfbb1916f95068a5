import type { AskedModel } from './domain/yearly-value.ts';
import type { PassRaise } from './routes.ts';

/** A client as the list of budgets calls it. */
export interface NamedClient {
  id: string;
  name: string;
}

/** What budgets need from outside. */
export interface BudgetPorts {
  passRaise: PassRaise;
  /** The models that may be asked now. */
  models(): Promise<readonly AskedModel[]>;
  /** Clients among the organisations whose name or website holds a text, the newest first; one more than the limit says that there are more. */
  findClients(organizationIds: readonly string[], search: string, limit: number): Promise<NamedClient[]>;
  nameClients(organizationIds: readonly string[]): Promise<NamedClient[]>;
}
