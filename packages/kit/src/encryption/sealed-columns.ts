import { getTableColumns } from 'drizzle-orm';
import { getTableConfig, type PgTable } from 'drizzle-orm/pg-core';

/** One sealed column: its property in a row, its name in the database, and where its index for look-ups stands. */
export interface SealedColumn {
  property: string;
  column: string;
  index: { property: string; column: string } | null;
}

/** Columns of one table that hold personal data. */
export interface SealedTable {
  /** With its schema: `deals.contacts`. */
  name: string;
  /** Columns of its primary key. */
  key: readonly string[];
  columns: readonly SealedColumn[];
}

type PropertyOf<T extends PgTable> = keyof T['$inferSelect'] & string;

/**
 * Says which columns of a table are sealed with the organisation's key. `lookUpBy` names the column that holds a keyed
 * hash of the text, for finding rows by the whole text; a sealed column can be neither searched nor sorted.
 */
export function sealedColumns<T extends PgTable>(
  table: T,
  columns: { [P in PropertyOf<T>]?: { lookUpBy?: PropertyOf<T> } },
): SealedTable {
  const { schema, name, primaryKeys } = getTableConfig(table);
  const known = getTableColumns(table);
  const nameOf = (property: string): string => {
    const column = known[property];
    if (column === undefined) throw new Error(`${name} has no ${property}`);
    return column.name;
  };
  const single = Object.values(known).filter(({ primary }) => primary);
  const composed = primaryKeys.flatMap((key) => key.columns);
  return {
    name: `${schema ?? 'public'}.${name}`,
    key: [...single, ...composed].map((column) => column.name),
    columns: Object.entries<{ lookUpBy?: string } | undefined>(columns).map(([property, options]) => ({
      property,
      column: nameOf(property),
      index:
        options?.lookUpBy === undefined
          ? null
          : { property: options.lookUpBy, column: nameOf(options.lookUpBy) },
    })),
  };
}

/** Changes when other columns are sealed: then rows have to be gone over again. */
export function fingerprintOf(tables: readonly SealedTable[]): string {
  return tables
    .flatMap(({ name, columns }) =>
      columns.map(({ column, index }) => `${name}.${column}${index === null ? '' : '#'}`),
    )
    .sort()
    .join(' ');
}
