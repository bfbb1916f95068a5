import { type Database, refuseWhileMoving, type SystemTransaction } from '@tokenholic/kit';
import { organizationTables, personTables } from '../domain/registry.ts';

/** A connection in the middle of a transaction. */
export type Connection = SystemTransaction['client'];

/** Whose data a transaction is about. */
export interface Subject {
  organizationIds: readonly string[];
  personIds: readonly string[];
  /** E-mail addresses of those people, as mails to them hold them. */
  addresses: readonly string[];
}

const NAME = /^[a-z_]+\.[a-z_]+$/;

/** Names of tables come from the registry; anything else never becomes SQL. */
export function tableName(name: string): string {
  if (!NAME.test(name)) throw new Error(`Not a table's name: ${name}`);
  return name;
}

/** Gives the privacy role its rights on every registered table that is there, fenced to the subject of a transaction. */
export async function openTables({ pool }: Pick<Database, 'pool'>): Promise<void> {
  const tables = [
    ...organizationTables.map(({ name }) => ({
      ...{ name, rows: 'organization_id = any ((select kit.current_organizations())::uuid[])' },
    })),
    ...personTables.map(({ name, entry }) => ({ name, rows: entry.rows })),
  ];
  const client = await pool.connect();
  try {
    // Several processes may start at once.
    await client.query('select pg_advisory_lock(7320114)');
    for (const { name, rows } of tables) {
      const table = tableName(name);
      const [schema = ''] = table.split('.');
      const { rows: found } = await client.query<{ there: boolean; open: boolean }>(
        `select to_regclass($1) is not null as there, exists (select 1 from pg_policies where schemaname || '.' || tablename = $1 and policyname = 'privacy') as open`,
        [table],
      );
      if (found[0]?.there !== true || found[0].open) continue;
      await client.query(`grant usage on schema ${schema} to app_privacy`);
      await client.query(`grant select, update, delete on ${table} to app_privacy`);
      await client.query(
        `create policy privacy on ${table} to app_privacy using (${rows}) with check (${rows})`,
      );
    }
  } finally {
    await client.query('select pg_advisory_unlock(7320114)');
    client.release();
  }
}

/** One transaction as the privacy role, fenced to the subject. */
export async function withSubject<T>(
  { pool }: Pick<Database, 'pool'>,
  subject: Subject,
  work: (client: Connection) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query('begin; set local role app_privacy');
    await client.query(
      "select set_config('app.organization_ids', $1, true), set_config('app.person_ids', $2, true), set_config('app.person_addresses', $3, true)",
      [
        ...[`{${subject.organizationIds.join(',')}}`, `{${subject.personIds.join(',')}}`],
        JSON.stringify(subject.addresses),
      ],
    );
    // What is erased while it is copied would be there again.
    await refuseWhileMoving(client, subject.organizationIds);
    const result = await work(client);
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}

/** Tables of the registry that this process has; a test that hosts a few services has fewer. */
export async function presentTables({ pool }: Pick<Database, 'pool'>): Promise<Set<string>> {
  const { rows } = await pool.query<{ name: string }>(
    "select schemaname || '.' || tablename as name from pg_policies where policyname = 'privacy'",
  );
  return new Set(rows.map(({ name }) => name));
}
