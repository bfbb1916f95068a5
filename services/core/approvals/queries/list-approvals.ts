import type { ApprovalCard, ApprovalCount, ApprovalView } from '@tokenholic/contracts';
import { formatCursor, type Kit, type Principal, parseCursor, type TenantTransaction } from '@tokenholic/kit';
import { and, arrayOverlaps, asc, desc, eq, gt, inArray, lt, ne, or, type SQL } from 'drizzle-orm';

import { APPROVER_ROLES } from '../domain/approver-roles.ts';
import { toCard, type Viewer } from '../domain/present.ts';
import { turnOf } from '../domain/request-state.ts';
import { rightOf } from '../domain/who-may.ts';
import type { ApprovalPorts } from '../ports.ts';
import { sealedRequests } from '../sealed.ts';
import { type RequestRow, requests } from '../tables.ts';
import { standInsNow } from './stand-ins.ts';

/** What waits for one person at once; beyond it the rest comes as these are answered. */
const MOST_WAITING = 200;

/** Requests of one view, those that run out first before the others, or the newest first. */
export async function listApprovals(
  kit: Kit,
  ports: ApprovalPorts,
  principal: Principal,
  { view, limit, cursor }: { view: ApprovalView; limit: number; cursor?: string | undefined },
): Promise<{ items: ApprovalCard[]; nextCursor: string | null }> {
  const people = await ports.people(principal.homeOrganizationId);
  return kit.database.withTenant([principal.homeOrganizationId], async (tx) => {
    const viewer = { principal, people, standIns: await standInsNow(tx, kit.now()) };
    if (view === 'mine') {
      const rows = await waitingFor(tx, viewer);
      return { items: rows.map((row) => toCard(row, viewer)), nextCursor: null };
    }
    const after = parseCursor(cursor);
    const at = after === null ? null : new Date(after.value);
    const rows = await tx.db
      .select()
      .from(requests)
      .where(
        and(
          conditionOf(view, viewer),
          after === null || at === null
            ? undefined
            : or(lt(requests.createdAt, at), and(eq(requests.createdAt, at), lt(requests.id, after.id))),
        ),
      )
      .orderBy(desc(requests.createdAt), desc(requests.id))
      .limit(limit + 1);
    const page = await tx.open(sealedRequests, rows.slice(0, limit));
    const last = page.at(-1);
    return {
      items: page.map((row) => toCard(row, viewer)),
      nextCursor:
        rows.length > limit && last !== undefined
          ? formatCursor(last.createdAt.toISOString(), last.id)
          : null,
    };
  });
}

/** What the badge says. */
export async function countApprovals(
  kit: Kit,
  ports: ApprovalPorts,
  principal: Principal,
): Promise<ApprovalCount> {
  const people = await ports.people(principal.homeOrganizationId);
  return kit.database.withTenant([principal.homeOrganizationId], async (tx) => {
    const viewer = { principal, people, standIns: await standInsNow(tx, kit.now()) };
    const rows = await waitingFor(tx, viewer);
    const asked = await tx.db.$count(
      requests,
      and(eq(requests.requestedBy, principal.user.id), inArray(requests.status, ['waiting', 'changes'])),
    );
    return { waiting: rows.length, asked, nextDueAt: rows[0]?.dueAt?.toISOString() ?? null };
  });
}

/** Everything whose turn is this person's, by their own right or another's. */
async function waitingFor(tx: TenantTransaction, viewer: Viewer): Promise<RequestRow[]> {
  const { principal, people, standIns } = viewer;
  const roles = rolesOf(viewer);
  const me = people.find(({ id }) => id === principal.user.id);
  if (me === undefined || roles.length === 0) return [];
  const rows = await tx.db
    .select()
    .from(requests)
    .where(
      and(
        eq(requests.status, 'waiting'),
        inArray(requests.role, roles),
        ne(requests.requestedBy, principal.user.id),
      ),
    )
    .orderBy(asc(requests.dueAt), asc(requests.id))
    .limit(MOST_WAITING);
  return (await tx.open(sealedRequests, rows)).filter((row) => {
    const turn = turnOf(row);
    return turn !== null && rightOf(me, turn, people, standIns) !== null;
  });
}

function conditionOf(view: Exclude<ApprovalView, 'mine'>, viewer: Viewer): SQL | undefined {
  if (view === 'asked') return eq(requests.requestedBy, viewer.principal.user.id);
  const open = inArray(requests.status, ['waiting', 'changes']);
  return and(view === 'open' ? open : gt(requests.closedAt, new Date(0)), visibleTo(viewer));
}

/** One's own, those one's role had a step in, and those about clients one is assigned to. */
export function visibleTo(viewer: Viewer): SQL | undefined {
  const { user, organizationIds } = viewer.principal;
  const roles = rolesOf(viewer);
  return or(
    eq(requests.requestedBy, user.id),
    inArray(requests.clientId, [...organizationIds]),
    roles.length === 0 ? undefined : arrayOverlaps(requests.roles, roles),
  );
}

/** Roles that count for the person: their own, and of those they stand in for. */
function rolesOf({ principal, people, standIns }: Viewer) {
  const absent = standIns
    .filter(({ standIn }) => standIn.id === principal.user.id)
    .flatMap(({ person }) => people.find(({ id }) => id === person.id)?.roles ?? []);
  const all: readonly string[] = [...principal.user.roles, ...absent];
  return APPROVER_ROLES.filter((role) => all.includes(role));
}
