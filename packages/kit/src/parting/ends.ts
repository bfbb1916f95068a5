import { setTimeout as pause } from 'node:timers/promises';
import { Client, type PoolClient } from 'pg';
import { AppError } from '../errors.ts';
import { quoted } from '../placement/catalogue.ts';
import { answeredTables } from './answers.ts';
import type { Way } from './carry.ts';

/** What left, as the note of it says. */
export interface Departure {
  organizationIds: string[];
  rows: Record<string, number>;
}

const INSTALLATION = '00000000-0000-0000-0000-000000000000';

/** The departure of a seller that was not cleared up after; null: the seller is here. */
export async function departureOf(source: PoolClient, sellerId: string): Promise<Departure | null> {
  const { rows } = await source.query<{ id: string; receipt: Record<string, number>; settled: boolean }>(
    'select organization_id as id, receipt, settled_at is not null as settled from kit.departures where seller_id = $1 order by 1',
    [sellerId],
  );
  const [first] = rows;
  if (first === undefined) return null;
  if (first.settled) throw alreadyParted();
  return { organizationIds: rows.map(({ id }) => id), rows: first.receipt };
}

/** Whether a seller left and what stayed of it is still to be cleared. */
export async function isLeft(source: PoolClient, sellerId: string): Promise<boolean> {
  const { rows } = await source.query(
    'select from kit.departures where seller_id = $1 and settled_at is null limit 1',
    [sellerId],
  );
  return rows.length > 0;
}

export async function settleDeparture(source: PoolClient, sellerId: string): Promise<void> {
  await source.query('update kit.departures set settled_at = now() where seller_id = $1', [sellerId]);
}

/** From here on processes of the product start there. */
export async function arrivalEnds(target: PoolClient, sellerId: string): Promise<void> {
  await target.query('delete from kit.arrivals where seller_id = $1', [sellerId]);
}

/** Whether the roles of both ends may carry rows. */
export async function checkRights({ source, target }: Omit<Way, 'group'>): Promise<void> {
  await mayCarry(source);
  await mayCarry(target);
}

/** What every database of the product has from its first start on. */
const OF_THE_INSTALLATION = ['kit.migrations', 'kit.root_keys', 'kit.installation_key'];
/** Tables in which an installation has rows of its own. */
const HOLD_ITS_OWN = ['kit.data_keys', 'kit.secrets'];

const LOOKS = 10;
const BETWEEN_LOOKS_MILLISECONDS = 200;

/** Whether somebody is connected to a database; asked before the own connections are made. Who is just leaving is let go. */
export async function isInUse(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    for (let look = 0; look < LOOKS; look += 1) {
      const { rows } = await client.query(
        "select from pg_stat_activity where datname = current_database() and backend_type = 'client backend' and pid <> pg_backend_pid() limit 1",
      );
      if (rows.length === 0) return false;
      await pause(BETWEEN_LOOKS_MILLISECONDS);
    }
    return true;
  } finally {
    await client.end();
  }
}

/** Takes away what an earlier try of the same seller left there, and notes that this one began. */
export async function prepareRoom({ source, target }: Omit<Way, 'group'>, sellerId: string): Promise<void> {
  await sameVersions(source, target);
  const tables = (await answeredTables(target))
    .map(({ name }) => name)
    .filter((name) => !OF_THE_INSTALLATION.includes(name));
  const full = (name: string) => name.split('.').map(quoted).join('.');
  const { rows } = await target.query<{ seller_id: string }>('select seller_id from kit.arrivals');
  if (rows.some(({ seller_id }) => seller_id === sellerId)) {
    // The keys stay: they are the new installation's own, and sealed nothing that counts.
    const emptied = tables.filter((name) => !HOLD_ITS_OWN.includes(name));
    await target.query(`truncate ${emptied.map(full).join(', ')}`);
    await target.query('delete from kit.data_keys where organization_id <> $1', [INSTALLATION]);
    await target.query('delete from kit.secrets where organization_id <> $1', [INSTALLATION]);
  } else
    for (const name of tables) {
      const own = HOLD_ITS_OWN.includes(name) ? `where organization_id <> '${INSTALLATION}'` : '';
      const { rows: found } = await target.query(`select from ${full(name)} ${own} limit 1`);
      if (found.length > 0) throw notEmpty(name);
    }
  await target.query('insert into kit.arrivals (seller_id) values ($1)', [sellerId]);
}

/** Rows come and go by themselves: no gate may hide them, and nothing may happen at them. */
async function mayCarry(client: PoolClient): Promise<void> {
  const { rows } = await client.query<{ may: boolean; name: string }>(
    `select rolsuper or (rolbypassrls and has_parameter_privilege('session_replication_role', 'set')) as may, rolname as name
     from pg_roles where rolname = current_user`,
  );
  if (rows[0]?.may !== true) throw needsRights(rows[0]?.name ?? '');
}

async function sameVersions(source: PoolClient, target: PoolClient): Promise<void> {
  const read = async (client: PoolClient) => {
    const { rows } = await client.query<{ file: string }>(
      "select schema || '/' || name || ' ' || hash as file from kit.migrations order by 1",
    );
    return new Set(rows.map(({ file }) => file));
  };
  const [here, there] = [await read(source), await read(target)];
  const differing = [...here, ...there]
    .filter((file) => !here.has(file) || !there.has(file))
    .map((file) => file.split(' ')[0] ?? '');
  if (differing.length > 0) throw otherVersion([...new Set(differing)]);
}

const failure = (code: string, message: { zh: string; en: string }, details?: Record<string, unknown>) =>
  new AppError({
    kind: 'conflict',
    code: `kit.${code}`,
    message,
    ...(details === undefined ? {} : { details }),
  });

const alreadyParted = () =>
  failure('already_parted', {
    zh: '该组织已迁往独立的系统。',
    en: 'This seller already lives in an installation of its own.',
  });
const notEmpty = (table: string) =>
  failure('target_not_empty', {
    zh: `目标数据库不是空的（${table} 中已有数据），请换一个空的数据库。`,
    en: `The database is not empty: ${table} holds rows. Give one that is.`,
  });
export const targetInUse = () =>
  failure('target_in_use', {
    zh: '目标数据库上还有其他连接。请先停止在其上运行的进程，迁出完成后再启动。',
    en: 'Somebody else is connected to the new database. Stop what runs on it; start it when all is there.',
  });
const needsRights = (role: string) =>
  failure('parting_needs_rights', {
    zh: `数据库角色 ${role} 权限不足：迁出需要 BYPASSRLS 并能设置 session_replication_role，例如超级用户。`,
    en: `The database role ${role} may not do this: it takes BYPASSRLS and the right to set session_replication_role, as a superuser has.`,
  });
const otherVersion = (files: readonly string[]) =>
  failure(
    'other_version',
    {
      zh: `两个数据库的版本不同：${files.join('、')}。请先升级，并确认两边都装有 pgvector 扩展。`,
      en: `The two databases are of different versions: ${files.join(', ')}. Upgrade first, and see that both servers have the extension pgvector or neither has.`,
    },
    { files },
  );
