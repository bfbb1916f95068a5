import type {
  Engine,
  Solution,
  SolutionLine,
  SolutionVersion,
  SolutionVersionLine,
} from '@tokenholic/contracts';
import type { Kit, TenantTransaction } from '@tokenholic/kit';
import { and, asc, desc, eq, sql } from 'drizzle-orm';
import { solutionUnknown, versionUnknown } from '../domain/failures.ts';
import { solutions, versions } from '../tables.ts';

type SolutionRow = typeof solutions.$inferSelect;
type VersionRow = typeof versions.$inferSelect;

function presentLine(row: SolutionRow, { content }: Pick<VersionRow, 'content'>): SolutionLine {
  const { id, clientId, title, subject, current, writing, createdAt } = row;
  const { known, cost } = content;
  return {
    ...{ id, clientId, title, subject, current, writing, known, savingCny: cost.savingCny },
    createdAt: createdAt.toISOString(),
  };
}

export function presentVersion(row: VersionRow): SolutionVersion {
  const { number, parent, content, feedback, points, answers, locked, restoredFrom, by, at } = row;
  return {
    number,
    parent,
    content,
    feedback,
    points,
    answers,
    locked,
    restoredFrom,
    by,
    at: at.toISOString(),
  };
}

/** A line for each version; what it says is not read. */
async function readVersionLines(tx: TenantTransaction, solutionId: string): Promise<SolutionVersionLine[]> {
  const rows = await tx.db
    .select({
      ...{ number: versions.number, parent: versions.parent, restoredFrom: versions.restoredFrom },
      ...{ by: versions.by, at: versions.at, locked: versions.locked },
      points: sql<number>`jsonb_array_length(${versions.points})`,
      engine: sql<Engine>`${versions.content} -> 'engine'`,
    })
    .from(versions)
    .where(eq(versions.solutionId, solutionId))
    .orderBy(asc(versions.number));
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

/** The last fifty solutions of these organisations, newest first. */
export function listSolutions(kit: Kit, organizationIds: readonly string[]): Promise<SolutionLine[]> {
  return kit.database.withTenant(organizationIds, async ({ db }) => {
    const rows = await db
      .select({ solution: solutions, content: versions.content })
      .from(solutions)
      .innerJoin(versions, and(eq(versions.solutionId, solutions.id), eq(versions.number, solutions.current)))
      .orderBy(desc(solutions.createdAt))
      .limit(50);
    return rows.map(({ solution, content }) => presentLine(solution, { content }));
  });
}

export async function loadSolution(tx: TenantTransaction, id: string): Promise<SolutionRow> {
  const [row] = await tx.db.select().from(solutions).where(eq(solutions.id, id));
  if (row === undefined) throw solutionUnknown();
  return row;
}

export async function loadVersion(
  tx: TenantTransaction,
  solutionId: string,
  number: number,
): Promise<VersionRow> {
  const [row] = await tx.db
    .select()
    .from(versions)
    .where(and(eq(versions.solutionId, solutionId), eq(versions.number, number)));
  if (row === undefined) throw versionUnknown(number);
  return row;
}

/** A solution with one version whole (the current one unless another is asked for) and a line for each of the others. */
export function readSolution(
  kit: Kit,
  organizationIds: readonly string[],
  id: string,
  number?: number,
): Promise<Solution> {
  return kit.database.withTenant(organizationIds, async (tx) => {
    const row = await loadSolution(tx, id);
    const version = await loadVersion(tx, id, number ?? row.current);
    return {
      ...presentLine(row, version),
      version: presentVersion(version),
      versions: await readVersionLines(tx, id),
    };
  });
}
