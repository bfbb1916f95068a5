import type { Approval } from '@tokenholic/contracts';
import { type Kit, notFound, type Principal } from '@tokenholic/kit';
import { and, asc, eq } from 'drizzle-orm';
import { toCard } from '../domain/present.ts';
import { turnOf } from '../domain/request-state.ts';
import { approversOf } from '../domain/who-may.ts';
import type { ApprovalPorts } from '../ports.ts';
import { sealedMoments, sealedRequests } from '../sealed.ts';
import { moments, requests } from '../tables.ts';
import { visibleTo } from './list-approvals.ts';
import { standInsNow } from './stand-ins.ts';

/** One request with its steps and its history; not found for whom it is none of their business. */
export async function readApproval(
  kit: Kit,
  ports: ApprovalPorts,
  principal: Principal,
  id: string,
): Promise<Approval> {
  const people = await ports.people(principal.homeOrganizationId);
  return kit.database.withTenant([principal.homeOrganizationId], async (tx) => {
    const viewer = { principal, people, standIns: await standInsNow(tx, kit.now()) };
    const stored = await tx.db
      .select()
      .from(requests)
      .where(and(eq(requests.id, id), visibleTo(viewer)));
    const [row] = await tx.open(sealedRequests, stored);
    if (row === undefined) throw notFound();
    const happened = await tx.db
      .select()
      .from(moments)
      .where(eq(moments.requestId, id))
      .orderBy(asc(moments.at), asc(moments.id));
    const history = await tx.open(sealedMoments, happened);
    const turn = turnOf(row);
    const { detail, subjectId, steps, step, round } = row;
    return {
      ...toCard(row, viewer),
      ...{ detail, subjectId, steps, step, round },
      approvers: turn === null ? [] : approversOf(turn, people, viewer.standIns),
      moments: history.map((one) => ({
        ...{ id: one.id, at: one.at.toISOString(), kind: one.kind, comment: one.comment, role: one.role },
        by: one.byId === null || one.byName === null ? null : { id: one.byId, name: one.byName },
        onBehalfOf: one.onBehalfOf,
      })),
    };
  });
}
