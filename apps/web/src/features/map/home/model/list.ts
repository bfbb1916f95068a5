import type { Client, PortfolioEntry } from '@tokenholic/contracts';

export type Order = 'winnable' | 'tokens' | 'recent';

/** What the list shows of a map. */
export type ListedMap = Pick<
  PortfolioEntry,
  'clientId' | 'basis' | 'tokensPerYear' | 'ourShare' | 'winnableTopThree' | 'shares'
>;

export interface Row {
  client: Client;
  entry: ListedMap | null;
}

/** Clients with their maps in the chosen order; those without a map come last, newest first. */
export function orderedRows(clients: readonly Client[], entries: readonly ListedMap[], order: Order): Row[] {
  const byClient = new Map(entries.map((entry) => [entry.clientId, entry]));
  const rows = clients.map((client) => ({ client, entry: byClient.get(client.id) ?? null }));
  const figure = ({ entry }: Row) =>
    entry === null ? -1 : order === 'tokens' ? entry.tokensPerYear : entry.winnableTopThree;
  const newest = (a: Row, b: Row) => (a.client.createdAt < b.client.createdAt ? 1 : -1);
  return rows.sort((a, b) => (order === 'recent' ? newest(a, b) : figure(b) - figure(a) || newest(a, b)));
}

export function isWebAddress(text: string): boolean {
  return /^https?:\/\/[^\s]+$/i.test(text) && URL.canParse(text);
}
