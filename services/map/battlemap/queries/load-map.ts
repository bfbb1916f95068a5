import type { BattleMap, RecordedEdit } from '@tokenholic/contracts';
import type { TenantTransaction } from '@tokenholic/kit';
import { reference } from '@tokenholic/reference';
import { and, asc, eq, gt, lte } from 'drizzle-orm';
import { assembleMap } from '../domain/assemble.ts';
import type { MapContent } from '../domain/content.ts';
import { applyEdits } from '../domain/edits.ts';
import { sealedEdits } from '../sealed.ts';
import { edits, maps, versions } from '../tables.ts';

export interface LoadedMap {
  map: BattleMap;
  /** After the edits, before what follows from them was worked out. */
  content: MapContent;
}

/** A version with the edits that were made while it was current, or before; null when there is none. */
export async function loadMap(
  tx: TenantTransaction,
  clientId: string,
  version?: number,
): Promise<LoadedMap | null> {
  const [head] = await tx.db.select().from(maps).where(eq(maps.organizationId, clientId));
  if (head === undefined) return null;
  const wanted = version ?? head.version;
  const [row] = await tx.db
    .select()
    .from(versions)
    .where(and(eq(versions.organizationId, clientId), eq(versions.version, wanted)));
  if (row === undefined) return null;
  const revision = row.lastRevision ?? head.revision;
  const content = applyEdits(row.content, await loadEdits(tx, clientId, 0, revision), reference);
  const meta = {
    clientId,
    clientName: head.clientName,
    version: wanted,
    revision,
    runId: row.runId,
    generatedAt: row.generatedAt.toISOString(),
  };
  return { map: assembleMap(content, meta), content };
}

/** The current map of a client that has one. */
export async function currentMap(tx: TenantTransaction, clientId: string): Promise<BattleMap> {
  const loaded = await loadMap(tx, clientId);
  if (loaded === null) throw new Error(`Client ${clientId} has no map`);
  return loaded.map;
}

/** Edits after one revision up to another, oldest first. */
export async function loadEdits(
  tx: TenantTransaction,
  clientId: string,
  after: number,
  upTo: number,
): Promise<RecordedEdit[]> {
  const stored = await tx.db
    .select()
    .from(edits)
    .where(and(eq(edits.organizationId, clientId), gt(edits.revision, after), lte(edits.revision, upTo)))
    .orderBy(asc(edits.revision));
  return (await tx.open(sealedEdits, stored)).map(({ revision, version, edit, madeBy, madeAt }) => ({
    revision,
    version,
    edit,
    by: madeBy,
    at: madeAt.toISOString(),
  }));
}
