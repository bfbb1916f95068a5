import type { ApprovalCard } from '@tokenholic/contracts';
import type { RequestRow } from '../tables.ts';
import { isOpen, turnOf } from './request-state.ts';
import { type Colleague, rightOf, type StandIn } from './who-may.ts';

/** Who looks, and who is there. */
export interface Viewer {
  principal: { user: { id: string; roles: readonly string[] }; organizationIds: readonly string[] };
  people: readonly Colleague[];
  standIns: readonly StandIn[];
}

/** A request as lists show it to one person. */
export function toCard(row: RequestRow, { principal, people, standIns }: Viewer): ApprovalCard {
  const me = people.find(({ id }) => id === principal.user.id);
  const turn = turnOf(row);
  return {
    ...{ id: row.id, type: row.type, clientId: row.clientId, clientName: row.clientName, title: row.title },
    ...{ amountCny: row.amountCny, discountPercent: row.discountPercent, risk: row.risk, status: row.status },
    requestedBy: { id: row.requestedBy, name: row.requestedByName },
    role: row.role,
    startedAt: row.startedAt?.toISOString() ?? null,
    dueAt: row.dueAt?.toISOString() ?? null,
    escalated: row.steps.some(({ escalations }) => escalations.length > 0),
    createdAt: row.createdAt.toISOString(),
    closedAt: row.closedAt?.toISOString() ?? null,
    revision: row.revision,
    mayDecide: me !== undefined && turn !== null && rightOf(me, turn, people, standIns) !== null,
    mayWithdraw: row.requestedBy === principal.user.id && isOpen(row.status),
  };
}
