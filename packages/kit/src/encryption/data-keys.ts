import { randomBytes } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { TenantTransaction } from '../database/transaction.ts';
import { KEY_BYTES, seal, unseal } from '../secrets/sealing.ts';
import type { RootKeys } from './root-keys.ts';

/** A transaction that may see the organisation whose keys are asked for. */
export type TenantReader = Pick<TenantTransaction, 'db'>;

export type Purpose = 'data' | 'index';

export interface DataKey {
  version: number;
  key: Buffer;
}

interface Row extends Record<string, unknown> {
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
  return Buffer.from(text, 'base64');
}

/** Keys of organisations, read within a transaction that may see the organisation, and remembered by this process. */
export function createDataKeys(roots: RootKeys, now: () => number) {
  const rings = new Map<string, Ring>();
  // Keys made in a transaction count for that transaction alone until they are read again: it may yet roll back.
  const made = new WeakMap<TenantReader, Map<string, Ring>>();

  const rootOf = async (version: number): Promise<Buffer> => {
    const known = roots.find(version);
    if (known !== null) return known;
    // Another process added it a moment ago.
    await roots.ready();
    const found = roots.find(version);
    if (found === null) throw new Error(`No root key of version ${version}`);
    return found;
  };
  const read = async (tx: TenantReader, organizationId: string): Promise<Ring | null> => {
    const { rows } = await tx.db.execute<Row>(
      sql`select purpose, version, root_version, wrapped from kit.data_keys where organization_id = ${organizationId}`,
    );
    if (rows.length === 0) return null;
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
  const make = async (tx: TenantReader, organizationId: string): Promise<Ring> => {
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
  const findRing = async (tx: TenantReader, organizationId: string): Promise<Ring | null> => {
    const known = made.get(tx)?.get(organizationId) ?? rings.get(organizationId);
    if (known !== undefined && known.until > now()) return known;
    const stored = await read(tx, organizationId);
    return stored === null ? null : remember(organizationId, stored);
  };
  const ringOf = async (tx: TenantReader, organizationId: string): Promise<Ring> =>
    (await findRing(tx, organizationId)) ?? make(tx, organizationId);
  return {
    /** The key that seals now; made when the organisation has none. */
    newest: async (tx: TenantReader, organizationId: string): Promise<DataKey> => {
      const ring = await ringOf(tx, organizationId);
      const key = ring.keys.get(`data ${ring.newest}`);
      if (key === undefined) throw new Error(`${organizationId} has no data key`);
      return { version: ring.newest, key };
    },
    /** The key of a version a value was sealed with. */
    find: async (tx: TenantReader, organizationId: string, version: number): Promise<Buffer> => {
      const known = (await findRing(tx, organizationId))?.keys.get(`data ${version}`);
      if (known !== undefined) return known;
      const stored = await read(tx, organizationId);
      const key = stored?.keys.get(`data ${version}`);
      if (stored === null || key === undefined)
        throw new Error(
          `The data key ${version} of ${organizationId} is gone: what it sealed cannot be read`,
        );
      // What this transaction made itself may yet roll back.
      if (made.get(tx)?.has(organizationId) !== true) remember(organizationId, stored);
      return key;
    },
    index: async (tx: TenantReader, organizationId: string): Promise<Buffer> => {
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
