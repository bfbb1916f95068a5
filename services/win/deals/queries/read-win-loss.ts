import type { AnalysisFilter, DealOutcome, DecisionRole, WinLoss } from '@tokenholic/contracts';
import type { Kit, Principal, TenantTransaction } from '@tokenholic/kit';
import { and, gte, isNotNull, type SQL, sql } from 'drizzle-orm';
import { analyse } from '../domain/analysis/analyse.ts';
import type { ClosedDeal, Stay } from '../domain/analysis/closed-deal.ts';
import { deals } from '../tables.ts';
import { conditionsOf } from './conditions.ts';
import { withClients } from './deal-access.ts';

const DAY = 86_400_000;
const DAYS = { quarter: 92, half: 183, year: 366 } as const;
/** The newest so many: what was sold years ago says little of today, and a page must not read without end. */
const MOST = 10_000;

/** What separates won from lost among the closed deals that a person may see. */
export async function readWinLoss(kit: Kit, principal: Principal, filter: AnalysisFilter): Promise<WinLoss> {
  const now = kit.now();
  const { period, ...rest } = filter;
  const since = period === undefined ? undefined : new Date(now.getTime() - DAYS[period] * DAY);
  const narrowed = conditionsOf(rest, principal.user.id, now);
  const closed = and(
    isNotNull(deals.closedAt),
    narrowed,
    since === undefined ? undefined : gte(deals.closedAt, since),
  );
  return withClients(kit, principal, async (tx) =>
    analyse(await closedDeals(tx, closed), await staysOf(tx, narrowed, since)),
  );
}

async function closedDeals(tx: TenantTransaction, where: SQL | undefined): Promise<ClosedDeal[]> {
  const { rows } = await tx.db.execute<{
    id: string;
    title: string;
    won: boolean;
    closed: number;
    days: number;
    amount: number;
    contacts: number;
    roles: DecisionRole[];
    competitors: string[];
    products: string[];
    source: string;
    pushes: number;
    activities: number;
    inbound: number;
    reply_hours: number | null;
    outcome: DealOutcome | null;
  }>(sql`
    with closed as materialized (
      select * from deals.deals where ${where} order by closed_at desc limit ${MOST}),
    words as (
      select a.deal_id, a.direction, a.occurred_at,
        lead(a.direction) over w as next_direction, lead(a.occurred_at) over w as next_at
      from deals.activities a where a.deal_id in (select id from closed)
      window w as (partition by a.deal_id order by a.occurred_at)),
    replies as (
      select deal_id, percentile_cont(0.5) within group (order by extract(epoch from next_at - occurred_at) / 3600) as hours
      from words where direction = 'in' and next_direction = 'out' group by deal_id)
    select d.id, d.title, d.stage = 'won' as won, extract(epoch from d.closed_at)::float8 as closed,
      (extract(epoch from d.closed_at - least(d.created_at, d.closed_at)) / 86400)::float8 as days, d.amount_cny as amount,
      d.contacts, d.roles, d.competitors, d.products, d.source, d.pushes, d.activities, d.inbound,
      r.hours::float8 as reply_hours, d.outcome
    from closed d left join replies r on r.deal_id = d.id order by d.closed_at desc, d.id`);
  return rows.map(({ closed, amount, reply_hours: replyHours, ...row }) => ({
    ...{ ...row, closedAt: new Date(closed * 1_000), amountCny: amount, replyHours },
  }));
}

/** Each deal's stays at the stages, those that are still open too. */
async function staysOf(
  tx: TenantTransaction,
  narrowed: SQL | undefined,
  since: Date | undefined,
): Promise<Stay[]> {
  const recent = since === undefined ? sql`true` : sql`coalesce(closed_at, now()) >= ${since.toISOString()}`;
  const { rows } = await tx.db.execute<{ stage: string; days: number; next: string | null }>(sql`
    select c.after as stage, lead(c.after) over w as next,
      (extract(epoch from coalesce(lead(c.at) over w, now()) - c.at) / 86400)::float8 as days
    from deals.changes c
    where c.kind in ('created', 'stage')
      and c.deal_id in (select id from deals.deals where ${narrowed ?? sql`true`} and ${recent}
        order by created_at desc limit ${MOST})
    window w as (partition by c.deal_id order by c.at, c.id)`);
  return rows.filter(({ stage }) => stage !== 'won' && stage !== 'lost');
}
