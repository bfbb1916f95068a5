type Tab = 'search' | 'graph' | 'documents' | 'trial';
const TABS: readonly Tab[] = ['search', 'graph', 'documents', 'trial'];

export interface KnowledgeSearch {
  collection?: string;
  tab?: Tab;
  q?: string;
  /** The thing the graph is looked at from, and the one a way to it is asked for. */
  at?: string;
  to?: string;
}

/** What the address says: which collection, which view, which question. */
export function readKnowledgeSearch({
  collection,
  tab,
  q,
  at,
  to,
}: Record<string, unknown>): KnowledgeSearch {
  const known = TABS.find((one) => one === tab);
  return {
    ...(typeof collection === 'string' ? { collection } : {}),
    ...(known === undefined ? {} : { tab: known }),
    ...(typeof q === 'string' && q !== '' ? { q } : {}),
    ...(typeof at === 'string' && at !== '' ? { at } : {}),
    ...(typeof to === 'string' && to !== '' ? { to } : {}),
  };
}
