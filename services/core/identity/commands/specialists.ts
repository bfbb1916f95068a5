import type { AnswerSpecialist, InviteSpecialist } from '@tokenholic/contracts';
import { type Kit, notFound, type Principal, type TenantTransaction } from '@tokenholic/kit';
import { and, eq, isNull, lt } from 'drizzle-orm';
import { notAnAgent } from '../domain/failures.ts';
import {
  specialistAsked,
  specialistDayPast,
  specialistEnded,
  specialistNotYou,
} from '../domain/specialist-failures.ts';
import { sealedSpecialistRequests, sealedUsers } from '../sealed.ts';
import { assignments, type SpecialistRow, specialistRequests, users } from '../tables.ts';

/** Asks a colleague something about a client, who sees it from now on. Idempotent by the caller's id. */
export async function inviteSpecialist(
  kit: Kit,
  { user, homeOrganizationId: home }: Principal,
  clientId: string,
  { id, specialistId, question, dueOn }: InviteSpecialist,
): Promise<void> {
  if (dueOn < dayOf(kit.now())) throw specialistDayPast();
  await kit.database.withTenant([clientId, home], async (tx) => {
    const colleague = await colleagueOf(tx, home, specialistId);
    const row = { userId: specialistId, organizationId: clientId };
    const given = await tx.db.insert(assignments).values(row).onConflictDoNothing().returning();
    const request = await tx.seal(sealedSpecialistRequests, clientId, {
      ...{ id, organizationId: clientId, specialistId, askedBy: user.id, question, dueOn },
      ...{ status: 'open' as const, wasAssigned: given.length === 0, askedAt: kit.now() },
    });
    const added = await tx.db.insert(specialistRequests).values(request).onConflictDoNothing().returning();
    if (added.length === 0) {
      const [known] = await tx.db.select().from(specialistRequests).where(eq(specialistRequests.id, id));
      if (known?.organizationId === clientId) return;
      throw specialistAsked();
    }
    const name = { zh: colleague.nameZh, en: colleague.nameEn };
    const about = { requestId: id, userId: specialistId, name, question, dueOn };
    await tx.publish(clientId, 'client.specialist_invited', about);
    await tx.audit(clientId, { action: 'specialist.invite', subject: specialistId, after: { dueOn } });
  });
}

/** What came of it, said by who was asked; the client goes back at once. */
export async function answerSpecialist(
  kit: Kit,
  { user, homeOrganizationId: home }: Principal,
  clientId: string,
  requestId: string,
  answer: AnswerSpecialist,
): Promise<void> {
  await kit.database.withTenant([clientId, home], async (tx) => {
    const open = await lockOpen(tx, clientId, requestId);
    if (open.specialistId !== user.id) throw specialistNotYou();
    await end(tx, open, { status: 'answered', ...answer }, kit.now());
  });
}

/** Takes an invitation back. */
export async function withdrawSpecialist(
  kit: Kit,
  { homeOrganizationId: home }: Principal,
  clientId: string,
  requestId: string,
): Promise<void> {
  await kit.database.withTenant([clientId, home], async (tx) => {
    const open = await lockOpen(tx, clientId, requestId);
    await end(tx, open, { status: 'withdrawn', outcome: null, note: '' }, kit.now());
  });
}

/** Ends what was not answered by its day; the answer is how many. */
export async function expireSpecialists(kit: Kit): Promise<number> {
  const { organizationId, id, status, dueOn } = specialistRequests;
  const due = await kit.database.withSystem(({ db }) =>
    db
      .select({ organizationId, id })
      .from(specialistRequests)
      .where(and(eq(status, 'open'), lt(dueOn, dayOf(kit.now()))))
      .limit(MOST_AT_ONCE),
  );
  for (const request of due) {
    const home = await homeOf(kit, request.id);
    await kit.database.withTenant([request.organizationId, ...home], async (tx) => {
      const [open] = await lockRequest(tx, request.organizationId, request.id);
      // Answered a moment ago.
      if (open === undefined || open.status !== 'open') return;
      await end(tx, open, { status: 'expired', outcome: null, note: '' }, kit.now());
    });
  }
  return due.length;
}

const MOST_AT_ONCE = 500;
const dayOf = (at: Date) => at.toISOString().slice(0, 10);

type Ending = Pick<SpecialistRow, 'outcome' | 'note'> & { status: Exclude<SpecialistRow['status'], 'open'> };

async function end(tx: TenantTransaction, open: SpecialistRow, ending: Ending, at: Date): Promise<void> {
  const { id, organizationId, specialistId } = open;
  const change = await tx.seal(sealedSpecialistRequests, organizationId, { ...ending, endedAt: at });
  await tx.db.update(specialistRequests).set(change).where(eq(specialistRequests.id, id));
  if (!open.wasAssigned)
    await tx.db
      .delete(assignments)
      .where(and(eq(assignments.userId, specialistId), eq(assignments.organizationId, organizationId)));
  const known = await tx.db.select().from(users).where(eq(users.id, specialistId));
  const [person] = await tx.open(sealedUsers, known);
  const name = { zh: person?.nameZh ?? '', en: person?.nameEn ?? '' };
  await tx.publish(organizationId, 'client.specialist_returned', {
    ...{ requestId: id, userId: specialistId, name, ...ending },
  });
  const { status, outcome } = ending;
  await tx.audit(organizationId, {
    ...{ action: 'specialist.return', subject: specialistId, after: { status, outcome } },
  });
}

async function colleagueOf(tx: TenantTransaction, home: string, id: string) {
  const known = await tx.db
    .select()
    .from(users)
    .where(and(eq(users.id, id), eq(users.organizationId, home), isNull(users.leftAt)));
  const [row] = await tx.open(sealedUsers, known);
  if (row === undefined) throw notAnAgent();
  return row;
}

function lockRequest(tx: TenantTransaction, clientId: string, requestId: string) {
  return tx.db
    .select()
    .from(specialistRequests)
    .where(and(eq(specialistRequests.id, requestId), eq(specialistRequests.organizationId, clientId)))
    .for('update');
}

async function lockOpen(tx: TenantTransaction, clientId: string, requestId: string): Promise<SpecialistRow> {
  const [row] = await lockRequest(tx, clientId, requestId);
  if (row === undefined) throw notFound();
  if (row.status !== 'open') throw specialistEnded();
  return row;
}

/** The organisation of who was asked, whose name the event carries. */
async function homeOf(kit: Kit, requestId: string): Promise<string[]> {
  const rows = await kit.database.withSystem(({ db }) =>
    db
      .select({ home: users.organizationId })
      .from(users)
      .innerJoin(specialistRequests, eq(specialistRequests.specialistId, users.id))
      .where(eq(specialistRequests.id, requestId)),
  );
  return rows.map(({ home }) => home);
}
