import type { ClientFilter, ClientOrder, ClientSummary, StageCounts } from '@tokenholic/contracts';
import type { Kit, Principal } from '@tokenholic/kit';
import { formatCursor, parseCursor } from '@tokenholic/kit';
import { industryById } from '@tokenholic/reference';
import { and, asc, count, desc, eq, gt, gte, lt, or, type SQL, sql } from 'drizzle-orm';
import { AT_RISK, WATCH } from '../domain/health.ts';
import { foldForSearch } from '../domain/search-text.ts';
import { sealedClients } from '../sealed.ts';
import { clients, openedClients } from '../tables.ts';

type Row = typeof clients.$inferSelect;

/** One page of the clients a person is assigned to, narrowed and ordered; the cursor is the last row's place. */
export async function listClients(
  kit: Kit,
  principal: Principal,
  filter: ClientFilter,
  page: { cursor?: string | undefined; limit: number },
): Promise<{ items: ClientSummary[]; nextCursor: string | null }> {
  const order = orders[filter.order];
  const after = parseCursor(page.cursor);
  return kit.database.withTenant(principal.organizationIds, async (tx) => {
    const rows = await tx.db
      .select({ client: clients, openedAt: openedClients.openedAt })
      .from(clients)
      .leftJoin(
        openedClients,
        and(
          eq(openedClients.organizationId, clients.organizationId),
          eq(openedClients.userId, principal.user.id),
        ),
      )
      .where(and(...conditionsOf(filter), after === null ? undefined : order.after(after.value, after.id)))
      .orderBy(...order.by)
      .limit(page.limit + 1);
    const items = rows.slice(0, page.limit);
    const last = items.at(-1)?.client;
    const opened = await tx.open(
      sealedClients,
      items.map(({ client }) => client),
    );
    const more = rows.length > page.limit && last !== undefined;
    return {
      items: items.map(({ client, openedAt }, index) => toSummary(opened[index] ?? client, openedAt)),
      nextCursor: more ? formatCursor(order.value(last), last.organizationId) : null,
    };
  });
}

function conditionsOf({ search, stage, industry, health, waiting }: ClientFilter): (SQL | undefined)[] {
  const folded = foldForSearch(search);
  return [
    folded === '' ? undefined : sql`position(${folded} in ${clients.searchText}) > 0`,
    stage === null ? undefined : eq(clients.stage, stage),
    industry === null ? undefined : eq(clients.industryId, industry),
    waiting ? gt(clients.waiting, 0) : undefined,
    health === null
      ? undefined
      : {
          at_risk: lt(clients.health, AT_RISK),
          watch: and(gte(clients.health, AT_RISK), lt(clients.health, WATCH)),
          good: gte(clients.health, WATCH),
        }[health],
  ];
}

interface Order {
  by: SQL[];
  after: (value: string | number, id: string) => SQL;
  value: (row: Row) => string | number;
}

const id = clients.organizationId;
const orders: Record<ClientOrder, Order> = {
  attention: {
    by: [desc(clients.heat), desc(id)],
    after: (value, last) => sql`(${clients.heat}, ${id}) < (${Number(value)}::float8, ${last}::uuid)`,
    value: ({ heat }) => heat,
  },
  recent: {
    by: [desc(clients.lastAt), desc(id)],
    after: (value, last) =>
      sql`(${clients.lastAt}, ${id}) < (${new Date(Number(value)).toISOString()}::timestamptz, ${last}::uuid)`,
    value: ({ lastAt }) => lastAt.getTime(),
  },
  health: {
    by: [asc(clients.health), asc(id)],
    after: (value, last) => sql`(${clients.health}, ${id}) > (${Number(value)}::int, ${last}::uuid)`,
    value: ({ health }) => health,
  },
  name: {
    by: [asc(clients.name), asc(id)],
    after: (value, last) =>
      or(gt(clients.name, String(value)), and(eq(clients.name, String(value)), gt(id, last))) ?? sql`true`,
    value: ({ name }) => name,
  },
};

export function toSummary(row: Row, openedAt: Date | null): ClientSummary {
  const industry = row.industryId === null ? undefined : industryById(row.industryId);
  return {
    id: row.organizationId,
    name: row.name,
    stage: row.stage,
    stageSince: row.stageSince.toISOString(),
    industry: industry === undefined ? null : { id: industry.id, name: industry.name },
    health: row.health,
    healthChange: row.health - row.healthBefore,
    opportunity: row.opportunity,
    lastLine: row.lastZh === null || row.lastEn === null ? null : { zh: row.lastZh, en: row.lastEn },
    lastAt: row.lastAt.toISOString(),
    waiting: row.waiting,
    unread: openedAt === null || row.lastAt > openedAt,
  };
}

/** How many clients stand at each stage, and in which industries. */
export async function countClients(kit: Kit, principal: Principal): Promise<StageCounts> {
  const rows = await kit.database.withTenant(principal.organizationIds, (tx) =>
    tx.db
      .select({ stage: clients.stage, industryId: clients.industryId, clients: count() })
      .from(clients)
      .groupBy(clients.stage, clients.industryId),
  );
  const counts: StageCounts = { all: 0, sales: 0, onboarding: 0, support: 0, success: 0, industries: [] };
  const industries = new Map<string, number>();
  for (const row of rows) {
    counts.all += row.clients;
    counts[row.stage] += row.clients;
    if (row.industryId !== null)
      industries.set(row.industryId, (industries.get(row.industryId) ?? 0) + row.clients);
  }
  counts.industries = [...industries]
    .flatMap(([industryId, number]) => {
      const industry = industryById(industryId);
      return industry === undefined ? [] : [{ id: industryId, name: industry.name, clients: number }];
    })
    .sort((a, b) => b.clients - a.clients);
  return counts;
}
