import type { ErasureReceipt } from '@tokenholic/contracts';
import { registry, settleErasures } from '@tokenholic/privacy';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  canary,
  client,
  clientName,
  openPrivacyHouse,
  other,
  type PrivacyHouse,
} from './testing/privacy-house.ts';

let house: PrivacyHouse;
beforeAll(async () => {
  house = await openPrivacyHouse();
}, 240_000);
afterAll(() => house.product.close());

test('the vendor’s export of a client holds every row and file, with a manifest that fits', async () => {
  const { status, bytes } = await house.owner.raw(`clients/${client}/privacy/export`);
  expect(status).toBe(200);
  const files = unzipSync(bytes);
  const manifest = JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array()));
  expect(manifest.files.map(({ path }: { path: string }) => path).sort()).toEqual(
    Object.keys(files)
      .filter((path) => path !== 'manifest.json')
      .sort(),
  );
  expect(strFromU8(files['files/materials/01970000-0000-7000-8000-00000000e001'] ?? new Uint8Array())).toBe(
    canary,
  );
  for (const [name, entry] of Object.entries(registry)) {
    if (entry.scope !== 'organization') continue;
    const { rows } = await house.kit.database.pool.query<{ count: number }>(
      `select count(*)::int as count from ${name} where organization_id = '${client}'`,
    );
    const text = strFromU8(files[`tables/${name}.ndjson`] ?? new Uint8Array());
    expect([name, text.split('\n').filter((line) => line !== '').length]).toEqual([name, rows[0]?.count]);
  }
  const all = Object.values(files)
    .map((file) => strFromU8(file))
    .join('\n');
  expect(all).toContain(`老板${canary}`);
  // Sealed at rest, plain in what is taken along.
  const invited = `new@${canary}.example`;
  expect(strFromU8(files['tables/identity.invitations.ndjson'] ?? new Uint8Array())).toContain(invited);
  expect(await house.holding(invited)).toEqual([]);
  expect(all).not.toContain('青禾生鲜');
  expect(all).not.toMatch(/argon2id|"token"|token_hash|key_hash/);
});

test('a client’s own export holds its people and files, and nothing of what the seller thinks', async () => {
  const { status, bytes } = await house.boss.raw('organization/export');
  expect(status).toBe(200);
  const files = unzipSync(bytes);
  expect(Object.keys(files)).toContain('tables/identity.users.ndjson');
  expect(Object.keys(files)).toContain('files/materials/01970000-0000-7000-8000-00000000e001');
  expect(Object.keys(files).filter((path) => /copilot|battlemap|findings|deals/.test(path))).toEqual([]);
  expect((await house.boss.raw(`clients/${client}/privacy/export`)).status).toBe(403);
});

test('erasing asks for the name, and never takes the vendor', async () => {
  const path = `clients/${client}/privacy/erasure`;
  const wrong = await house.owner<{ code: string }>('POST', path, { confirmName: 'Canary' });
  expect([wrong.status, wrong.body.code]).toEqual([400, 'privacy.name_differs']);
  const vendor = await house.owner<{ code: string }>('POST', 'organization/erasure', {
    confirmName: '云上销售',
  });
  expect(vendor.body.code).toBe('privacy.vendor_stays');
  expect((await house.boss('POST', path, { confirmName: clientName })).status).toBe(403);
});

test('while a store beside the database does not answer nothing is erased, so that it can be asked again', async () => {
  const before = await house.holding(canary);
  house.beside.answers = false;
  const path = `clients/${client}/privacy/erasure`;
  expect((await house.owner('POST', path, { confirmName: clientName })).status).toBe(503);
  house.beside.answers = true;
  expect(await house.holding(canary)).toEqual(expect.arrayContaining(before));
});

test('after an erasure no canary is left in any store, nothing else is gone, and the receipt says where it stood', async () => {
  expect((await house.holding(canary)).length).toBeGreaterThan(10);
  const before = await house.dump();
  const done = await house.owner<ErasureReceipt>('POST', `clients/${client}/privacy/erasure`, {
    confirmName: clientName,
  });
  expect(done.status).toBe(200);
  expect(await house.holding(canary)).toEqual([]);
  const erased = done.body.stores.filter((store) => (store.erased ?? 0) > 0).map((store) => store.name);
  for (const name of [
    'kit.events',
    'research.findings',
    'battlemap.versions',
    'accounts.people',
    'files',
    'pgboss.job',
  ])
    expect(erased).toContain(name);
  expect(done.body.stores.find(({ kind }) => kind === 'keys')?.erased).toBe(2);
  expect(done.body.stores).toContainEqual({ kind: 'store', name: 'neo4j', erased: 12 });
  expect([...house.beside.kept.keys()]).toEqual([other]);
  expect(JSON.stringify(done.body)).not.toContain(canary);
  expect(done.body.auditSeal?.entries).toBeGreaterThan(3);
  expect((await house.owner('GET', `clients/${client}`)).status).toBe(404);
  expect((await house.boss('GET', 'session')).status).toBe(401);
  const after = await house.dump();
  const rowsOf = (stores: Map<string, string>, table: string, id: string) =>
    (stores.get(table) ?? '').split(id).length;
  for (const table of ['research.findings', 'battlemap.versions', 'kit.events', 'copilot.timeline'])
    expect([table, rowsOf(after, table, other)]).toEqual([table, rowsOf(before, table, other)]);
});

test('what work under way writes after an erasure goes too, and then the receipt is settled', async () => {
  await house.kit.database.withTenant([client], ({ db }) =>
    db.execute(`insert into research.clients (organization_id, name) values ('${client}', '${canary}')`),
  );
  house.beside.kept.set(client, 3);
  await settleErasures(house.kit, house.ports);
  expect([...house.beside.kept.keys()]).toEqual([other]);
  expect(await house.holding(canary)).toEqual([]);
  const { now } = house.kit;
  house.kit.now = () => new Date(now().getTime() + 60 * 60_000);
  await settleErasures(house.kit, house.ports);
  house.kit.now = now;
  const { body } = await house.owner<{ items: ErasureReceipt[] }>('GET', 'privacy/receipts');
  expect(body.items[0]?.settledAt).not.toBeNull();
  expect(body.items).toHaveLength(1);
});
