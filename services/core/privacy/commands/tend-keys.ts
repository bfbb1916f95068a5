import { setTimeout as pause } from 'node:timers/promises';
import {
  dropOldDataKeys,
  dropOldInstallationKeys,
  type Kit,
  OLD_KEYS_KEPT_MS,
  type Resealing,
  rewrapDataKeys,
  surveyKeys,
  sweepOrganization,
} from '@tokenholic/kit';
import { presentTables, tableName, withSubject } from '../adapters/gate.ts';
import { blobKey } from '../domain/blob-key.ts';
import { organizationTables } from '../domain/registry.ts';
import type { PrivacyPorts } from '../ports.ts';

const TURN = 'keys';
/** Between two organisations, so that people's requests come first on one connection. */
const BREATH_MS = 5;

export const resealing = (kit: Kit, ports: PrivacyPorts): Resealing => ({
  ...{ database: kit.database, vault: kit.vault, tables: ports.sealedTables() },
});

/**
 * Seals what is still plain, of every organisation that was not gone over for today's columns, and takes away keys that seal
 * nothing any longer. One process at a time; the answer is how many rows were sealed, null when another is at it.
 */
export async function tendKeys(kit: Kit, ports: PrivacyPorts, goesOn: () => boolean): Promise<number | null> {
  await kit.vault.ready();
  const turn = await kit.locks.tryTake(TURN);
  if (turn === null) return null;
  try {
    const of = resealing(kit, ports);
    await rewrapDataKeys(of);
    await dropOldInstallationKeys(kit, kit.now());
    const known = new Map((await surveyKeys(of)).map((one) => [one.organizationId, one]));
    let sealed = 0;
    for (const organizationId of await ports.listOrganizations()) {
      if (!goesOn()) break;
      const survey = known.get(organizationId);
      const isOld =
        survey !== undefined &&
        survey.versions > 1 &&
        kit.now().getTime() - survey.since.getTime() > OLD_KEYS_KEPT_MS;
      if (isOld) await dropOldDataKeys(of, organizationId);
      if (survey?.isSwept === true) continue;
      await sealFiles(kit, organizationId);
      sealed += await sweepOrganization(of, organizationId);
      await pause(BREATH_MS);
    }
    return sealed;
  } finally {
    await turn.release();
  }
}

/** Writes an organisation's files again, so that those from before are sealed as well. */
async function sealFiles(kit: Kit, organizationId: string): Promise<void> {
  const present = await presentTables(kit.database);
  const fence = { organizationIds: [organizationId], personIds: [], addresses: [] };
  for (const { name, entry } of organizationTables) {
    const { blob } = entry;
    if (blob === null || !present.has(name)) continue;
    const { rows } = await withSubject(kit.database, fence, (client) =>
      client.query<{ row: Record<string, unknown> }>(`select to_jsonb(t) as row from ${tableName(name)} t`),
    );
    for (const { row } of rows) {
      const key = blobKey(blob, row);
      const bytes = await kit.blobs.get(organizationId, key);
      if (bytes !== null) await kit.blobs.put(organizationId, key, bytes);
    }
  }
}
