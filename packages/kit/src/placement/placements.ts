import type { PoolClient } from 'pg';
import { fullName, placedTables, schemaOf } from './catalogue.ts';
import { makeParts, type Part, takeParts } from './parts.ts';
import { splitTable, uniteTable } from './split.ts';

export interface Placement extends Part {
  /** False while its rows lie in the shared tables for the time of an upgrade. */
  placed: boolean;
  /** How many there were when it was last moved. */
  rows: number;
}

/** Organisations with a schema of their own; none before the tables of the kit are there. */
export async function readPlacements(client: PoolClient): Promise<Placement[]> {
  const { rows: there } = await client.query<{ there: boolean }>(
    "select to_regclass('kit.placements') is not null as there",
  );
  if (there[0]?.there !== true) return [];
  const { rows } = await client.query<Placement>(
    `select organization_id as "organizationId", schema_name as "schemaName", placed, rows::int as rows
     from kit.placements order by organization_id`,
  );
  return rows;
}

/** Gives an organisation a schema of its own. Everything happens within the transaction of the connection. */
export async function place(client: PoolClient, organizationId: string): Promise<number> {
  const tables = await placedTables(client);
  const part = { organizationId, schemaName: schemaOf(organizationId) };
  for (const table of tables) await splitTable(client, table);
  const rows = await makeParts(client, tables, part);
  await client.query(
    `insert into kit.placements (organization_id, schema_name, placed, rows) values ($1, $2, true, $3)
     on conflict (organization_id) do update set placed = true, rows = excluded.rows, moved_at = now()`,
    [organizationId, part.schemaName, rows],
  );
  return rows;
}

/** Brings an organisation back among the others; the last one to come back takes the parts of the tables away. */
export async function bringBack(client: PoolClient, part: Part): Promise<number> {
  const tables = await placedTables(client);
  const rows = await takeParts(client, tables, part);
  const { rows: parts } = await client.query<{ name: string }>(
    `select inhrelid::regclass::text as name from pg_inherits
     where inhparent = any ($1::regclass[]) and inhrelid::regclass::text not like '%\\_shared'`,
    [tables.map(fullName)],
  );
  if (parts.length === 0) for (const table of tables) await uniteTable(client, table);
  return rows;
}

/** Where it is noted that an organisation is among the others for good. */
export async function forgetPlacement(client: PoolClient, organizationId: string): Promise<void> {
  await client.query('delete from kit.placements where organization_id = $1', [organizationId]);
}

/** Schemas whose organisation was erased: nothing lies in them any longer. */
export async function abandonedParts(client: PoolClient): Promise<Part[]> {
  const known = new Set((await readPlacements(client)).map(({ schemaName }) => schemaName));
  const { rows } = await client.query<{ name: string }>(
    "select nspname as name from pg_namespace where nspname ~ '^organization_[0-9a-f]{32}$' order by nspname",
  );
  return rows.flatMap(({ name }) => {
    if (known.has(name)) return [];
    const hex = name.slice('organization_'.length);
    const organizationId = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
    return [{ organizationId, schemaName: name }];
  });
}
