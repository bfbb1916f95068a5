import type { AnalysisFilter, DealStage, WinLoss } from '@tokenholic/contracts';
import type { Kit, Principal, TenantTransaction } from '@tokenholic/kit';
import { and, desc, gte, isNotNull, type SQL, sql } from 'drizzle-orm';
import { analyse } from '../domain/analysis/analyse.ts';
import type { ClosedDeal, Stay } from '../domain/analysis/closed-deal.ts';
import { stageBook } from '../domain/settings/stages.ts';
import { deals } from '../tables.ts';
import { conditionsOf } from './conditions.ts';
import { withClients } from './deal-access.ts';
import { ownerNamesOf } from './owner-names.ts';
import { readSettings } from './settings.ts';

const DAY = 86_400_000;
const DAYS = { quarter: 92, half: 183, year: 366 } as const;
/** The newest so many: what was sold years ago says little of today, and a page must not read without end. */
const MOST = 10_000;

/** What separates won from lost among the closed deals that a person may see. */
export async function readWinLoss(kit: Kit, principal: Principal, filter: AnalysisFilter): Promise<WinLoss> {
  const now = kit.now();
  const book = stageBook(await readSettings(kit, principal));
  const { period, ...rest } = filter;
  const since = period === undefined ? undefined : new Date(now.getTime() - DAYS[period] * DAY);
  const narrowed = conditionsOf(rest, principal.user.id, now, book);
  const closed = and(
    isNotNull(deals.closedAt),
    narrowed,
    since === undefined ? undefined : gte(deals.closedAt, since),
  );
  return withClients(kit, principal, async (tx) =>
    analyse(await closedDeals(tx, closed), await staysOf(tx, narrowed, since), book),
  );
}

/** Only what is compared: thousands of whole rows would be read for nothing. */
const columns = {
  ...{
    id: deals.id,
    title: deals.title,
    stage: deals.stage,
    closedAt: deals.closedAt,
    createdAt: deals.createdAt,
  },
  ...{ amountCny: deals.amountCny, contacts: deals.contacts, roles: deals.roles, products: deals.products },
  ...{
    competitors: deals.competitors,
    source: deals.source,
    ownerId: deals.ownerId,
    pushes: deals.pushes,
    inbound: deals.inbound,
  },
  ...{ activities: deals.activities, replyHours: deals.replyHours, outcome: deals.outcome },
};

/** The newest closed deals of the transaction's organisations, as the analysis compares them. */
export async function closedDeals(tx: TenantTransaction, where: SQL | undefined): Promise<ClosedDeal[]> {
  const rows = await tx.db
    .select(columns)
    .from(deals)
    .where(where)
    .orderBy(desc(deals.closedAt), desc(deals.id))
    .limit(MOST);
  const nameOf = await ownerNamesOf(tx, rows);
  return rows.flatMap(({ stage, closedAt, createdAt, ownerId, ...row }) =>
    closedAt === null
      ? []
      : [
          {
            ...{ ...row, ownerName: nameOf(ownerId), closedAt, won: stage === 'won' },
            days: Math.max(0, closedAt.getTime() - createdAt.getTime()) / DAY,
          },
        ],
  );
}

/** Stays at the stages, those that are still open too; gathered by whole days, so that few rows come back. */
async function staysOf(
  tx: TenantTransaction,
  narrowed: SQL | undefined,
  since: Date | undefined,
): Promise<Stay[]> {
  const recent = since === undefined ? sql`true` : sql`coalesce(closed_at, now()) >= ${since.toISOString()}`;
  const { rows } = await tx.db.execute<{
    stage: DealStage;
    days: number;
    next: DealStage | null;
    deals: number;
  }>(sql`
    with stays as (
      select c.after as stage, lead(c.after) over w as next,
        floor(extract(epoch from coalesce(lead(c.at) over w, now()) - c.at) / 86400)::float8 as days
      from deals.changes c
      where c.kind in ('created', 'stage')
        and c.deal_id in (select id from deals.deals where ${narrowed ?? sql`true`} and ${recent}
          order by created_at desc limit ${MOST})
      window w as (partition by c.deal_id order by c.at, c.id))
    select stage, next, days, count(*)::int as deals from stays
    where stage not in ('won', 'lost') group by stage, next, days`);
  return rows;
}
