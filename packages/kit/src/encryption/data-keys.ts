import { randomBytes } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { TenantTransaction } from '../database/transaction.ts';
import { AppError } from '../errors.ts';
import { KEY_BYTES, seal, unseal } from '../secrets/sealing.ts';
import { type RootKeys, rootKeyOf } from './root-keys.ts';

/**
 * Whose keys seal what belongs to no organisation: accounts and the mails sent to them. Also keys the index of what must be
 * found among the rows of many organisations at once.
 */
export const INSTALLATION = '00000000-0000-0000-0000-000000000000';

/** A transaction that may see the organisation whose keys are asked for. */
export type TenantReader = Pick<TenantTransaction, 'db'>;

export type Purpose = 'data' | 'index';

export interface DataKey {
  version: number;
  key: Buffer;
}

interface Row extends Record<string, unknown> {
  organization_id: string;
  purpose: Purpose;
  version: number;
  root_version: number;
  wrapped: string;
}

interface Ring {
  keys: Map<string, Buffer>;
  newest: number;
  until: number;
}

/** How long a process goes on sealing with a version after another was added elsewhere, at most. */
export const NEWEST_REMEMBERED_MS = 60_000;
const MOST_REMEMBERED = 20_000;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

const nameOf = (organizationId: string, purpose: Purpose, version: number) =>
  `tokenholic/${organizationId}/${purpose}/${version}`;

/** Wraps an organisation's key under a root key, bound to whose it is and what for. */
export function wrapDataKey(
  root: Buffer,
  of: { organizationId: string; purpose: Purpose; version: number },
  key: Buffer,
): string {
  const name = nameOf(of.organizationId, of.purpose, of.version);
  const { nonce, tag, sealed } = seal(root, name, key.toString('base64'));
  return Buffer.concat([nonce, tag, sealed]).toString('base64');
}

export function unwrapDataKey(
  root: Buffer,
  of: { organizationId: string; purpose: Purpose; version: number },
  wrapped: string,
): Buffer {
  const bytes = Buffer.from(wrapped, 'base64');
  const text = unseal(root, nameOf(of.organizationId, of.purpose, of.version), {
    nonce: bytes.subarray(0, NONCE_BYTES),
    tag: bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES),
    sealed: bytes.subarray(NONCE_BYTES + TAG_BYTES),
  });
  // Memory of its own: `Buffer.from` cuts short texts out of slabs of 64 KiB, and a remembered key would keep a whole one.
  const key = Buffer.alloc(Buffer.byteLength(text, 'base64'));
  key.write(text, 'base64');
  return key;
}

/** Trying again does not help: without its key, what was sealed stays closed. */
const keyGone = (organizationId: string, version: number) =>
  new AppError({
    kind: 'not_found',
    code: 'keys.gone',
    message: {
      zh: `组织 ${organizationId} 的数据密钥 ${version} 已销毁，加密内容无法读取。`,
      en: `The data key ${version} of ${organizationId} is gone: what it sealed cannot be read.`,
    },
  });

