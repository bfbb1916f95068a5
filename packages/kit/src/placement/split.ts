import type { PoolClient } from 'pg';
import { fullName, type PlacedTable, quoted, sharedName } from './catalogue.ts';

/**
 * Puts a partitioned table in the place of a plain one, which becomes its part for everybody without a part of their own.
 * Nobody who reads or writes it sees a difference; no row is touched. Rights and policies are those of before.
 */
export async function splitTable(client: PoolClient, table: PlacedTable): Promise<void> {
  if (table.split) return;
  const [whole, shared] = [fullName(table), sharedName(table)];
  await client.query(`alter table ${whole} rename to ${quoted(`${table.name}_shared`)}`);
  await client.query(
    `create table ${whole} (like ${shared} including defaults including storage including generated) partition by list (organization_id)`,
  );
  for (const statement of await rulesOf(client, table)) await client.query(statement);
  // The owner copies rows between the parts; whoever else comes, comes by the whole.
  await client.query(`alter table ${shared} no force row level security`);
  await client.query(`alter table ${whole} attach partition ${shared} default`);
}

/** The way back, once nobody has a part any longer. */
export async function uniteTable(client: PoolClient, table: PlacedTable): Promise<void> {
  if (!table.split) return;
  const [whole, shared] = [fullName(table), sharedName(table)];
  await client.query(`alter table ${whole} detach partition ${shared}`);
  await client.query(`drop table ${whole}`);
  await client.query(`alter table ${shared} rename to ${quoted(table.name)}`);
  await client.query(`alter table ${whole} force row level security`);
}

/** Statements that give the whole the policies, rights and unique keys of the shared part; keys without the organisation hold in each part. */
async function rulesOf(client: PoolClient, table: PlacedTable): Promise<string[]> {
  const [whole, shared] = [fullName(table), sharedName(table)];
  const { rows: policies } = await client.query<{ statement: string }>(
    `select format('create policy %I on ${whole} as %s for %s to %s %s %s', policyname, permissive, cmd,
       (select string_agg(quote_ident(role), ', ') from unnest(roles) as role),
       'using (' || qual || ')', 'with check (' || with_check || ')') as statement
     from pg_policies where schemaname = $1 and tablename = $2`,
    [table.schema, `${table.name}_shared`],
  );
  const { rows: rights } = await client.query<{ statement: string }>(
    `select format('grant %s on ${whole} to %I', right_.privilege_type, r.rolname) as statement
     from pg_class c, aclexplode(c.relacl) as right_ join pg_roles r on r.oid = right_.grantee
     where c.oid = $1::regclass and right_.grantee <> c.relowner
     union all
     select format('grant %s (%I) on ${whole} to %I', right_.privilege_type, a.attname, r.rolname)
     from pg_attribute a, aclexplode(a.attacl) as right_ join pg_roles r on r.oid = right_.grantee
     where a.attrelid = $1::regclass and not a.attisdropped`,
    [shared],
  );
  const { rows: keys } = await client.query<{ statement: string }>(
    `select case when k.oid is null
       then regexp_replace(pg_get_indexdef(i.indexrelid), '^CREATE UNIQUE INDEX \\S+ ON \\S+', 'create unique index on ${whole}')
       else 'alter table ${whole} add ' || pg_get_constraintdef(k.oid) end as statement
     from pg_index i left join pg_constraint k on k.conindid = i.indexrelid and k.contype in ('p', 'u')
     where i.indrelid = $1::regclass and i.indisunique and (
       select a.attnum from pg_attribute a where a.attrelid = i.indrelid and a.attname = 'organization_id'
     ) = any (i.indkey::int2[])`,
    [shared],
  );
  // What follows a statement follows the table that it names; what follows a row, the part in which the row lies.
  const { rows: triggers } = await client.query<{ statement: string }>(
    `select replace(pg_get_triggerdef(t.oid), ' ON ' || t.tgrelid::regclass || ' ', ' ON ${whole} ') as statement
     from pg_trigger t where t.tgrelid = $1::regclass and not t.tgisinternal and t.tgtype & 1 = 0`,
    [shared],
  );
  return [
    ...[`alter table ${whole} enable row level security`, `alter table ${whole} force row level security`],
    ...[...policies, ...rights, ...keys, ...triggers].map(({ statement }) => statement),
  ];
}
