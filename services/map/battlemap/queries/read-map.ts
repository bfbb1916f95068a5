import type { BattleMap, MapVersion } from '@tokenholic/contracts';
import { formatEntityTag, type Kit, shareReads } from '@tokenholic/kit';
import { desc, eq } from 'drizzle-orm';
import { totalsOf } from '../domain/assemble.ts';
import { notDrawn, versionUnknown } from '../domain/failures.ts';
import { edits, maps, versions } from '../tables.ts';
import { loadMap } from './load-map.ts';

export interface ServedMap {
  tag: string;
  /** The map as JSON in UTF-8: reading it again and again should not serialise and encode it again and again. */
  json: Buffer;
}

const CACHE_MILLISECONDS = 10 * 60_000;

interface Head {
  tag: string;
  name: string;
}

export type MapReader = (clientId: string, knownTag?: string) => Promise<ServedMap | 'unchanged'>;

/**
 * Reads the current map. The body is made when its tag is new. The tag is read each time, shared by those who ask
 * at once; where one process owns the database it is remembered until anything is committed.
 */
export function createMapReader(kit: Kit): MapReader {
  const heads = new Map<string, Head>();
  kit.database.onCommit(() => heads.clear());
  const remembers = kit.database.kind === 'embedded';
  const readShared = shareReads((clientId) => readCurrent(kit, clientId));
  return async (clientId, knownTag) => {
    const head = heads.get(clientId);
    const body = head === undefined ? undefined : kit.cache.get<Buffer>(clientId, bodyKey(head));
    if (head !== undefined && body !== undefined)
      return knownTag === head.tag ? 'unchanged' : { tag: head.tag, json: body };
    const read = await readShared(clientId);
    if (remembers) heads.set(clientId, read.head);
    return knownTag === read.head.tag ? 'unchanged' : { tag: read.head.tag, json: read.json };
  };
}

const bodyKey = ({ tag, name }: Head) => `map ${tag} ${name}`;

async function readCurrent(kit: Kit, clientId: string): Promise<{ head: Head; json: Buffer }> {
  return kit.database.withTenant([clientId], async (tx) => {
    const [row] = await tx.db
      .select({ version: maps.version, revision: maps.revision, name: maps.clientName })
      .from(maps)
      .where(eq(maps.organizationId, clientId));
    if (row === undefined) throw notDrawn();
    const head = { tag: formatEntityTag(row.version, row.revision), name: row.name };
    const cached = kit.cache.get<Buffer>(clientId, bodyKey(head));
    if (cached !== undefined) return { head, json: cached };
    const loaded = await loadMap(tx, clientId);
    if (loaded === null) throw notDrawn();
    const json = Buffer.from(JSON.stringify(loaded.map));
    kit.cache.set(clientId, bodyKey(head), json, CACHE_MILLISECONDS);
    return { head, json };
  });
}

/** A map as an object, of the current or another version. */
export async function getMap(kit: Kit, clientId: string, version?: number): Promise<BattleMap> {
  const loaded = await kit.database.withTenant([clientId], (tx) => loadMap(tx, clientId, version));
  if (loaded === null) throw version === undefined ? notDrawn() : versionUnknown(version);
  return loaded.map;
}

/** All versions, newest first. Figures are as generated; the number of edits is told beside them. */
export async function listVersions(kit: Kit, clientId: string): Promise<MapVersion[]> {
  return kit.database.withTenant([clientId], async (tx) => {
    const rows = await tx.db
      .select()
      .from(versions)
      .where(eq(versions.organizationId, clientId))
      .orderBy(desc(versions.version));
    const made = await tx.db
      .select({ version: edits.version })
      .from(edits)
      .where(eq(edits.organizationId, clientId));
    return rows.map(({ version, runId, generatedAt, content }) => {
      const totals = totalsOf(content.useCases);
      const pages = new Set(
        content.useCases.flatMap((column) =>
          column.tiles.flatMap((tile) => tile.evidence.map((quote) => quote.pageId)),
        ),
      );
      return {
        version,
        runId,
        generatedAt: generatedAt.toISOString(),
        basis: content.basis,
        useCases: content.useCases.length,
        evidence: pages.size,
        tokensPerYear: totals.tokensPerYear.mid,
        ourShare: totals.ourShare,
        edits: made.filter((edit) => edit.version === version).length,
      };
    });
  });
}
