import type { Kit } from '@tokenholic/kit';
import type { ContactSubject, Redactor } from '../domain/contact.ts';
import { count, type ErasedStore } from '../domain/receipt.ts';
import { searchable } from './take-out.ts';

async function hasQueues({ database: { pool } }: Pick<Kit, 'database'>): Promise<boolean> {
  const { rows } = await pool.query<{ there: boolean }>(
    "select to_regclass('pgboss.job') is not null as there",
  );
  return rows[0]?.there === true;
}

/** Takes an organisation's work out of the queues, waiting, running or done; the answer is how many jobs. */
export async function clearJobs(kit: Kit, organizationId: string): Promise<number> {
  if (!(await hasQueues(kit))) return 0;
  const { rowCount } = await kit.database.pool.query(
    "delete from pgboss.job where data->>'organizationId' = $1",
    [organizationId],
  );
  return rowCount ?? 0;
}

interface JobRow {
  id: string;
  organization_id: string;
  data: unknown;
  output: unknown;
}

/** Takes a contact out of what queued and finished work says. */
export async function redactJobs(
  kit: Pick<Kit, 'database'>,
  { clientId, vendorId, names, addresses }: ContactSubject,
  redactor: Redactor,
): Promise<ErasedStore> {
  const { pool } = kit.database;
  if (!(await hasQueues(kit))) return count('jobs', 'pgboss.job', 0, { done: 'replaced' });
  const { rows } = await pool.query<JobRow>(
    `select id, data->>'organizationId' as organization_id, data, output from pgboss.job
     where data->>'organizationId' = any ($1) and (data::text ilike any ($2) or output::text ilike any ($2))`,
    [[clientId, vendorId], [...names, ...addresses].map((text) => `%${searchable(text)}%`)],
  );
  for (const row of rows) {
    const about = { isTied: false, clientColumn: null };
    const [data, output] = [row.data, row.output].map((value) => redactor.take(value, { ...row }, about));
    await pool.query('update pgboss.job set data = $2::jsonb, output = $3::jsonb where id = $1', [
      ...[row.id, JSON.stringify(data)],
      output === null ? null : JSON.stringify(output),
    ]);
  }
  return count('jobs', 'pgboss.job', rows.length, { done: 'replaced' });
}
