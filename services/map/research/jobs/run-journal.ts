import type { AgentName } from '@tokenholic/contracts';
import type { Kit, TenantTransaction } from '@tokenholic/kit';
import { saveRun } from '../commands/save-run.ts';
import type { RunState } from '../domain/run/run.ts';

/** Somebody cancelled the run, or it is over for another reason: the agents stop here. */
export class RunOver extends Error {}

/** Progress is written at most this often; what matters is written at once. */
const WRITE_EVERY_MILLISECONDS = 400;

/** Holds a run's state while its agents work and writes it down: at once when it matters, now and then for progress. */
export function openJournal(kit: Kit, clientId: string, runId: string, initial: RunState) {
  let state = initial;
  let writtenAt = 0;
  const write = async (agent: AgentName, alongside?: (tx: TenantTransaction) => Promise<void>) => {
    writtenAt = kit.now().getTime();
    const snapshot = state;
    await kit.database.withTenant([clientId], async (tx) => {
      if (!(await saveRun(tx, clientId, runId, snapshot, agent))) throw new RunOver();
      await alongside?.(tx);
    });
  };
  return {
    get state() {
      return state;
    },
    /** Changes the state; others see it with the next write. */
    change: (next: (state: RunState) => RunState) => {
      state = next(state);
    },
    write,
    /** Writes unless that was done a moment ago. */
    writeNowAndThen: async (agent: AgentName) => {
      if (kit.now().getTime() - writtenAt >= WRITE_EVERY_MILLISECONDS) await write(agent);
    },
  };
}

export type RunJournal = ReturnType<typeof openJournal>;
