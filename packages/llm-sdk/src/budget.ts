/** Who counted the tokens: the provider, or the product from the texts where the provider says nothing. */
export type Counted = 'reported' | 'estimated';

/** Tokens an organisation may spend. */
export interface Budget {
  /** False when the organisation has nothing left. */
  allows(organizationId: string, tokens: number): boolean | Promise<boolean>;
  charge(organizationId: string, tokens: number, counted: Counted): void | Promise<void>;
  /** Part spent, for the warning at 80 %. */
  spentShare(organizationId: string): number | Promise<number>;
}

export const WARN_AT = 0.8;

/** The same limit for each organisation, counted in this process. */
export function createMemoryBudget(limit: number): Budget {
  const spent = new Map<string, number>();
  const of = (organizationId: string) => spent.get(organizationId) ?? 0;
  return {
    allows: (organizationId, tokens) => of(organizationId) + tokens <= limit,
    charge: (organizationId, tokens) => void spent.set(organizationId, of(organizationId) + tokens),
    spentShare: (organizationId) => of(organizationId) / limit,
  };
}
