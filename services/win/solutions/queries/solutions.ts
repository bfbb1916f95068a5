import type {
  Engine,
  Solution,
  SolutionLine,
  SolutionRun,
  SolutionVersion,
  SolutionVersionLine,
} from '@tokenholic/contracts';
import type { Kit, TenantTransaction } from '@tokenholic/kit';
import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import { solutionUnknown, versionUnknown } from '../domain/failures.ts';
import { isActive } from '../domain/run/run.ts';
import { sealedRuns, sealedVersions } from '../sealed.ts';
import { runs, solutions, versions } from '../tables.ts';

type SolutionRow = typeof solutions.$inferSelect;
type VersionRow = typeof versions.$inferSelect;

type RunRow = typeof runs.$inferSelect;

function presentRun(row: RunRow): SolutionRun {
  const { id, solutionId, request, status, stages, version, error, startedAt, finishedAt } = row;
  return {
    ...{ id, solutionId, kind: request.kind, status, stages, version, error },
    ...{ startedAt: startedAt.toISOString(), finishedAt: finishedAt?.toISOString() ?? null },
  };
}

function presentLine(
  row: SolutionRow,
  content: VersionRow['content'] | null,
  run: RunRow | undefined,
): SolutionLine {
  const { id, clientId, title, subject, current, createdAt } = row;
  return {
    ...{ id, clientId, title, subject, current },
    ...{ known: content?.known ?? true, savingCny: content?.cost.savingCny ?? null },
    writing: run !== undefined && isActive(run.status) && run.version !== null,
    run: run === undefined ? null : presentRun(run),
    createdAt: createdAt.toISOString(),
  };
}

function presentVersion(row: VersionRow): SolutionVersion {
  const { solutionId: _solution, organizationId: _organization, wishes: _wishes, at, ...shown } = row;
  return { ...shown, at: at.toISOString() };
}

/** A line for each version; what it says is not read. */
async function readVersionLines(tx: TenantTransaction, solutionId: string): Promise<SolutionVersionLine[]> {
  const rows = await tx.db
    .select({
      ...{ number: versions.number, parent: versions.parent, restoredFrom: versions.restoredFrom },
      ...{ organizationId: versions.organizationId, by: versions.by, at: versions.at },
      locked: versions.locked,
      reason: versions.reason,
      points: sql<number>`jsonb_array_length(${versions.points})`,
      drawn: sql<number>`jsonb_array_length(${versions.diagramEdits})`,
      engine: sql<Engine>`${versions.content} -> 'engine'`,
    })
    .from(versions)
    .where(eq(versions.solutionId, solutionId))
    .orderBy(asc(versions.number));
  const drawn = new Map(rows.map((row) => [row.number, row.drawn]));
  const opened = await tx.open(sealedVersions, rows);
  return opened.map(({ drawn: all, at, organizationId: _, ...row }) => {
    const before = row.parent === null ? 0 : (drawn.get(row.parent) ?? 0);
    const byHand = row.points === 0 && row.restoredFrom === null && row.parent !== null;
    return { ...row, at: at.toISOString(), edits: byHand ? Math.max(1, all - before) : 0 };
  });
}

/** The last fifty solutions of these organisations, newest first. */
export function listSolutions(kit: Kit, organizationIds: readonly string[]): Promise<SolutionLine[]> {
  return kit.database.withTenant(organizationIds, async (tx) => {
    const rows = await tx.db
      .select({ solution: solutions, content: versions.content })
      .from(solutions)
      .leftJoin(versions, and(eq(versions.solutionId, solutions.id), eq(versions.number, solutions.current)))
      .orderBy(desc(solutions.createdAt))
      .limit(50);
    const ids = rows.map(({ solution }) => solution.id);
    const last = await tx.db
      .selectDistinctOn([runs.solutionId])
      .from(runs)
      .where(inArray(runs.solutionId, ids))
      .orderBy(runs.solutionId, desc(runs.startedAt));
    const opened = await tx.open(sealedRuns, last);
    const runOf = new Map(opened.map((run) => [run.solutionId, run]));
    return rows.map(({ solution, content }) => presentLine(solution, content, runOf.get(solution.id)));
  });
}

/** The last run of a solution; solutions from before runs have none. */
export async function loadLastRun(tx: TenantTransaction, solutionId: string): Promise<RunRow | undefined> {
  const stored = await tx.db
    .select()
    .from(runs)
    .where(eq(runs.solutionId, solutionId))
    .orderBy(desc(runs.startedAt))
    .limit(1);
  return (await tx.open(sealedRuns, stored))[0];
}

export async function loadRun(tx: TenantTransaction, id: string): Promise<RunRow | undefined> {
  const stored = await tx.db.select().from(runs).where(eq(runs.id, id));
  return (await tx.open(sealedRuns, stored))[0];
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
  const stored = await tx.db
    .select()
    .from(versions)
    .where(and(eq(versions.solutionId, solutionId), eq(versions.number, number)));
  const [row] = await tx.open(sealedVersions, stored);
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
    const wanted = number ?? row.current;
    const version = wanted === 0 ? null : await loadVersion(tx, id, wanted);
    return {
      ...presentLine(row, version?.content ?? null, await loadLastRun(tx, id)),
      version: version === null ? null : presentVersion(version),
      versions: await readVersionLines(tx, id),
    };
  });
}
