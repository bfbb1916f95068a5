import { type DealFilter, type DealForecast, type EstimateBasis, OPEN_STAGES } from '@tokenholic/contracts';
import type { Kit, Principal, TenantTransaction } from '@tokenholic/kit';
import { and, sql } from 'drizzle-orm';
import { estimateDeal } from '../domain/coach/estimate-deal.ts';
import { featuresOf } from '../domain/coach/features.ts';
import { lineOf, monthsOf, type OpenDeal, ownersOf, stagesOf } from '../domain/coach/forecast.ts';
import { FEWEST_CLOSED, type WinModel } from '../domain/coach/win-model.ts';
import { stageBook } from '../domain/settings/stages.ts';
import { deals } from '../tables.ts';
import { conditionsOf, open } from './conditions.ts';
import { withClients } from './deal-access.ts';
import { ownerNamesOf } from './owner-names.ts';
import { readSettings } from './settings.ts';
import { winModelOf } from './win-model.ts';

const BASIS: Readonly<Record<WinModel['kind'], EstimateBasis>> = {
  model: 'model',
  no_signal: 'base_rate',
  too_few: 'prior',
};

/** Only what the sum needs: thousands of whole rows would be read for nothing. */
const columns = {
  ...{ id: deals.id, stage: deals.stage, amountCny: deals.amountCny, closeDate: deals.closeDate },
  ...{ ownerId: deals.ownerId, createdAt: deals.createdAt },
  ...{ competitors: deals.competitors, products: deals.products, source: deals.source },
  ...{ contacts: deals.contacts, roles: deals.roles, activities: deals.activities },
  ...{ inbound: deals.inbound, pushes: deals.pushes, call: deals.forecast },
};

/** What the open deals come to, by month, person and stage, and how far the figures can be trusted. */
export async function readForecast(
  kit: Kit,
  principal: Principal,
  filter: DealFilter,
): Promise<DealForecast> {
  const now = kit.now();
  const book = stageBook(await readSettings(kit, principal));
  return withClients(kit, principal, async (tx) => {
    const model = await winModelOf(kit, principal, tx);
    const rows = await tx.db
      .select(columns)
      .from(deals)
      .where(and(open(), conditionsOf(filter, principal.user.id, now, book)));
    const nameOf = await ownerNamesOf(tx, rows);
    const counted = rows.filter(({ call }) => call !== 'omitted');
    const openDeals: OpenDeal[] = counted.map((row) => ({
      ...{ stage: row.stage, amountCny: row.amountCny, closeDate: row.closeDate },
      ...{ ownerId: row.ownerId, ownerName: nameOf(row.ownerId), call: row.call },
      estimate: estimateDeal(model, row.stage, featuresOf(row, now), book),
    }));
    return {
      basis: BASIS[model.kind],
      total: lineOf(openDeals),
      months: monthsOf(openDeals, now),
      owners: ownersOf(openDeals),
      stages: stagesOf(
        openDeals,
        OPEN_STAGES.toSorted((a, b) => book.placeOf(a) - book.placeOf(b)),
      ),
      quality: model.kind === 'too_few' ? null : model.quality,
      omitted: rows.length - counted.length,
      closedDeals: model.kind === 'too_few' ? model.deals : model.quality.deals,
      neededDeals: FEWEST_CLOSED,
      effectiveness: await effectivenessOf(tx),
    };
  });
}

/** How deals ended on which advice was followed, beside those on which it was not. */
async function effectivenessOf(tx: TenantTransaction): Promise<DealForecast['effectiveness']> {
  const { rows } = await tx.db.execute<{
    kind: DealForecast['effectiveness'][number]['kind'];
    done: number;
    done_won: number;
    dismissed: number;
    dismissed_won: number;
  }>(sql`
    with last as (
      select distinct on (a.deal_id, a.kind) a.kind, a.decision, d.stage
      from deals.advice a join deals.deals d on d.id = a.deal_id
      where d.closed_at is not null and a.at <= d.closed_at and a.decision in ('done', 'dismissed')
      order by a.deal_id, a.kind, a.at desc)
    select kind,
      (count(*) filter (where decision = 'done'))::int as done,
      (count(*) filter (where decision = 'done' and stage = 'won'))::int as done_won,
      (count(*) filter (where decision = 'dismissed'))::int as dismissed,
      (count(*) filter (where decision = 'dismissed' and stage = 'won'))::int as dismissed_won
    from last group by kind order by kind`);
  return rows.map((row) => ({
    kind: row.kind,
    done: { deals: row.done, won: row.done_won },
    dismissed: { deals: row.dismissed, won: row.dismissed_won },
  }));
}
