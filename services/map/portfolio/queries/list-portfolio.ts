import type { PortfolioEntry } from '@tokenholic/contracts';
import type { Kit } from '@tokenholic/kit';
import { industryById } from '@tokenholic/reference';
import { desc, isNotNull, lte } from 'drizzle-orm';
import { clients, days } from '../tables.ts';

const WEEK_MILLISECONDS = 7 * 24 * 3_600_000;

/** One line a client for those that have a map, with the figures of seven days before beside today's. */
export async function listPortfolio(kit: Kit, organizationIds: readonly string[]): Promise<PortfolioEntry[]> {
  const weekAgo = new Date(kit.now().getTime() - WEEK_MILLISECONDS).toISOString().slice(0, 10);
  return kit.database.withTenant(organizationIds, async (tx) => {
    const rows = await tx.db
      .select()
      .from(clients)
      .where(isNotNull(clients.map))
      .orderBy(desc(clients.changedAt));
    const past = await tx.db
      .selectDistinctOn([days.organizationId])
      .from(days)
      .where(lte(days.day, weekAgo))
      .orderBy(days.organizationId, desc(days.day));
    const before = new Map(past.map(({ organizationId, figures }) => [organizationId, figures]));
    return rows.flatMap(({ organizationId, name, stage, industryId, agents, map, changedAt }) => {
      if (map === null) return [];
      const industry = industryId === null ? undefined : industryById(industryId);
      return {
        ...map,
        clientId: organizationId,
        clientName: name,
        industry: industry === undefined ? null : { id: industry.id, name: industry.name },
        ...{ stage, agents },
        changedAt: changedAt.toISOString(),
        weekAgo: before.get(organizationId) ?? null,
      };
    });
  });
}
