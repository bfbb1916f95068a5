import type { PoolClient } from 'pg';

/** A table whose rows may lie in schemas of their organisations. */
export interface PlacedTable {
  schema: string;
  name: string;
  /** Whether it is split already: then its shared rows lie in `sharedName`. */
  split: boolean;
}

/**
 * What stays one for everybody: the log with what its consumers note, whose order goes over all organisations, the chain of
 * the audit trail, whose function is bound to its table, where each organisation is, and where others went.
 */
const ALWAYS_SHARED = [
  ...['kit.events', 'kit.inbox', 'kit.parked_events', 'kit.dead_letters', 'kit.job_requests'],
  ...['kit.audit_entries', 'kit.placements', 'kit.departures'],
];

export const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
export const fullName = ({ schema, name }: Pick<PlacedTable, 'schema' | 'name'>) =>
  `${quoted(schema)}.${quoted(name)}`;
/** Where the rows of organisations without a schema of their own lie. */
export const sharedName = ({ schema, name }: Pick<PlacedTable, 'schema' | 'name'>) =>
  `${quoted(schema)}.${quoted(`${name}_shared`)}`;
/** An organisation's part of a table. */
export const ownName = (schemaName: string, { schema, name }: PlacedTable) =>
  `${quoted(schemaName)}.${quoted(`${schema}__${name}`)}`;
export const schemaOf = (organizationId: string) => `organization_${organizationId.replaceAll('-', '')}`;

/** Every table behind the tenancy gate but those that stay shared; what others refer to comes before what refers to it. */
export async function placedTables(client: PoolClient): Promise<PlacedTable[]> {
  const { rows } = await client.query<PlacedTable>(
    `select n.nspname as schema, c.relname as name, c.relkind = 'p' as split
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and not c.relispartition and n.nspname || '.' || c.relname <> all ($1)
       and exists (select 1 from pg_policy p where p.polrelid = c.oid and p.polname = 'tenant')
     order by schema, name`,
    [ALWAYS_SHARED],
  );
  const names = new Map<string, PlacedTable>();
  for (const row of rows) {
    names.set(`${row.schema}.${row.name}`, row);
    names.set(`${row.schema}.${row.name}_shared`, row);
  }
  const { rows: references } = await client.query<{ child: string; parent: string }>(
    `select cn.nspname || '.' || cc.relname as child, pn.nspname || '.' || pc.relname as parent
     from pg_constraint f join pg_class cc on cc.oid = f.conrelid join pg_namespace cn on cn.oid = cc.relnamespace
     join pg_class pc on pc.oid = f.confrelid join pg_namespace pn on pn.oid = pc.relnamespace
     where f.contype = 'f' and f.conrelid <> f.confrelid and cn.nspname !~ '^organization_'`,
  );
  return parentsFirst(
    rows,
    references.map(({ child, parent }) => ({ child: names.get(child), parent: names.get(parent) })),
  );
}

interface Reference {
  child: PlacedTable | undefined;
  parent: PlacedTable | undefined;
}

function parentsFirst(tables: readonly PlacedTable[], references: readonly Reference[]): PlacedTable[] {
  const stray = references.find(({ child, parent }) => child === undefined && parent !== undefined);
  if (stray?.parent !== undefined)
    throw new Error(`A table that stays shared refers to ${stray.parent.schema}.${stray.parent.name}`);
  const sorted: PlacedTable[] = [];
  const left = new Set(tables);
  while (left.size > 0) {
    const free = [...left].filter((table) =>
      references.every(({ child, parent }) => child !== table || parent === undefined || !left.has(parent)),
    );
    if (free.length === 0) throw new Error('Tables refer to each other in a circle');
    for (const table of free) left.delete(table);
    sorted.push(...free);
  }
  return sorted;
}

/** Columns in their order, quoted, as a list. */
export async function columnsOf(client: PoolClient, table: string): Promise<string> {
  const { rows } = await client.query<{ name: string }>(
    "select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum",
    [table],
  );
  return rows.map(({ name }) => quoted(name)).join(', ');
}
