import type { Database } from '../database/database.ts';
import type { Announcements } from '../realtime/announcements.ts';
import { createDataKeys, type DataKeys, INSTALLATION, type TenantReader } from './data-keys.ts';
import type { KeyManagement } from './key-management.ts';
import { createOpened } from './opened.ts';
import { createRootKeys, type RootKeys } from './root-keys.ts';
import type { SealedTable } from './sealed-columns.ts';
import { indexValue, openValue, sealAlike, sealValue, versionOf } from './sealed-value.ts';

/** Seals and opens personal data with the key of its organisation. Works inside a transaction; never asks the network. */
export interface Vault {
  /** Opens the root key. Runs before the first transaction and asks whoever keeps it. */
  ready(): Promise<void>;
  /** A row, or a part of one, with its sealed columns sealed and their indexes filled in. Empty text stays empty. */
  seal<R extends object>(tx: TenantReader, table: SealedTable, organizationId: string, row: R): Promise<R>;
  /** Rows with their sealed columns in plain text. What was written before it was sealed passes as it is. */
  open<R extends { organizationId: string }>(
    tx: TenantReader,
    table: SealedTable,
    rows: readonly R[],
  ): Promise<R[]>;
  /** What to compare with the index of a sealed column to find a text. */
  lookUp(
    tx: TenantReader,
    table: SealedTable,
    property: string,
    organizationId: string,
    text: string,
  ): Promise<string>;
  /** What to compare with an index that is kept `across` organisations. */
  lookUpAcross(table: SealedTable, property: string, text: string): Promise<string>;
  /**
   * A text of the installation's own, that belongs to no organisation; always alike where rows are found by it. The version is
   * what `kit.installation_key_now()` says in the transaction that writes or looks up, and known here.
   */
  sealOwn(place: OwnPlace, text: string, version: number): Promise<string>;
  /** Makes a version known that another process made; never within a transaction. */
  knowOwn(version: number): Promise<void>;
  /** The same text under every version there is: to find rows outside of such a transaction. */
  sealOwnEach(place: OwnPlace, text: string): Promise<string[]>;
  /** Takes a transaction of its own when another process has made a version, so that it is never called within one. */
  openOwn(place: OwnPlace, value: string): Promise<string>;
  /** After keys changed, in every process: of one organisation, or of all. */
  forget(organizationId?: string): void;
  readonly roots: RootKeys;
  readonly keys: DataKeys;
}

/** A column of a table that belongs to the installation. */
export interface OwnPlace {
  table: string;
  column: string;
  /** Rows are found by the whole text. */
  lookUp: boolean;
}

export interface VaultOptions {
  database: Database;
  announcements: Announcements;
  /** The first holds new root keys; the others open what they held before. */
  keepers: readonly KeyManagement[];
  now: () => Date;
}

const CHANGED = 'keys';

export function createVault({ database, announcements, keepers, now }: VaultOptions): Vault {
  const roots = createRootKeys(database, keepers);
  const keys = createDataKeys(roots, () => now().getTime());
  const opened = createOpened();
  const forget = (organizationId?: string): void => {
    keys.forget(organizationId);
    opened.forget();
  };
  announcements.onAnnouncement(CHANGED, () => forget());
  announcements.onGap(() => forget());
  const knowInstallation = async (version: number): Promise<void> => {
    if (!keys.installationVersions().includes(version))
      await database.withSystem((tx) => keys.openInstallation(tx));
  };
  const sealOwn = async ({ table, column, lookUp }: OwnPlace, text: string, version: number) => {
    const key = await keys.find(null, INSTALLATION, version);
    const place = { table, column, organizationId: INSTALLATION };
    if (!lookUp) return sealValue(key, version, place, text);
    return sealAlike({ key, index: await keys.index(null, INSTALLATION) }, version, place, text);
  };
  return {
    roots,
    keys,
    ready: async () => {
      await roots.ready();
      await database.withSystem((tx) => keys.openInstallation(tx));
    },
    seal: (tx, table, organizationId, row) => sealRow(keys, tx, table, organizationId, row),
    open: async (tx, table, rows) => {
      const whose = new Set(rows.map(({ organizationId }) => organizationId));
      if (whose.size > 1) await keys.prepare(tx, [...whose]);
      const plain = [];
      for (const row of rows) {
        const open = () => openRow(keys, tx, table, row.organizationId, row);
        plain.push(table.remembered ? await opened.remember(table, row, open) : await open());
      }
      return plain;
    },
    lookUp: async (tx, table, property, organizationId, text) => {
      const place = indexedPlace(table, property, false);
      return indexValue(await keys.index(tx, organizationId), place, text);
    },
    lookUpAcross: async (table, property, text) =>
      indexValue(await keys.index(null, INSTALLATION), indexedPlace(table, property, true), text),
    sealOwn,
    knowOwn: knowInstallation,
    sealOwnEach: ({ table, column, lookUp }, text) =>
      Promise.all(
        keys.installationVersions().map((version) => sealOwn({ table, column, lookUp }, text, version)),
      ),
    openOwn: async ({ table, column }, value) => {
      const version = versionOf(value);
      if (version === null) return value;
      await knowInstallation(version);
      const key = await keys.find(null, INSTALLATION, version);
      return openValue(key, { table, column, organizationId: INSTALLATION }, value);
    },
    forget: (organizationId) => {
      forget(organizationId);
      announcements.announce(CHANGED);
    },
  };
}

function indexedPlace(table: SealedTable, property: string, across: boolean) {
  const column = table.columns.find((one) => one.property === property);
  if (column?.index?.across !== across) throw new Error(`${table.name} cannot be looked up by ${property}`);
  return { table: table.name, column: column.column };
}

async function sealRow<R extends object>(
  keys: DataKeys,
  tx: TenantReader | null,
  table: SealedTable,
  organizationId: string,
  row: R,
): Promise<R> {
  const changes: Record<string, string> = {};
  for (const { property, column, kind, index } of table.columns) {
    const value: unknown = Reflect.get(row, property);
    if (value === undefined || value === null) continue;
    const text = kind === 'json' ? JSON.stringify(value) : value;
    if (typeof text !== 'string') continue;
    const place = { table: table.name, column, organizationId };
    if (text === '') {
      if (index !== null) changes[index.property] = '';
      continue;
    }
    const { version, key } = await keys.newest(tx, organizationId);
    changes[property] = sealValue(key, version, place, text);
    if (index !== null) {
      const indexKey = await keys.index(tx, index.across ? INSTALLATION : organizationId);
      changes[index.property] = indexValue(indexKey, place, text);
    }
  }
  return { ...row, ...changes };
}

/** One row of an organisation in plain text; `by` says whether its fields are named as properties or as columns. */
export async function openRow<R extends object>(
  keys: DataKeys,
  tx: TenantReader | null,
  table: SealedTable,
  organizationId: string,
  row: R,
  by: 'property' | 'column' = 'property',
): Promise<R> {
  const changes: Record<string, unknown> = {};
  const owner = table.own ? INSTALLATION : organizationId;
  for (const sealed of table.columns) {
    const value: unknown = Reflect.get(row, sealed[by]);
    const version = typeof value === 'string' ? versionOf(value) : null;
    if (typeof value !== 'string' || version === null) continue;
    const key = await keys.find(tx, owner, version);
    const place = { table: table.name, column: sealed.column, organizationId: owner };
    const plain = openValue(key, place, value);
    changes[sealed[by]] = sealed.kind === 'json' ? JSON.parse(plain) : plain;
  }
  return { ...row, ...changes };
}
