import { getTableColumns } from 'drizzle-orm';
import { getTableConfig, type PgTable } from 'drizzle-orm/pg-core';
import { personalTypes } from '../events/personal-parts.ts';

/** One sealed column: its property in a row, its name in the database, and where its index for look-ups stands. */
export interface SealedColumn {
  property: string;
  column: string;
  /** json: the value is sealed as a whole, and the column holds the sealed text as a JSON string. */
  kind: 'text' | 'json';
  index: { property: string; column: string; across: boolean } | null;
}

/** Columns of one table that hold personal data. */
export interface SealedTable {
  /** With its schema: `deals.contacts`. */
  name: string;
  /** Columns of its primary key. */
  key: readonly string[];
  columns: readonly SealedColumn[];
  /** Rows belong to the installation and to no organisation: its own keys seal them, and they are not sealed anew. */
  own: boolean;
  /** What was opened is remembered by this process for as long as it stands there unchanged: for small tables that are read all the time. */
  remembered: boolean;
}

type PropertyOf<T extends PgTable> = keyof T['$inferSelect'] & string;

/**
 * Says which columns of a table are sealed with the organisation's key. `lookUpBy` names the column that holds a keyed
 * hash of the text, for finding rows by the whole text; a sealed column can be neither searched nor sorted. The hash is keyed
 * by the organisation, or `across` all of them by the installation, where many organisations are looked through at once.
 */
export function sealedColumns<T extends PgTable>(
  table: T,
  columns: { [P in PropertyOf<T>]?: { lookUpBy?: PropertyOf<T>; across?: boolean } },
  { own = false, remembered = false }: { own?: boolean; remembered?: boolean } = {},
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
    own,
    remembered,
    key: [...single, ...composed].map((column) => column.name),
    columns: Object.entries<{ lookUpBy?: string; across?: boolean } | undefined>(columns).map(
      ([property, options]) => ({
        property,
        column: nameOf(property),
        kind: known[property]?.columnType === 'PgJsonb' ? ('json' as const) : ('text' as const),
        index:
          options?.lookUpBy === undefined
            ? null
            : {
                ...{ property: options.lookUpBy, column: nameOf(options.lookUpBy) },
                across: options.across === true,
              },
      }),
    ),
  };
}

/** Changes when other columns are sealed: then rows have to be gone over again. */
export function fingerprintOf(tables: readonly SealedTable[]): string {
  return tables
    .flatMap(({ name, columns }) =>
      columns.map(({ column, index }) => `${name}.${column}${index === null ? '' : '#'}`),
    )
    .concat(Object.entries(personalTypes).map(([type, fields]) => `${type}: ${fields}`))
    .sort()
    .join(' ');
}