/** Keys of organisations, read within a transaction that may see the organisation, and remembered by this process. */
export function createDataKeys(roots: RootKeys, now: () => number) {
  const rings = new Map<string, Ring>();
  // Keys made in a transaction count for that transaction alone until they are read again: it may yet roll back.
  const made = new WeakMap<TenantReader, Map<string, Ring>>();
  // Never forgotten: no transaction of a tenant could read it again. A version that is new is read by whoever meets it.
  let installation: Ring | null = null;

  const rootOf = (version: number) => rootKeyOf(roots, version);
  const read = async (tx: TenantReader | null, organizationId: string): Promise<Ring | null> => {
    if (tx === null) throw new Error('The vault is not ready');
    const { rows } = await tx.db.execute<Row>(
      sql`select organization_id, purpose, version, root_version, wrapped from kit.data_keys where organization_id = ${organizationId}`,
    );
    return rows.length === 0 ? null : ringFrom(organizationId, rows);
  };
  const ringFrom = async (organizationId: string, rows: readonly Row[]): Promise<Ring> => {
    const keys = new Map<string, Buffer>();
    let newest = 0;
    for (const { purpose, version, root_version, wrapped } of rows) {
      const root = await rootOf(root_version);
      keys.set(`${purpose} ${version}`, unwrapDataKey(root, { organizationId, purpose, version }, wrapped));
      if (purpose === 'data') newest = Math.max(newest, version);
    }
    return { keys, newest, until: now() + NEWEST_REMEMBERED_MS };
  };
  const remember = (organizationId: string, ring: Ring): Ring => {
    if (rings.size >= MOST_REMEMBERED) rings.clear();
    rings.set(organizationId, ring);
    return ring;
  };
  const make = async (tx: TenantReader | null, organizationId: string): Promise<Ring> => {
    if (tx === null) throw new Error('The vault is not ready');
    const root = roots.newest();
    for (const purpose of ['data', 'index'] as const) {
      const wrapped = wrapDataKey(root.key, { organizationId, purpose, version: 1 }, randomBytes(KEY_BYTES));
      await tx.db.execute(sql`insert into kit.data_keys (organization_id, purpose, version, root_version, wrapped)
        values (${organizationId}, ${purpose}, 1, ${root.version}, ${wrapped}) on conflict do nothing`);
    }
    const ring = await read(tx, organizationId);
    if (ring === null) throw new Error(`The keys of ${organizationId} could not be made`);
    const own = made.get(tx) ?? new Map<string, Ring>();
    own.set(organizationId, ring);
    made.set(tx, own);
    return ring;
  };
  const findRing = async (tx: TenantReader | null, organizationId: string): Promise<Ring | null> => {
    if (organizationId === INSTALLATION) return installation;
    const known = (tx === null ? undefined : made.get(tx)?.get(organizationId)) ?? rings.get(organizationId);
    if (known !== undefined && known.until > now()) return known;
    const stored = await read(tx, organizationId);
    return stored === null ? null : remember(organizationId, stored);
  };
  const ringOf = async (tx: TenantReader | null, organizationId: string): Promise<Ring> =>
    (await findRing(tx, organizationId)) ?? make(tx, organizationId);
  return {
    /** Opens the installation's own keys, and makes them the first time; as the system role, before anything is sealed. */
    openInstallation: async (tx: TenantReader): Promise<void> => {
      installation = (await read(tx, INSTALLATION)) ?? (await make(tx, INSTALLATION));
    },
    /** A version of the installation's key that this process is just making. */
    addInstallation: (version: number, key: Buffer): void => {
      installation?.keys.set(`data ${version}`, key);
    },
    /** Versions of the installation's key that this process knows, the newest first. */
    installationVersions: (): number[] =>
      [...(installation?.keys.keys() ?? [])]
        .flatMap((name) => (name.startsWith('data ') ? Number(name.slice('data '.length)) : []))
        .sort((a, b) => b - a),
    /** Reads the keys of many organisations at once, before rows of all of them are opened. */
    prepare: async (tx: TenantReader, organizationIds: readonly string[]): Promise<void> => {
      const known = made.get(tx);
      const unknown = organizationIds.filter(
        (id) => known?.has(id) !== true && (rings.get(id)?.until ?? 0) <= now(),
      );
      if (unknown.length === 0) return;
      const { rows } = await tx.db.execute<Row>(
        sql`select organization_id, purpose, version, root_version, wrapped from kit.data_keys
          where organization_id = any (${sql.param(unknown)}::uuid[])`,
      );
      for (const [id, own] of Map.groupBy(rows, (row) => row.organization_id))
        remember(id, await ringFrom(id, own));
    },
    /** The key that seals now; made when the organisation has none. */
    newest: async (tx: TenantReader | null, organizationId: string): Promise<DataKey> => {
      const ring = await ringOf(tx, organizationId);
      const key = ring.keys.get(`data ${ring.newest}`);
      if (key === undefined) throw new Error(`${organizationId} has no data key`);
      return { version: ring.newest, key };
    },
    /** The key of a version a value was sealed with. */
    find: async (tx: TenantReader | null, organizationId: string, version: number): Promise<Buffer> => {
      const known = (await findRing(tx, organizationId))?.keys.get(`data ${version}`);
      if (known !== undefined) return known;
      const stored = await read(tx, organizationId);
      const key = stored?.keys.get(`data ${version}`);
      if (stored === null || key === undefined) throw keyGone(organizationId, version);
      // What this transaction made itself may yet roll back.
      if (tx === null || made.get(tx)?.has(organizationId) !== true) remember(organizationId, stored);
      return key;
    },
    index: async (tx: TenantReader | null, organizationId: string): Promise<Buffer> => {
      const key = (await ringOf(tx, organizationId)).keys.get('index 1');
      if (key === undefined) throw new Error(`${organizationId} has no index key`);
      return key;
    },
    /** After keys were added or taken away. */
    forget: (organizationId?: string): void => {
      if (organizationId === undefined) rings.clear();
      else rings.delete(organizationId);
    },
  };
}

export type DataKeys = ReturnType<typeof createDataKeys>;
