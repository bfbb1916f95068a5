import type { RetentionRun } from '@tokenholic/contracts';
import type { Kit } from '@tokenholic/kit';
import { desc, eq } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { presentTables, tableName, withSubject } from '../adapters/gate.ts';
import { keptTables } from '../domain/registry.ts';
import type { PrivacyPorts } from '../ports.ts';
import { toRun } from '../queries/list-retention.ts';
import { retentionRuns } from '../tables.ts';

const DAY = 86_400_000;
/** Organisations a transaction covers, and rows it takes at most: nobody waits long for one of them. */
const ORGANIZATIONS = 500;
const ROWS = 2_000;

export interface RetentionOptions {
  /** Whose report it is: the vendor. */
  keeper: string;
  /** Null: by the clock. */
  startedBy: string | null;
  /** Counts only. */
  dry: boolean;
}

/** Takes away rows past their time by the rules of the registry, over all organisations, and keeps a report. */
export async function applyRetention(
  kit: Kit,
  ports: PrivacyPorts,
  { keeper, startedBy, dry }: RetentionOptions,
): Promise<RetentionRun> {
  const startedAt = kit.now();
  const present = await presentTables(kit.database);
  const organizations = await ports.listOrganizations();
  const results: RetentionRun['results'] = [];
  for (const { name, kept } of keptTables.filter((table) => present.has(table.name))) {
    const before = new Date(startedAt.getTime() - kept.days * DAY);
    let rows = 0;
    for (let from = 0; from < organizations.length; from += ORGANIZATIONS)
      rows += await goOver(kit, organizations.slice(from, from + ORGANIZATIONS), {
        ...{ name, since: kept.since, before, dry },
      });
    results.push({ table: name, days: kept.days, why: kept.why, rows });
  }
  const row = { id: uuidv7(), organizationId: keeper, startedAt, startedBy, dry, results };
  await kit.database.withTenant([keeper], async (tx) => {
    await tx.db.insert(retentionRuns).values(row);
    if (dry) return;
    const total = results.reduce((sum, one) => sum + one.rows, 0);
    await tx.audit(keeper, { action: 'retention.run', subject: row.id, after: { rows: total } });
  });
  return toRun(row);
}

interface Rule {
  name: string;
  since: string;
  before: Date;
  dry: boolean;
}

async function goOver(kit: Kit, organizationIds: string[], rule: Rule): Promise<number> {
  const table = tableName(rule.name);
  const fence = { organizationIds, personIds: [], addresses: [] };
  let total = 0;
  for (;;) {
    const count = await withSubject(kit.database, fence, async (client) => {
      if (rule.dry) {
        const text = `select count(*)::int as count from ${table} where "${rule.since}" < $1`;
        const { rows } = await client.query<{ count: number }>(text, [rule.before]);
        return rows[0]?.count ?? 0;
      }
      const text = `delete from ${table} t using (select tableoid as part, ctid as place from ${table} where "${rule.since}" < $1 limit ${ROWS}) old
        where t.tableoid = old.part and t.ctid = old.place`;
      return (await client.query(text, [rule.before])).rowCount ?? 0;
    });
    total += count;
    if (rule.dry || count < ROWS) return total;
  }
}

/** Once a day, by one process. */
export async function retainDaily(kit: Kit, ports: PrivacyPorts): Promise<void> {
  const keeper = await ports.findVendor();
  if (keeper === null) return;
  const turn = await kit.locks.tryTake('retention');
  if (turn === null) return;
  try {
    const [last] = await kit.database.withTenant([keeper], (tx) =>
      tx.db
        .select()
        .from(retentionRuns)
        .where(eq(retentionRuns.dry, false))
        .orderBy(desc(retentionRuns.startedAt))
        .limit(1),
    );
    if (last !== undefined && kit.now().getTime() - last.startedAt.getTime() < DAY) return;
    await applyRetention(kit, ports, { keeper, startedBy: null, dry: false });
  } finally {
    await turn.release();
  }
}
