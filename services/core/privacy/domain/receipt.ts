/** One store an erasure went through, and how much of it went; null where there is nothing to count. */
export interface ErasedStore {
  kind: 'table' | 'files' | 'jobs' | 'memory' | 'keys' | 'store';
  name: string;
  erased: number | null;
}

export const count = (kind: ErasedStore['kind'], name: string, erased: number | null): ErasedStore => ({
  ...{ kind, name, erased },
});

/** Adds up counts of the same store, in the order in which they first came. */
export function addUp(stores: readonly ErasedStore[]): ErasedStore[] {
  const sums = new Map<string, ErasedStore>();
  for (const store of stores) {
    const known = sums.get(`${store.kind} ${store.name}`);
    const erased = known?.erased == null ? store.erased : known.erased + (store.erased ?? 0);
    sums.set(`${store.kind} ${store.name}`, { ...store, erased });
  }
  return [...sums.values()];
}
