import type { PoolClient } from 'pg';
import { columnsOf, fullName, quoted } from '../placement/catalogue.ts';

/** How what a table holds of a seller comes into the seller's own installation. */
export const ANSWERS = {
  rows: 'its rows are copied as they are, followed, counted and hashed',
  log: 'copied in its order under new places',
  places: 'written anew: it names places in the log',
  work: 'asked for anew',
  keys: 'opened with the old keys and closed with the new ones',
  people: 'copied with the people, sealed anew',
  left: 'stays or is given up: it is of no use elsewhere',
} as const;
export type Answer = keyof typeof ANSWERS;

/** Tables for which it does not follow from the tenancy gate. A table with no answer stops a parting before it begins. */
const NAMED: Readonly<Record<string, Answer>> = {
  'kit.events': 'log',
  'kit.parked_events': 'places',
  'kit.dead_letters': 'places',
  'kit.consumers': 'places',
  'kit.job_requests': 'work',
  'kit.data_keys': 'keys',
  'kit.secrets': 'keys',
  'kit.root_keys': 'left',
  'kit.installation_key': 'left',
  'kit.migrations': 'left',
  'kit.placements': 'left',
  'kit.departures': 'left',
  'kit.arrivals': 'left',
  'accounts.people': 'people',
  'accounts.credentials': 'people',
  'accounts.second_factors': 'people',
  // People sign in anew at the new address: cookies, links and codes of the old one lead nowhere there.
  'accounts.sessions': 'left',
  'accounts.verifications': 'left',
  'accounts.mails': 'left',
  'accounts.attempts': 'left',
  'accounts.signing_keys': 'left',
  'accounts.departed': 'left',
};

export interface AnsweredTable {
  /** As `schema.name`. */
  name: string;
  answer: Answer | null;
}

/** Every table of the product with its answer; null: nobody has said. */
export async function answeredTables(client: Pick<PoolClient, 'query'>): Promise<AnsweredTable[]> {
  const { rows } = await client.query<{ name: string; gated: boolean }>(
    `select n.nspname || '.' || c.relname as name, exists (
       select 1 from pg_policy p where p.polrelid = c.oid and p.polname = 'tenant') as gated
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and not c.relispartition
       and n.nspname !~ '^(pg_|information_schema|pgboss|public$|organization_[0-9a-f]{32}$)' order by name`,
  );
  return rows.map(({ name, gated }) => ({ name, answer: NAMED[name] ?? (gated ? 'rows' : null) }));
}

/** A table whose rows go along, with what is needed to follow and compare them. */
export interface CarriedTable {
  name: string;
  columns: string;
  keys: readonly string[];
  /** Columns that are the same in both places. */
  compared: string;
}

/** `remade`: columns that are written anew in the new installation, by table. */
export async function carriedTables(
  client: PoolClient,
  remade: Readonly<Record<string, readonly string[]>>,
): Promise<CarriedTable[]> {
  const tables = await answeredTables(client);
  const silent = tables.filter(({ answer }) => answer === null);
  if (silent.length > 0)
    throw new Error(
      `Nobody has said how these tables go along: ${silent.map(({ name }) => name).join(', ')}`,
    );
  const carried: CarriedTable[] = [];
  for (const { name } of tables.filter(({ answer }) => answer === 'rows'))
    carried.push(await describe(client, name, remade[name] ?? []));
  return carried;
}

async function describe(client: PoolClient, name: string, remade: readonly string[]): Promise<CarriedTable> {
  const [schema = '', table = ''] = name.split('.');
  const whole = fullName({ schema, name: table });
  const columns = await columnsOf(client, whole);
  const changing = new Set(remade.map(quoted));
  // A table that is split keeps its keys in its parts: those of everybody's tell.
  const { rows } = await client.query<{ name: string }>(
    `select a.attname as name from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey::int2[])
     where i.indisprimary and i.indrelid = coalesce(to_regclass($1), to_regclass($2))`,
    [fullName({ schema, name: `${table}_shared` }), whole],
  );
  if (rows.length === 0) throw new Error(`${name} has no primary key`);
  return {
    ...{ name: whole, columns, keys: rows.map((row) => quoted(row.name)) },
    compared: columns
      .split(', ')
      .filter((column) => !changing.has(column))
      .join(', '),
  };
}
