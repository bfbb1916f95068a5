import type { LocalizedText, PortfolioEntry } from '@tokenholic/contracts';
import type { Kit, Principal } from '@tokenholic/kit';
import { industryById } from '@tokenholic/reference';
import { and, desc, eq, isNotNull, lte, sql } from 'drizzle-orm';
import type { PortfolioPorts } from '../ports.ts';
import { clients, days } from '../tables.ts';

const WEEK_MILLISECONDS = 7 * 24 * 3_600_000;

const UNKNOWN: LocalizedText = { zh: '—', en: '—' };

/** One line a client for those that have a map, with the figures of seven days before beside today's. */
export async function listPortfolio(
  kit: Kit,
  ports: PortfolioPorts,
  { homeOrganizationId: home, organizationIds }: Principal,
): Promise<PortfolioEntry[]> {
  const names = await ports.names(home);
  const weekAgo = new Date(kit.now().getTime() - WEEK_MILLISECONDS).toISOString().slice(0, 10);
  return kit.database.withTenant(organizationIds, async (tx) => {
    // Of thousands of days only the one each client needs is touched: the policy is asked of every row that is.
    const past = tx.db
      .select({ figures: days.figures })
      .from(days)
      .where(and(eq(days.organizationId, clients.organizationId), lte(days.day, weekAgo)))
      .orderBy(desc(days.day))
      .limit(1)
      .as('past');
    const rows = await tx.db
      .select({ client: clients, before: past.figures })
      .from(clients)
      .leftJoinLateral(past, sql`true`)
      .where(isNotNull(clients.map))
      .orderBy(desc(clients.changedAt));
    return rows.flatMap(({ client, before }) => {
      const { organizationId, name, stage, industryId, agents, map, changedAt } = client;
      if (map === null) return [];
      const industry = industryId === null ? undefined : industryById(industryId);
      return {
        ...map,
        clientId: organizationId,
        clientName: name,
        industry: industry === undefined ? null : { id: industry.id, name: industry.name },
        stage,
        agents: agents.map(({ id }) => ({ id, name: names.get(id) ?? UNKNOWN })),
        changedAt: changedAt.toISOString(),
        weekAgo: before,
      };
    });
  });
}
