import type { PoolClient } from 'pg';
import { type Purpose, unwrapDataKey, wrapDataKey } from './data-keys.ts';
import { rootKeyOf } from './root-keys.ts';
import type { Vault } from './vault.ts';

interface KeyRow {
  organization_id: string;
  purpose: Purpose;
  version: number;
  root_version: number;
  wrapped: string;
  created_at: Date;
  swept: string | null;
}

interface Hands {
  client: PoolClient;
  vault: Vault;
}

/** Gives organisations' keys into another installation: opened with this one's root keys, closed with the other's. The answer is how many. */
export async function handOverKeys(
  from: Hands,
  to: Hands,
  organizationIds: readonly string[],
): Promise<number> {
  const { rows } = await from.client.query<KeyRow>(
    'select * from kit.data_keys where organization_id = any ($1)',
    [organizationIds],
  );
  const root = to.vault.roots.newest();
  // What was handed over before may have changed since.
  await to.client.query('delete from kit.data_keys where organization_id = any ($1)', [organizationIds]);
  for (const { organization_id: organizationId, purpose, version, root_version, wrapped, ...rest } of rows) {
    const own = await rootKeyOf(from.vault.roots, root_version);
    const of = { organizationId, purpose, version };
    const anew = wrapDataKey(root.key, of, unwrapDataKey(own, of, wrapped));
    await to.client.query(
      `insert into kit.data_keys (organization_id, purpose, version, root_version, wrapped, created_at, swept)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [organizationId, purpose, version, root.version, anew, rest.created_at, rest.swept],
    );
  }
  to.vault.forget();
  return rows.length;
}
