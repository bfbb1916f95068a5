import type { Kit, TenantTransaction } from '@tokenholic/kit';
import { desc, eq } from 'drizzle-orm';
import { sealedVersions } from '../sealed.ts';
import { solutions, versions } from '../tables.ts';

type Row = typeof versions.$inferInsert;
export type NewVersion = Omit<Row, 'number' | 'at'>;

/** Adds a version and makes it the current one. Numbers are given under a lock on the solution: two at once make two branches. */
export async function saveVersion(kit: Kit, tx: TenantTransaction, version: NewVersion): Promise<number> {
  const { solutionId } = version;
  await tx.db.select().from(solutions).where(eq(solutions.id, solutionId)).for('update');
  const [last] = await tx.db
    .select({ number: versions.number })
    .from(versions)
    .where(eq(versions.solutionId, solutionId))
    .orderBy(desc(versions.number))
    .limit(1);
  const number = (last?.number ?? 0) + 1;
  const row = await tx.seal(sealedVersions, version.organizationId, { ...version, number, at: kit.now() });
  await tx.db.insert(versions).values(row);
  await tx.db.update(solutions).set({ current: number }).where(eq(solutions.id, solutionId));
  return number;
}
