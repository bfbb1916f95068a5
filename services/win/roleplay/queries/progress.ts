import type { PracticeProgress, Thresholds } from '@tokenholic/contracts';
import type { Kit, TenantTransaction } from '@tokenholic/kit';
import { and, asc, desc, eq, isNotNull } from 'drizzle-orm';
import { bestOf, DEFAULT_THRESHOLDS, type TalkResult } from '../domain/certificate.ts';
import { sealedCertificates } from '../sealed.ts';
import { certificates, overrides, sessions, thresholds } from '../tables.ts';
import { own, type Seller } from './sessions.ts';

const MOST = 200;

export async function thresholdsOf(tx: TenantTransaction, organizationId: string): Promise<Thresholds> {
  const [row] = await tx.db.select().from(thresholds).where(eq(thresholds.organizationId, organizationId));
  return row === undefined ? DEFAULT_THRESHOLDS : { easy: row.easy, medium: row.medium, hard: row.hard };
}

/** The seller's finished talks with the total that counts. */
export async function effectiveTalks(tx: TenantTransaction, seller: Seller): Promise<TalkResult[]> {
  const rows = await finished(tx, seller);
  return rows.map(({ session: { scenario, level, total, handedInAt }, override }) => ({
    ...{ scenario, level, total: override?.total ?? total ?? 0, handedIn: handedInAt !== null },
  }));
}

const finished = (tx: TenantTransaction, seller: Seller) =>
  tx.db
    .select({ session: sessions, override: overrides })
    .from(sessions)
    .leftJoin(overrides, eq(overrides.sessionId, sessions.id))
    .where(and(own(seller), isNotNull(sessions.finishedAt), isNotNull(sessions.score)))
    .orderBy(desc(sessions.startedAt))
    .limit(MOST);

/** How a seller's skills went over time, what stands best, and which certificates were earned. */
export function readProgress(kit: Kit, seller: Seller): Promise<PracticeProgress> {
  return kit.database.withTenant([seller.organizationId], async (tx) => {
    const rows = await finished(tx, seller);
    const issued = await tx.db
      .select()
      .from(certificates)
      .where(
        and(eq(certificates.organizationId, seller.organizationId), eq(certificates.userId, seller.userId)),
      )
      .orderBy(asc(certificates.issuedAt));
    const earned = await tx.open(sealedCertificates, issued);
    return {
      talks: rows
        .map(({ session, override }) => ({
          ...{ id: session.id, scenario: session.scenario, level: session.level },
          at: session.startedAt.toISOString(),
          total: override?.total ?? session.total ?? 0,
          skills: session.score?.skills ?? [],
        }))
        .reverse(),
      best: bestOf(await effectiveTalks(tx, seller), true),
      thresholds: await thresholdsOf(tx, seller.organizationId),
      certificates: earned.map(({ id, level, points, person, issuedAt }) => ({
        ...{ id, level, points, person, issuedAt: issuedAt.toISOString() },
      })),
    };
  });
}
