import { randomBytes } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { PoolClient } from 'pg';
import type { Database } from '../database/database.ts';
import { withClient } from '../database/with-client.ts';
import { KEY_BYTES } from '../secrets/sealing.ts';
import { INSTALLATION, wrapDataKey } from './data-keys.ts';
import { OLD_KEYS_KEPT_MS } from './rotate.ts';
import type { Vault } from './vault.ts';

/** Taken alone by whoever changes the installation's key, with others by `kit.installation_key_now()`. */
const LOCK = 7_320_115;

/** Seals everything anew that the installation's own key sealed, on this connection; the answer is how many rows. */
export type ResealOwn = (client: PoolClient, version: number) => Promise<number>;

/**
 * A new data key for the installation itself. Key and rows change in one transaction, and whoever seals or looks up meanwhile
 * waits for it: as long as it takes to seal every account and mail anew.
 */
export async function rotateInstallationKey(
  { database, vault }: { database: Database; vault: Vault },
  reseal: ResealOwn,
): Promise<number> {
  const { version: root, key } = vault.roots.newest();
  const changed = await withClient(database.pool, async (client) => {
    await client.query('begin; set local role app_system');
    await client.query('select pg_advisory_xact_lock($1)', [LOCK]);
    const { rows } = await client.query<{ version: number }>(
      "select max(version) as version from kit.data_keys where organization_id = $1 and purpose = 'data'",
      [INSTALLATION],
    );
    const version = (rows[0]?.version ?? 0) + 1;
    const of = { organizationId: INSTALLATION, purpose: 'data' as const, version };
    const fresh = randomBytes(KEY_BYTES);
    await client.query(
      `insert into kit.data_keys (organization_id, purpose, version, root_version, wrapped) values ($1, 'data', $2, $3, $4)`,
      [INSTALLATION, version, root, wrapDataKey(key, of, fresh)],
    );
    await client.query('update kit.installation_key set version = $1', [version]);
    // Known here before the commit, for the rows of this transaction; a version that was rolled back is never asked for.
    vault.keys.addInstallation(version, fresh);
    const rowCount = await reseal(client, version);
    await client.query('commit');
    return rowCount;
  });
  vault.forget();
  return changed;
}

/** Takes away versions of the installation's key that were left long ago: rows went over to the new one at once. */
export async function dropOldInstallationKeys(
  { database }: { database: Database },
  now: Date,
): Promise<number> {
  const before = new Date(now.getTime() - OLD_KEYS_KEPT_MS).toISOString();
  const { rowCount } = await database.withSystem(({ db }) =>
    db.execute(sql`delete from kit.data_keys k where organization_id = ${INSTALLATION} and purpose = 'data'
      and version < (select version from kit.installation_key)
      and exists (select 1 from kit.data_keys newer where newer.organization_id = k.organization_id
        and newer.purpose = 'data' and newer.version > k.version and newer.created_at < ${before}::timestamptz)`),
  );
  return rowCount ?? 0;
}
