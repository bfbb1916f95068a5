import type { ErasureReceipt } from '@tokenholic/contracts';
import { type Kit, notFound, type Principal } from '@tokenholic/kit';
import { type Connection, presentTables, type Subject, tableName, withSubject } from '../adapters/gate.ts';
import { clearJobs } from '../adapters/jobs.ts';
import { blobKey } from '../domain/blob-key.ts';
import { nameDiffers, vendorStays } from '../domain/failures.ts';
import { count, type ErasedStore } from '../domain/receipt.ts';
import { KEYS, organizationTables, personTables } from '../domain/registry.ts';
import type { PrivacyPorts } from '../ports.ts';
import { subjectOfOrganization } from '../queries/find-people.ts';
import { saveReceipt } from './save-receipt.ts';

export interface EraseOrganization {
  organizationId: string;
  /** Typed by a person, so that nobody erases the wrong one. */
  confirmName: string;
}

interface AuditSeal {
  entries: number;
  /** Hash of the last entry: who noted it elsewhere can still show that the trail was whole. */
  seal: string;
}

/** Erases an organisation with its people from every store, and keeps a receipt that names the stores, not what they held. */
export async function eraseOrganization(
  kit: Kit,
  ports: PrivacyPorts,
  principal: Principal,
  { organizationId, confirmName }: EraseOrganization,
): Promise<ErasureReceipt> {
  const subject = await subjectOfOrganization(kit, ports.sealedTables(), organizationId);
  // By who asks: asked again after a failure, the organisation's own rows tell its seller no longer.
  const home = principal.homeOrganizationId;
  const keeper = (await ports.sellerOf(home)) ?? home;
  await checkName(kit, subject, confirmName);
  const before = await withSubject(kit.database, subject, (client) => readBefore(client));
  // First, and each time all of it: while one of them does not answer nothing else is erased, and it can be asked again.
  const stores = await eraseBeside(ports, organizationId);
  stores.push(...(await eraseTables(kit, subject)));
  stores.push(await eraseFiles(kit, organizationId, before.files));
  stores.push(...(await eraseElsewhere(kit, ports, subject, keeper)));
  return saveReceipt(kit, principal, keeper, {
    ...{ subject: { kind: 'organization', id: organizationId, clientId: null }, stores },
    auditSeal: before.auditSeal,
  });
}

async function checkName(kit: Kit, subject: Subject, confirmName: string): Promise<void> {
  const rows = await withSubject(kit.database, subject, async (client) => {
    const found = await client.query<{ name: string; kind: string }>(
      'select name, kind from identity.organizations',
    );
    return found.rows;
  });
  const [organization] = rows;
  if (organization === undefined) throw notFound();
  if (organization.kind === 'vendor') throw vendorStays();
  if (organization.name.trim() !== confirmName.trim()) throw nameDiffers();
}

/** What has to be read before the rows go: keys of files, and the end of the audit trail. */
async function readBefore(client: Connection): Promise<{ files: string[]; auditSeal: AuditSeal | null }> {
  const files: string[] = [];
  for (const { name, entry } of organizationTables) {
    if (entry.blob === null || !(await isThere(client, name))) continue;
    const { rows } = await client.query<{ row: Record<string, unknown> }>(
      `select to_jsonb(t) as row from ${tableName(name)} t`,
    );
    for (const { row } of rows) files.push(blobKey(entry.blob, row));
  }
  const { rows } = await client.query<{ entries: number; seal: string }>(
    "select place::int as entries, encode(hash, 'hex') as seal from kit.audit_entries order by place desc limit 1",
  );
  return { files, auditSeal: rows[0] ?? null };
}

async function isThere(client: Connection, name: string): Promise<boolean> {
  const { rows } = await client.query<{ there: boolean }>('select to_regclass($1) is not null as there', [
    name,
  ]);
  return rows[0]?.there === true;
}

/** Deletes every row of the subject, all in one transaction. Doing it again deletes what was written since. */
export async function eraseTables(kit: Kit, subject: Subject): Promise<ErasedStore[]> {
  const present = await presentTables(kit.database);
  const tables = [...personTables, ...organizationTables].filter(({ name }) => present.has(name));
  return withSubject(kit.database, subject, async (client) => {
    const erased: ErasedStore[] = [];
    for (const { name } of tables) {
      const { rowCount } = await client.query(`delete from ${tableName(name)}`);
      // From here on nothing that was sealed for the organisation opens, in no copy and no backup.
      erased.push(count(name === KEYS ? 'keys' : 'table', name, rowCount));
    }
    return erased;
  });
}

/** Goes through the servers beside the database. */
export async function eraseBeside(
  { storesBeside }: Pick<PrivacyPorts, 'storesBeside'>,
  organizationId: string,
): Promise<ErasedStore[]> {
  const stores: ErasedStore[] = [];
  for (const { name, erase } of storesBeside) stores.push(count('store', name, await erase(organizationId)));
  return stores;
}

async function eraseFiles(kit: Kit, organizationId: string, keys: readonly string[]): Promise<ErasedStore> {
  for (const key of keys) await kit.blobs.remove(organizationId, key);
  return count('files', 'files', keys.length);
}

/** What is not a row or a file of the organisation: queued work, memory, and answers kept for repeated requests. */
async function eraseElsewhere(
  kit: Kit,
  ports: PrivacyPorts,
  { organizationIds }: Subject,
  keeper: string,
): Promise<ErasedStore[]> {
  const stores: ErasedStore[] = [];
  for (const organizationId of organizationIds) {
    stores.push(count('jobs', 'pgboss.job', await clearJobs(kit, organizationId)));
    kit.cache.clear(organizationId);
    kit.vault.forget(organizationId);
    await kit.sharedCache.clear(organizationId);
    stores.push(...(await eraseAtVendor(kit, keeper, organizationId)));
  }
  ports.forget();
  return [...stores, count('memory', 'cache', null), count('memory', 'sign-in', null)];
}

/** Rows of the vendor's own that are about the client, and answers kept for repeated requests that hold it. */
async function eraseAtVendor(kit: Kit, keeper: string, organizationId: string): Promise<ErasedStore[]> {
  const present = await presentTables(kit.database);
  const fence = { organizationIds: [keeper], personIds: [], addresses: [] };
  return withSubject(kit.database, fence, async (client) => {
    const stores: ErasedStore[] = [];
    for (const { name, entry } of organizationTables) {
      if (entry.clientColumn === null || !present.has(name)) continue;
      const text = `delete from ${tableName(name)} where "${entry.clientColumn}" = $1`;
      stores.push(count('table', name, (await client.query(text, [organizationId])).rowCount));
    }
    const answers = 'delete from kit.idempotency_keys where response::text like $1';
    const { rowCount } = await client.query(answers, [`%${organizationId}%`]);
    return [...stores, count('table', 'kit.idempotency_keys', rowCount)];
  });
}
