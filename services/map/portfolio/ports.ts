import type { LocalizedText } from '@tokenholic/contracts';

/** What the portfolio knows of people: the ids of who looks after a client. */
export interface PortfolioPorts {
  /** Names of everybody who belongs to an organisation or did, by id. */
  names(organizationId: string): Promise<ReadonlyMap<string, LocalizedText>>;
}
