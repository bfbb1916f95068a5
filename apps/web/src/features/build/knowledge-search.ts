type Tab = 'search' | 'documents' | 'trial';

export interface KnowledgeSearch {
  collection?: string;
  tab?: Tab;
  q?: string;
}

/** What the address says: which collection, which view, which question. */
export function readKnowledgeSearch({ collection, tab, q }: Record<string, unknown>): KnowledgeSearch {
  return {
    ...(typeof collection === 'string' ? { collection } : {}),
    ...(tab === 'search' || tab === 'documents' || tab === 'trial' ? { tab } : {}),
    ...(typeof q === 'string' && q !== '' ? { q } : {}),
  };
}
