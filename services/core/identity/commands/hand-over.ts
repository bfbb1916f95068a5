import type { DecideHandoff, Handoff, ProposeHandoff } from '@tokenholic/contracts';
import { type Kit, notFound, type Principal, type TenantTransaction } from '@tokenholic/kit';
import { and, eq } from 'drizzle-orm';
import { handoffAnswered, handoffIncomplete, handoffNotPossible } from '../domain/failures.ts';
import { checklistFor, missingItems, nextStages } from '../domain/lifecycle.ts';
import { toHandoff } from '../queries/get-lifecycle.ts';
import { handoffs, lifecycles } from '../tables.ts';

type Row = typeof handoffs.$inferSelect;

/** Asks the next team to take a client over. Idempotent by the caller's id; one hand-off waits at a time. */
export async function proposeHandoff(
  kit: Kit,
  principal: Principal,
  clientId: string,
  { id, to, note }: ProposeHandoff,
): Promise<Handoff> {
  return kit.database.withTenant([clientId], async (tx) => {
    const [known] = await tx.db
      .select()
      .from(handoffs)
      .where(and(eq(handoffs.organizationId, clientId), eq(handoffs.id, id)));
    if (known !== undefined) return toHandoff(known);
    const from = (await stageRow(tx, clientId))?.stage ?? 'sales';
    if (!nextStages(from).includes(to)) throw handoffNotPossible();
    const [row] = await tx.db
      .insert(handoffs)
      .values({
        id,
        organizationId: clientId,
        fromStage: from,
        toStage: to,
        status: 'proposed',
        done: [],
        note,
        proposedBy: principal.user.id,
        proposedAt: kit.now(),
      })
      // Somebody else's open hand-off, or somebody else's id.
      .onConflictDoNothing()
      .returning();
    if (row === undefined) throw handoffNotPossible();
    await tx.publish(clientId, 'client.handoff_proposed', { handoffId: id, from, to, note });
    await tx.audit(clientId, { action: 'handoff.propose', subject: id, after: { from, to } });
    return toHandoff(row);
  });
}

/** Ticks an item of the checklist, or takes the tick away. */
export async function tickItem(
  kit: Kit,
  clientId: string,
  handoffId: string,
  { key, done }: { key: string; done: boolean },
): Promise<Handoff> {
  return kit.database.withTenant([clientId], async (tx) => {
    const open = await openHandoff(tx, clientId, handoffId);
    if (checklistFor(open.toStage).every((item) => item.key !== key)) throw notFound();
    const others = open.done.filter((ticked) => ticked !== key);
    const ticked = done ? [...others, key] : others;
    await tx.db.update(handoffs).set({ done: ticked }).where(eq(handoffs.id, handoffId));
    return toHandoff({ ...open, done: ticked });
  });
}

/** What may hold back a hand-off whose checklist is not complete: returns when it may go on. Never asked inside a transaction. */
export type PassIncomplete = (
  principal: Principal,
  handoff: { handoffId: string; clientId: string; missing: number },
) => Promise<void>;

/** The next team's word: accepted moves the client on, returned says what is missing. */
export async function decideHandoff(
  kit: Kit,
  principal: Principal,
  clientId: string,
  handoffId: string,
  answer: DecideHandoff,
  passIncomplete: PassIncomplete | null = null,
): Promise<Handoff> {
  const now = kit.now();
  const passed = await passMissing(kit, principal, clientId, handoffId, answer, passIncomplete);
  return kit.database.withTenant([clientId], async (tx) => {
    const open = await openHandoff(tx, clientId, handoffId);
    const { fromStage: from, toStage: to } = open;
    const decided = { decidedBy: principal.user.id, decidedAt: now };
    if (answer.decision === 'return') {
      const change = { ...decided, status: 'returned' as const, reason: answer.reason };
      await tx.db.update(handoffs).set(change).where(eq(handoffs.id, handoffId));
      await tx.publish(clientId, 'client.handoff_returned', { handoffId, to, reason: answer.reason });
      await tx.audit(clientId, { action: 'handoff.return', subject: handoffId, reason: answer.reason });
      return toHandoff({ ...open, ...change });
    }
    const missing = missingItems(to, open.done);
    // A tick taken away in this moment is one that nobody agreed to.
    if (missing > passed) throw handoffIncomplete(missing);
    const change = { ...decided, status: 'accepted' as const };
    await tx.db.update(handoffs).set(change).where(eq(handoffs.id, handoffId));
    await tx.db
      .insert(lifecycles)
      .values({ organizationId: clientId, stage: to, since: now })
      .onConflictDoUpdate({ target: lifecycles.organizationId, set: { stage: to, since: now } });
    await tx.publish(clientId, 'client.stage_changed', { handoffId, from, to });
    await tx.audit(clientId, {
      action: 'client.stage',
      subject: clientId,
      before: { stage: from },
      after: { stage: to, ...(missing > 0 ? { missing } : {}) },
    });
    return toHandoff({ ...open, ...change });
  });
}

/** How many items may be missing. */
async function passMissing(
  kit: Kit,
  principal: Principal,
  clientId: string,
  handoffId: string,
  answer: DecideHandoff,
  passIncomplete: PassIncomplete | null,
): Promise<number> {
  if (answer.decision !== 'accept' || answer.withMissing !== true || passIncomplete === null) return 0;
  const open = await kit.database.withTenant([clientId], (tx) => openHandoff(tx, clientId, handoffId));
  const missing = missingItems(open.toStage, open.done);
  if (missing > 0) await passIncomplete(principal, { handoffId, clientId, missing });
  return missing;
}

async function stageRow(tx: TenantTransaction, clientId: string) {
  const [row] = await tx.db.select().from(lifecycles).where(eq(lifecycles.organizationId, clientId));
  return row;
}

async function openHandoff(tx: TenantTransaction, clientId: string, handoffId: string): Promise<Row> {
  const [row] = await tx.db
    .select()
    .from(handoffs)
    .where(and(eq(handoffs.organizationId, clientId), eq(handoffs.id, handoffId)))
    .for('update');
  if (row === undefined) throw notFound();
  if (row.status !== 'proposed') throw handoffAnswered();
  return row;
}
