import type { EventType, TypedEvent } from '@tokenholic/contracts';
import type { Reactions, TenantTransaction } from '@tokenholic/kit';
import { reference } from '@tokenholic/reference';
import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import type { FactKind } from '../domain/facts.ts';
import { facts, pending } from '../tables.ts';

const HOUR = 3_600_000;

interface Deed {
  kind: FactKind;
  value: number;
  label?: string;
  at?: Date;
  userId?: string;
  id?: string;
}

/** Keeps a deed of whoever acted; what the product did by itself is nobody's. */
async function note(tx: TenantTransaction, event: TypedEvent<EventType>, deed: Deed): Promise<void> {
  const userId = deed.userId ?? personOf(event.actor);
  if (userId === null) return;
  const { kind, value, label = null, at = new Date(event.occurredAt), id = event.id } = deed;
  await tx.db
    .insert(facts)
    .values({ id, organizationId: event.organizationId, userId, kind, label, value, at })
    .onConflictDoNothing();
}

/** Null for the product itself and for guests. */
function personOf(actor: string): string | null {
  return z.uuid().safeParse(actor).success ? actor : null;
}

async function begin(
  tx: TenantTransaction,
  organizationId: string,
  key: string,
  userId: string | null,
  since: Date,
) {
  await tx.db.insert(pending).values({ organizationId, key, userId, since }).onConflictDoNothing();
}

/** Takes away what had begun and says what it was. */
async function end(tx: TenantTransaction, organizationId: string, key: string) {
  const [row] = await tx.db
    .delete(pending)
    .where(and(eq(pending.organizationId, organizationId), eq(pending.key, key)))
    .returning();
  return row;
}

const inCny = (minor: number, currency: 'CNY' | 'USD') =>
  (minor / 100) * (currency === 'USD' ? reference.exchangeRate.cnyPerUsd : 1);

async function endHandoff(tx: TenantTransaction, event: TypedEvent<EventType>, id: string, kept: number) {
  const proposed = await end(tx, event.organizationId, `handoff:${id}`);
  if (proposed?.userId == null) return;
  await note(tx, event, { kind: 'handoffs_kept', value: kept, userId: proposed.userId });
}

/** Which events count for whom. */
export const noteDeeds: Reactions = {
  'map.drawn': async (tx, event) => {
    if (event.payload.runId !== null) await note(tx, event, { kind: 'maps_drawn', value: 1 });
  },
  'findings.reviewed': (tx, event) =>
    note(tx, event, { kind: 'findings_judged', value: event.payload.reviewed }),
  'task.decided': async (tx, event) => {
    const { status, rule, dueAt } = event.payload;
    if (status === 'deferred') return note(tx, event, { kind: 'task_deferred', value: 1, label: rule });
    if (status === 'accepted') return note(tx, event, { kind: 'task_taken', value: 1, label: rule });
    if (status !== 'done' || dueAt == null) return;
    await note(tx, event, { kind: 'tasks_in_time', value: event.occurredAt <= dueAt ? 1 : 0 });
  },
  'activity.logged': async (tx, event) => {
    const { dealId, kind, direction, occurredAt } = event.payload;
    if (kind === 'note') return;
    const at = new Date(occurredAt);
    const key = `answer:${dealId}`;
    // A mail waits for an answer; who calls or comes is answered there and then.
    if (direction === 'in' && kind === 'email') return begin(tx, event.organizationId, key, null, at);
    const asked = await end(tx, event.organizationId, key);
    if (asked === undefined || asked.since > at) return;
    const value = (at.getTime() - asked.since.getTime()) / HOUR;
    await note(tx, event, { kind: 'first_answer_hours', value, at });
  },
  'deal.won': (tx, event) => {
    const { amountMinor, currency, closedAt } = event.payload;
    const at = new Date(closedAt ?? event.occurredAt);
    return note(tx, event, { kind: 'deals_won_cny', value: inCny(amountMinor, currency), at });
  },
  'deal.lost': (tx, event) => {
    const { outcome, closedAt } = event.payload;
    const at = new Date(closedAt ?? event.occurredAt);
    return note(tx, event, { kind: 'deal_lost', value: 1, label: outcome.reason, at });
  },
  'practice.handed_in': (tx, event) => {
    const { userId, sessionId, total } = event.payload;
    // A talk of an assignment is handed in by itself: the talk's own id keeps it one.
    return note(tx, event, { kind: 'practice_score', value: total, userId, id: sessionId });
  },
  'client.handoff_proposed': (tx, event) =>
    begin(
      tx,
      event.organizationId,
      `handoff:${event.payload.handoffId}`,
      personOf(event.actor),
      new Date(event.occurredAt),
    ),
  'client.handoff_returned': (tx, event) => endHandoff(tx, event, event.payload.handoffId, 0),
  'client.stage_changed': (tx, event) => endHandoff(tx, event, event.payload.handoffId, 1),
};
