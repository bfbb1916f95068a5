import type { Objective } from '@tokenholic/contracts';
import type { Kit, Principal } from '@tokenholic/kit';
import { and, asc, inArray, isNull } from 'drizzle-orm';
import { daysOf, forecast, type Period, stateOf } from '../domain/forecast.ts';
import { KINDS, measure } from '../domain/metrics.ts';
import { instantsOf } from '../domain/period.ts';
import type { PerformancePorts } from '../ports.ts';
import { sealedObjectives } from '../sealed.ts';
import { type FactRow, objectives } from '../tables.ts';
import { readFacts } from './read-facts.ts';

type Row = typeof objectives.$inferSelect;

/** Objectives of these people with where they stand and where they will end. */
export async function readObjectives(
  kit: Kit,
  ports: PerformancePorts,
  { user, homeOrganizationId: home }: Principal,
  userIds: readonly string[],
): Promise<Objective[]> {
  const rows = await kit.database.withTenant([home], async (tx) => {
    const stored = await tx.db
      .select()
      .from(objectives)
      .where(and(inArray(objectives.userId, [...userIds]), isNull(objectives.endedAt)))
      .orderBy(asc(objectives.untilDay), asc(objectives.id));
    return tx.open(sealedObjectives, stored);
  });
  if (rows.length === 0) return [];
  const begins = new Date(Math.min(...rows.map(({ fromDay }) => Date.parse(fromDay))));
  const now = kit.now();
  const facts = await readFacts(kit, ports, userIds, { begins, ends: new Date(now.getTime() + 1) });
  return rows.map((row) => toObjective(row, facts, user, now));
}

function toObjective(row: Row, facts: readonly FactRow[], viewer: Principal['user'], now: Date): Objective {
  const period: Period = { from: row.fromDay, until: row.untilDay };
  const { begins, ends } = instantsOf(period);
  const { metric, target } = row;
  const own = facts.filter(
    ({ userId, kind, at }) => userId === row.userId && kind === metric && at >= begins && at < ends,
  );
  const values = own.map(({ value }) => value);
  const value = measure(
    metric,
    values.map((one) => ({ metric, value: one })),
  );
  const outlook = forecast(metric, target, values, period, now);
  const days = daysOf(period, now);
  const isManager = viewer.permissions.includes('performance.team');
  return {
    ...{ id: row.id, userId: row.userId, metric, kind: KINDS[metric], target, ...period, note: row.note },
    setBy: { id: row.setBy, name: row.setByName },
    ...{ value, forecast: outlook, timeGone: days.all === 0 ? 1 : days.gone / days.all },
    state: stateOf(metric, target, value.value, outlook, days),
    mayEnd: isManager || (row.userId === viewer.id && row.setBy === viewer.id),
  };
}
