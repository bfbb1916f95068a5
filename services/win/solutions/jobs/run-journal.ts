import type { SolutionAgent, SolutionStage } from '@tokenholic/contracts';
import type { Kit, TenantTransaction } from '@tokenholic/kit';
import { and, eq, inArray } from 'drizzle-orm';
import { withStage } from '../domain/run/run.ts';
import { runs } from '../tables.ts';

/** Somebody cancelled the run, or deleted the solution: the agents stop here. */
export class RunOver extends Error {}

/** Progress is told at most this often; what matters is told at once. */
const TELL_EVERY_MILLISECONDS = 300;

type Run = typeof runs.$inferSelect;
type Progress = Parameters<typeof withStage>[2];
type Alongside = (tx: TenantTransaction) => Promise<{ version: number } | undefined>;

/** Holds the stages of a run while its agents work, writes them down and tells those who watch. */
export function openJournal(kit: Kit, run: Run) {
  const { id: runId, organizationId, solutionId } = run;
  let stages: SolutionStage[] = run.stages;
  let version = run.version;
  let toldAt = 0;

  const write = async (status: 'working' | 'completed', alongside?: Alongside) => {
    toldAt = kit.now().getTime();
    await kit.database.withTenant([organizationId], async (tx) => {
      const saved = await alongside?.(tx);
      version = saved?.version ?? version;
      const finishedAt = status === 'completed' ? kit.now() : null;
      const kept = await tx.db
        .update(runs)
        .set({ status, stages, version, finishedAt })
        .where(and(eq(runs.id, runId), inArray(runs.status, ['queued', 'working'])))
        .returning({ id: runs.id });
      if (kept.length === 0) throw new RunOver();
      await tx.publish(organizationId, 'solution.progressed', { runId, solutionId, status, stages, version });
    });
  };

  return {
    get version() {
      return version;
    },
    /** An agent gets on: told now and then. */
    advance: async (agent: SolutionAgent, progress: Progress) => {
      stages = withStage(stages, agent, { status: 'working', ...progress });
      if (kit.now().getTime() - toldAt >= TELL_EVERY_MILLISECONDS) await write('working');
    },
    /** An agent begins: told at once. */
    begin: (agent: SolutionAgent, progress: Progress) => {
      stages = withStage(stages, agent, { status: 'working', ...progress });
      return write('working');
    },
    /** An agent is through; the next word is the next agent's. */
    finish: (agent: SolutionAgent, progress: Progress) => {
      stages = withStage(stages, agent, { ...progress, status: 'done' });
    },
    /** Writes the stages with something that must commit beside them. */
    write,
  };
}

export type RunJournal = ReturnType<typeof openJournal>;
