import { randomBytes } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { KEY_BYTES } from '../secrets/sealing.ts';
import { INSTALLATION, type Purpose, unwrapDataKey, wrapDataKey } from './data-keys.ts';
import { countStale, type Resealing, resealOrganization } from './reseal.ts';
import { fingerprintOf } from './sealed-columns.ts';

/** Far longer than a process seals with a version after another was added, and than a transaction lasts. */
export const OLD_KEYS_KEPT_MS = 60 * 60_000;
const BATCH = 500;

/** A new data key for an organisation; what others sealed is sealed anew under it. Reading goes on all the while. */
export async function rotateDataKey(of: Resealing, organizationId: string): Promise<number> {
  const { version: root, key } = of.vault.roots.newest();
  await of.database.withTenant([organizationId], async (tx) => {
    // Makes the first ones when there are none.
    await of.vault.keys.newest(tx, organizationId);
    const { rows } = await tx.db.execute<{ version: number }>(
      sql`select version from kit.data_keys where organization_id = ${organizationId} and purpose = 'data' order by version desc limit 1 for update`,
    );
    const version = (rows[0]?.version ?? 0) + 1;
    const wrapped = wrapDataKey(key, { organizationId, purpose: 'data', version }, randomBytes(KEY_BYTES));
    await tx.db.execute(sql`insert into kit.data_keys (organization_id, purpose, version, root_version, wrapped)
      values (${organizationId}, 'data', ${version}, ${root}, ${wrapped})`);
  });
  of.vault.forget(organizationId);
  return sweepOrganization(of, organizationId);
}

/** Goes over an organisation's rows and notes that it was done, so that the next start need not. */
export async function sweepOrganization(of: Resealing, organizationId: string): Promise<number> {
  const changed = await resealOrganization(of, organizationId);
  await of.database.withTenant([organizationId], async (tx) => {
    if ((await countStale(tx, of, organizationId)) > 0) return;
    const { version } = await of.vault.keys.newest(tx, organizationId);
    await tx.db.execute(sql`update kit.data_keys set swept = ${fingerprintOf(of.tables)}
      where organization_id = ${organizationId} and purpose = 'data' and version = ${version}`);
  });
  return changed;
}

interface KeyRow extends Record<string, unknown> {
  organization_id: string;
  swept: string | null;
  versions: number;
  since: Date | string;
}

/** Organisations whose rows were gone over for these columns, and those that keep an older data key. */
export async function surveyKeys({ database, tables }: Pick<Resealing, 'database' | 'tables'>) {
  const { rows } = await database.withSystem(({ db }) =>
    db.execute<KeyRow>(sql`select organization_id, count(*)::int as versions, max(created_at) as since,
      (array_agg(swept order by version desc))[1] as swept
      from kit.data_keys where purpose = 'data' and organization_id <> ${INSTALLATION} group by organization_id`),
  );
  const wanted = fingerprintOf(tables);
  return rows.map(({ organization_id, swept, versions, since }) => ({
    organizationId: organization_id,
    isSwept: swept === wanted,
    versions,
    since: new Date(since),
  }));
}

/** Takes away data keys that seal nothing any longer; none while anything might still be sealed with one. */
export async function dropOldDataKeys(of: Resealing, organizationId: string): Promise<number> {
  await resealOrganization(of, organizationId);
  const dropped = await of.database.withTenant([organizationId], async (tx) => {
    if ((await countStale(tx, of, organizationId)) > 0) return 0;
    const { version } = await of.vault.keys.newest(tx, organizationId);
    const { rowCount } = await tx.db.execute(
      sql`delete from kit.data_keys where organization_id = ${organizationId} and purpose = 'data' and version < ${version}`,
    );
    return rowCount ?? 0;
  });
  if (dropped > 0) of.vault.forget(organizationId);
  return dropped;
}

interface WrappedRow extends Record<string, unknown> {
  organization_id: string;
  purpose: Purpose;
  version: number;
  root_version: number;
  wrapped: string;
}

/** A new root key, under which the key of every organisation is wrapped anew; not a single row has to be touched. */
export async function rotateRootKey(of: Pick<Resealing, 'database' | 'vault'>): Promise<number> {
  await of.vault.roots.add();
  of.vault.forget();
  return rewrapDataKeys(of);
}

/** Wraps what an older root key holds under the newest; the answer is how many keys. */
export async function rewrapDataKeys({
  database,
  vault,
}: Pick<Resealing, 'database' | 'vault'>): Promise<number> {
  const newest = vault.roots.newest();
  let total = 0;
  for (;;) {
    const count = await database.withSystem(async ({ db }) => {
      const { rows } = await db.execute<WrappedRow>(
        sql`select organization_id, purpose, version, root_version, wrapped from kit.data_keys
          where root_version < ${newest.version} limit ${BATCH} for update`,
      );
      for (const { organization_id: organizationId, purpose, version, root_version, wrapped } of rows) {
        const root = vault.roots.find(root_version);
        if (root === null) throw new Error(`No root key of version ${root_version}`);
        const of = { organizationId, purpose, version };
        const anew = wrapDataKey(newest.key, of, unwrapDataKey(root, of, wrapped));
        await db.execute(sql`update kit.data_keys set wrapped = ${anew}, root_version = ${newest.version}
          where organization_id = ${organizationId} and purpose = ${purpose} and version = ${version}`);
      }
      return rows.length;
    });
    total += count;
    if (count < BATCH) return total;
  }
}
