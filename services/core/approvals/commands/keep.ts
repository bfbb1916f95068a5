import type { ApprovalPerson, ApprovalRisk, ApprovalType, LocalizedText } from '@tokenholic/contracts';
import type { TenantTransaction } from '@tokenholic/kit';
import { eq } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { columnsOf } from '../domain/columns.ts';
import { currentStep, type Outcome, type RequestState } from '../domain/request-state.ts';
import { sealedMoments, sealedRequests } from '../sealed.ts';
import { moments, type RequestRow, requests } from '../tables.ts';

/** Who did it and what they said; nobody is the clock. */
export interface Word {
  by: ApprovalPerson | null;
  onBehalfOf: LocalizedText | null;
  comment: string;
}

export const CLOCK: Word = { by: null, onBehalfOf: null, comment: '' };

/** Organisations a transaction about this request must be in: its history is the vendor's, its story the client's. */
export function placesOf({
  organizationId,
  clientId,
}: Pick<RequestRow, 'organizationId' | 'clientId'>): string[] {
  return clientId === null ? [organizationId] : [organizationId, clientId];
}

/** Keeps what came of an action: the state, its history, the events and the audit trail, together. */
export async function keep(
  tx: TenantTransaction,
  before: RequestRow,
  { state, outcomes }: { state: RequestState; outcomes: readonly Outcome[] },
  word: Word,
  now: Date,
  change: Partial<RequestRow> = {},
): Promise<RequestRow> {
  const after: RequestRow = {
    ...{ ...before, ...change, ...columnsOf(state, now) },
    revision: before.revision + 1,
  };
  const stored = await tx.seal(sealedRequests, before.organizationId, after);
  await tx.db.update(requests).set(stored).where(eq(requests.id, before.id));
  for (const outcome of outcomes) {
    await note(tx, after, outcome, word, now);
    await tell(tx, after, state, outcome, word);
  }
  return after;
}

/** A line of the request's history and of the audit trail. */
export async function note(
  tx: TenantTransaction,
  row: RequestRow,
  { kind, role }: Outcome,
  { by, onBehalfOf, comment }: Word,
  at: Date,
): Promise<void> {
  const { organizationId, clientId, id: requestId } = row;
  const moment = await tx.seal(sealedMoments, organizationId, {
    ...{ id: uuidv7(), organizationId, clientId, requestId, at, kind, onBehalfOf, comment, role },
    ...{ byId: by?.id ?? null, byName: by?.name ?? null },
  });
  await tx.db.insert(moments).values(moment);
  await tx.audit(clientId ?? organizationId, {
    ...{ action: `approval.${kind}`, subject: requestId, after: { status: row.status, role: row.role } },
    ...(comment === '' ? {} : { reason: comment }),
  });
}

/** The facts that every event of a request carries. */
export function factsOf(row: RequestRow): {
  approvalId: string;
  type: ApprovalType;
  title: LocalizedText;
  subjectId: string | null;
  risk: ApprovalRisk;
} {
  const { id: approvalId, type, title, subjectId, risk } = row;
  return { approvalId, type, title, subjectId, risk };
}

const DECISIONS = { approved: 'approve', rejected: 'reject', changes: 'changes' } as const;

async function tell(
  tx: TenantTransaction,
  row: RequestRow,
  state: RequestState,
  { kind, role, to }: Outcome,
  { by, onBehalfOf, comment }: Word,
): Promise<void> {
  const place = row.clientId ?? row.organizationId;
  const facts = factsOf(row);
  const dueAt = currentStep(state)?.dueAt ?? null;
  switch (kind) {
    case 'requested':
    case 'resubmitted':
      return tellRequested(tx, row, state);
    case 'decided_elsewhere':
    case 'approved':
    case 'rejected':
    case 'changes': {
      if (by === null) return;
      const { status } = state;
      const decision =
        kind === 'decided_elsewhere' ? (status === 'approved' ? 'approve' : 'reject') : DECISIONS[kind];
      return tx.publish(place, 'approval.decided', { ...facts, by, onBehalfOf, decision, status, comment });
    }
    case 'withdrawn':
      return by === null ? undefined : tx.publish(place, 'approval.withdrawn', { ...facts, by });
    case 'reminded':
      return role === null ? undefined : tx.publish(place, 'approval.reminded', { ...facts, role, dueAt });
    case 'escalated':
      if (role === null || to === undefined) return;
      return tx.publish(place, 'approval.escalated', { ...facts, from: role, to, dueAt });
    case 'overdue':
      return role === null ? undefined : tx.publish(place, 'approval.overdue', { ...facts, role });
  }
}

/** Says that somebody waits for a yes. */
export async function tellRequested(
  tx: TenantTransaction,
  row: RequestRow,
  state: RequestState,
): Promise<void> {
  const current = currentStep(state);
  if (current === null) return;
  const { amountCny, discountPercent } = row;
  await tx.publish(row.clientId ?? row.organizationId, 'approval.requested', {
    ...factsOf(row),
    by: { id: row.requestedBy, name: row.requestedByName },
    ...{ role: current.role, dueAt: current.dueAt, amountCny, discountPercent, round: state.round },
  });
}
