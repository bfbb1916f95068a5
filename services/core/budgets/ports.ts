import type { Principal } from '@tokenholic/kit';
import type { AskedModel, LimitValue } from './domain/yearly-value.ts';

/**
 * What may hold back a higher limit: returns when it may be set. No limit is null, and so is the value of a limit that cannot
 * be told. Never asked inside a transaction.
 */
export type PassRaise = (
  principal: Principal,
  raise: { organizationId: string; from: number; to: number | null; value: LimitValue | null },
) => Promise<void>;

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
