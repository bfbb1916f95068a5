import { randomBytes } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { Database } from '../database/database.ts';
import { KEY_BYTES } from '../secrets/sealing.ts';
import type { KeyManagement } from './key-management.ts';

export interface RootKey {
  version: number;
  key: Buffer;
}

interface Row extends Record<string, unknown> {
  version: number;
  keeper: string;
  wrapped: string;
}

/** The keys that wrap every organisation's keys: unwrapped by their keeper once, then remembered by this process. */
export interface RootKeys {
  /** Opens what there is, makes the first, and moves to the first keeper when another one held the newest. */
  ready(): Promise<void>;
  newest(): RootKey;
  /** Null when it is not known here; `ready` asks again. */
  find(version: number): Buffer | null;
  /** Adds a version; what is wrapped from now on is wrapped under it. */
  add(): Promise<RootKey>;
  /** Takes away versions that wrap nothing any longer; the answer is how many. */
  dropUnused(): Promise<number>;
}

export function createRootKeys(database: Database, keepers: readonly KeyManagement[]): RootKeys {
  const known = new Map<number, Buffer>();
  const [first] = keepers;
  if (first === undefined) throw new Error('Root keys need somebody who keeps them');
  const read = () =>
    database.withSystem(async ({ db }) => {
      const { rows } = await db.execute<Row>(
        sql`select version, keeper, wrapped from kit.root_keys order by version`,
      );
      return rows;
    });
  const load = async (rows: readonly Row[]): Promise<void> => {
    for (const { version, keeper, wrapped } of rows) {
      if (known.has(version)) continue;
      const holder = keepers.find((one) => one.keeper === keeper);
      if (holder === undefined)
        throw new Error(
          `Root key ${version} is kept by ${keeper}, which this process is not connected to: name it in the configuration`,
        );
      known.set(version, await holder.unwrap(wrapped));
    }
    for (const version of known.keys())
      if (rows.every((row) => row.version !== version)) known.delete(version);
  };
  const add = async (): Promise<RootKey> => {
    const key = randomBytes(KEY_BYTES);
    const wrapped = await first.wrap(key);
    // Of several processes that start at once one makes it, the others read it.
    await database.withSystem(({ db }) =>
      db.execute(sql`insert into kit.root_keys (version, keeper, wrapped)
        select coalesce(max(version), 0) + 1, ${first.keeper}, ${wrapped} from kit.root_keys on conflict do nothing`),
    );
    await load(await read());
    return newest();
  };
  const newest = (): RootKey => {
    const version = Math.max(0, ...known.keys());
    const key = known.get(version);
    if (key === undefined) throw new Error('Root keys were asked for before they were opened');
    return { version, key };
  };
  return {
    ready: async () => {
      const rows = await read();
      await load(rows);
      if (rows.at(-1)?.keeper !== first.keeper) await add();
    },
    newest,
    find: (version) => known.get(version) ?? null,
    add,
    dropUnused: async () => {
      const { rowCount } = await database.withSystem(({ db }) =>
        db.execute(sql`delete from kit.root_keys r where version < (select max(version) from kit.root_keys)
          and not exists (select 1 from kit.data_keys d where d.root_version = r.version)`),
      );
      await load(await read());
      return rowCount ?? 0;
    },
  };
}

/** The root key of a version, also when another process added it a moment ago. */
export async function rootKeyOf(roots: Pick<RootKeys, 'find' | 'ready'>, version: number): Promise<Buffer> {
  const known = roots.find(version);
  if (known !== null) return known;
  await roots.ready();
  const found = roots.find(version);
  if (found === null) throw new Error(`No root key of version ${version}`);
  return found;
}
