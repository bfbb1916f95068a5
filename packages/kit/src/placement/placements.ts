import type { PoolClient } from 'pg';
import { fullName, placedTables } from './catalogue.ts';
import type { Part } from './parts.ts';

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

export async function notePlacement(
  client: PoolClient,
  { organizationId, schemaName }: Part,
  rows: number,
): Promise<void> {
  await client.query(
    `insert into kit.placements (organization_id, schema_name, placed, rows) values ($1, $2, true, $3)
     on conflict (organization_id) do update set placed = true, rows = excluded.rows, moved_at = now()`,
    [organizationId, schemaName, rows],
  );
}

/** Whether anybody's rows lie in a schema of their own. */
export async function hasParts(client: PoolClient): Promise<boolean> {
  const { rows } = await client.query<{ name: string }>(
    `select inhrelid::regclass::text as name from pg_inherits
     where inhparent = any ($1::regclass[]) and inhrelid::regclass::text not like '%\\_shared' limit 1`,
    [(await placedTables(client)).map(fullName)],
  );
  return rows.length > 0;
}

/** Where it is noted that an organisation is among the others for good. */
export async function forgetPlacement(client: PoolClient, organizationId: string): Promise<void> {
  await client.query('delete from kit.placements where organization_id = $1', [organizationId]);
}

/** Schemas of nobody: their organisation was erased, or (`attached` false) the move that made them never came to its end. */
export async function abandonedParts(client: PoolClient): Promise<(Part & { attached: boolean })[]> {
  const known = new Set((await readPlacements(client)).map(({ schemaName }) => schemaName));
  const { rows } = await client.query<{ name: string; attached: boolean }>(
    `select nspname as name, exists (
       select from pg_class c where c.relnamespace = n.oid and c.relispartition) as attached
     from pg_namespace n where nspname ~ '^organization_[0-9a-f]{32}$' order by nspname`,
  );
  return rows.flatMap(({ name, attached }) => {
    if (known.has(name)) return [];
    const hex = name.slice('organization_'.length);
    const organizationId = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
    return [{ organizationId, schemaName: name, attached }];
  });
}
