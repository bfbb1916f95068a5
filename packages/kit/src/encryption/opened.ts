import type { SealedTable } from './sealed-columns.ts';

/** Some hundred bytes each. */
const MOST_REMEMBERED = 10_000;

/**
 * What this process opened lately of tables that ask for it. A row is known by its sealed texts: no two are alike, so that
 * what was changed or sealed anew is opened anew, and a text moved to another place or organisation is not known there.
 */
export function createOpened() {
  const known = new Map<string, Record<string, unknown>>();
  return {
    remember: async <R extends { organizationId: string }>(
      table: SealedTable,
      row: R,
      open: () => Promise<R>,
    ): Promise<R> => {
      const values = table.columns.map(({ property }): unknown => Reflect.get(row, property));
      const key = JSON.stringify([table.name, row.organizationId, ...values]);
      const found = known.get(key);
      if (found !== undefined) return { ...row, ...found };
      const opened = await open();
      const plain = table.columns.flatMap(({ property }) =>
        Reflect.has(row, property) ? [[property, Reflect.get(opened, property)] as const] : [],
      );
      if (known.size >= MOST_REMEMBERED) known.clear();
      known.set(key, Object.fromEntries(plain));
      return opened;
    },
    /** After keys changed, or somebody's name is gone for good. */
    forget: (): void => known.clear(),
  };
}
