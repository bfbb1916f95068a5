import type { Agent, Handoff, Lifecycle, LocalizedText } from '@tokenholic/contracts';
import { type Kit, notFound, type Principal } from '@tokenholic/kit';
import { and, asc, desc, eq, inArray, isNull, type SQL } from 'drizzle-orm';
import { checklistFor, nextStages } from '../domain/lifecycle.ts';
import { sealedUsers } from '../sealed.ts';
import { assignments, handoffs, lifecycles, organizations, users } from '../tables.ts';

export function toHandoff(row: typeof handoffs.$inferSelect): Handoff {
  return {
    id: row.id,
    from: row.fromStage,
    to: row.toStage,
    status: row.status,
    checklist: checklistFor(row.toStage).map(({ key, label }) => ({
      key,
      label,
      done: row.done.includes(key),
    })),
    note: row.note,
    proposedBy: row.proposedBy,
    proposedAt: row.proposedAt.toISOString(),
    decidedAt: row.decidedAt?.toISOString() ?? null,
    reason: row.reason,
  };
}

const toAgent = ({ id, nameZh, nameEn, roles }: typeof users.$inferSelect): Agent => ({
  id,
  name: { zh: nameZh, en: nameEn },
  roles,
});

/** Everybody of one's own organisation who can be given clients. */
export async function listAgents(kit: Kit, principal: Principal): Promise<Agent[]> {
  const home = principal.homeOrganizationId;
  return agentsWhere(kit, home, isNull(users.leftAt));
}

/** The same without services: who can be asked for a yes, and whose work is measured. */
export async function listColleagues(kit: Kit, home: string): Promise<Agent[]> {
  return agentsWhere(kit, home, and(eq(users.kind, 'person'), isNull(users.leftAt)));
}

function agentsWhere(kit: Kit, home: string, which: SQL | undefined): Promise<Agent[]> {
  return kit.database.withTenant([home], async (tx) => {
    const stored = await tx.db
      .select()
      .from(users)
      .where(and(eq(users.organizationId, home), which))
      .orderBy(asc(users.id));
    return (await tx.open(sealedUsers, stored)).map(toAgent);
  });
}

/** What everybody is or was called who belongs to an organisation or did, by id. */
export async function listNames(kit: Kit, home: string): Promise<Map<string, LocalizedText>> {
  const { id, organizationId, nameZh, nameEn } = users;
  const rows = await kit.database.withTenant([home], async (tx) => {
    const stored = await tx.db
      .select({ id, organizationId, nameZh, nameEn })
      .from(users)
      .where(eq(organizationId, home));
    return tx.open(sealedUsers, stored);
  });
  return new Map(rows.map((row) => [row.id, { zh: row.nameZh, en: row.nameEn }]));
}

const PAST = 20;

/** Where a client stands, who works on it, and its hand-offs. */
export async function getLifecycle(kit: Kit, principal: Principal, clientId: string): Promise<Lifecycle> {
  return kit.database.withTenant([clientId, principal.homeOrganizationId], async (tx) => {
    const [client] = await tx.db
      .select()
      .from(organizations)
      .where(and(eq(organizations.organizationId, clientId), eq(organizations.kind, 'client')));
    if (client === undefined) throw notFound();
    const [row] = await tx.db.select().from(lifecycles).where(eq(lifecycles.organizationId, clientId));
    const stage = row?.stage ?? 'sales';
    const assigned = await tx.db
      .select({ id: assignments.userId })
      .from(assignments)
      .where(eq(assignments.organizationId, clientId));
    const team =
      assigned.length === 0
        ? []
        : await tx.db
            .select()
            .from(users)
            .where(
              and(
                inArray(
                  users.id,
                  assigned.map(({ id }) => id),
                ),
                isNull(users.leftAt),
              ),
            )
            .orderBy(asc(users.id));
    const all = await tx.db
      .select()
      .from(handoffs)
      .where(eq(handoffs.organizationId, clientId))
      .orderBy(desc(handoffs.proposedAt), desc(handoffs.id))
      .limit(PAST);
    const open = all.find(({ status }) => status === 'proposed');
    return {
      clientId,
      stage,
      since: (row?.since ?? client.createdAt).toISOString(),
      next: nextStages(stage),
      team: (await tx.open(sealedUsers, team)).map(toAgent),
      open: open === undefined ? null : toHandoff(open),
      past: all.filter(({ status }) => status !== 'proposed').map(toHandoff),
    };
  });
}
