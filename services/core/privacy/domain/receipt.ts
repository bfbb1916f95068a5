import type { ErasureDone, LocalizedText } from '@tokenholic/contracts';

/** One store an erasure went through, and how much of it went; null where there is nothing to count. */
export interface ErasedStore {
  kind: 'table' | 'files' | 'jobs' | 'memory' | 'keys' | 'store';
  name: string;
  erased: number | null;
  /** What was done; absent: deleted or freed of names, as the kind of erasure does. */
  done?: ErasureDone | undefined;
  /** Why something stays. */
  why?: LocalizedText | undefined;
}

export const count = (
  kind: ErasedStore['kind'],
  name: string,
  erased: number | null,
  more: Pick<ErasedStore, 'done' | 'why'> = {},
): ErasedStore => ({
  ...{ kind, name, erased },
  ...more,
});

/** Adds up counts of the same store and deed, in the order in which they first came. */
export function addUp(stores: readonly ErasedStore[]): ErasedStore[] {
  const sums = new Map<string, ErasedStore>();
  for (const store of stores) {
    const key = `${store.kind} ${store.name} ${store.done ?? ''}`;
    const known = sums.get(key);
    const erased = known?.erased == null ? store.erased : known.erased + (store.erased ?? 0);
    sums.set(key, { ...store, erased });
  }
  return [...sums.values()];
}
