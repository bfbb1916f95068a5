import type { Kit } from '@tokenholic/kit';

/** Takes an organisation's work out of the queues, waiting, running or done; the answer is how many jobs. */
export async function clearJobs(kit: Kit, organizationId: string): Promise<number> {
  const { pool } = kit.database;
  const { rows } = await pool.query<{ there: boolean }>(
    "select to_regclass('pgboss.job') is not null as there",
  );
  if (rows[0]?.there !== true) return 0;
  const { rowCount } = await pool.query("delete from pgboss.job where data->>'organizationId' = $1", [
    organizationId,
  ]);
  return rowCount ?? 0;
}
