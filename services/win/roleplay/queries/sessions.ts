import type { PracticeListed, PracticeSession } from '@tokenholic/contracts';
import type { Kit, Principal, TenantTransaction } from '@tokenholic/kit';
import { and, asc, desc, eq, isNotNull, or } from 'drizzle-orm';
import { sessionUnknown } from '../domain/failures.ts';
import { present, presentListed } from '../domain/present.ts';
import { sealedOverrides, sealedSessions } from '../sealed.ts';
import { type OverrideRow, overrides, type SessionRow, sessions } from '../tables.ts';

/** Who practises: a person of the vendor's organisation. */
export interface Seller {
  organizationId: string;
  userId: string;
}
export const sellerOf = ({ homeOrganizationId, user }: Principal): Seller => ({
  organizationId: homeOrganizationId,
  userId: user.id,
});
export const own = ({ organizationId, userId }: Seller) =>
  and(eq(sessions.organizationId, organizationId), eq(sessions.userId, userId));
const MOST = 50;

/** The seller's own last fifty talks, newest first. */
export function listSessions(kit: Kit, seller: Seller): Promise<PracticeListed[]> {
  return kit.database.withTenant([seller.organizationId], async (tx) => {
    const stored = await tx.db
      .select({ session: sessions, override: overrides })
      .from(sessions)
      .leftJoin(overrides, eq(overrides.sessionId, sessions.id))
      .where(own(seller))
      .orderBy(desc(sessions.startedAt))
      .limit(MOST);
    const rows = await openTalks(tx, stored);
    return rows.map(({ session, override }) => presentListed(session, override, seller.userId));
  });
}

/** Talks and their corrections in plain text. */
export async function openTalks<R extends { session: SessionRow; override: OverrideRow | null }>(
  tx: TenantTransaction,
  rows: readonly R[],
): Promise<R[]> {
  const opened: R[] = [];
  for (const row of rows) {
    const [session = row.session] = await tx.open(sealedSessions, [row.session]);
    const [override = null] = row.override === null ? [] : await tx.open(sealedOverrides, [row.override]);
    opened.push({ ...row, session, override });
  }
  return opened;
}

/** One of the seller's own talks, for changing it. */
export async function ownSession(
  tx: TenantTransaction,
  seller: Seller,
  id: string,
  lock = false,
): Promise<SessionRow> {
  const query = tx.db
    .select()
    .from(sessions)
    .where(and(own(seller), eq(sessions.id, id)));
  const [row] = await tx.open(sealedSessions, await (lock ? query.for('update') : query));
  if (row === undefined) throw sessionUnknown();
  return row;
}

/** A talk as the screen shows it: the person's own, or, for managers, one that was handed in. */
export function readSession(kit: Kit, principal: Principal, id: string): Promise<PracticeSession> {
  const seller = sellerOf(principal);
  return kit.database.withTenant([seller.organizationId], async (tx) => {
    const managed = principal.user.permissions.includes('client.assign')
      ? and(eq(sessions.organizationId, seller.organizationId), isNotNull(sessions.handedInAt))
      : undefined;
    const stored = await tx.db
      .select()
      .from(sessions)
      .where(and(eq(sessions.id, id), managed === undefined ? own(seller) : or(own(seller), managed)));
    const [row] = await tx.open(sealedSessions, stored);
    if (row === undefined) throw sessionUnknown();
    return presented(tx, row, seller.userId);
  });
}

/** The row with its correction and, for the seller, the other attempts of the same talk. */
export async function presented(
  tx: TenantTransaction,
  row: SessionRow,
  viewerId: string,
): Promise<PracticeSession> {
  const corrected = await tx.db.select().from(overrides).where(eq(overrides.sessionId, row.id));
  const [override] = await tx.open(sealedOverrides, corrected);
  const { id, branchedFrom, branchedAt, total, startedAt } = sessions;
  const attempts =
    row.userId === viewerId
      ? await tx.db
          .select({ id, branchedFrom, branchedAt, total, startedAt })
          .from(sessions)
          .where(and(eq(sessions.rootId, row.rootId), eq(sessions.userId, viewerId)))
          .orderBy(asc(sessions.startedAt))
      : [];
  return present(row, { override: override ?? null, attempts, viewerId });
}
