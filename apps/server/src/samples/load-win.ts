import { setTimeout as pause } from 'node:timers/promises';
import type { BattleMap, Solution } from '@tokenholic/contracts';
import { listAgents } from '@tokenholic/identity';
import type { Kit, Principal } from '@tokenholic/kit';
import { holdSession } from '@tokenholic/roleplay';
import { createSolution, readPoints, readSolution, refineSolution } from '@tokenholic/solutions';
import { createLlm } from '@workflow/llm-sdk';
import { solutionSources } from '../services.ts';
import { sampleId } from './sample-id.ts';
import { SAMPLE_TALKS } from './talks/sample-talks.ts';

const WAIT_MILLISECONDS = 500;
/** A sample that is not drawn by then is left for the next start. */
const LONGEST_WAIT_MILLISECONDS = 10 * 60_000;
/** What the client is said to have answered to the first version. */
const FEEDBACK =
  '上下文缓存先不要，我们想看总价。审计日志能保留多久？Please keep the migration within 6 weeks.';

interface Place {
  kit: Kit;
  owner: Principal;
  /** Aborted when the product stops. */
  signal: AbortSignal;
}

/** A finished talk in each language and a solution with two versions, made by the product itself from what the samples say. */
export async function loadWinSamples(place: Place, clientId: string): Promise<void> {
  const { kit, owner } = place;
  const sources = solutionSources(kit);
  // No model is asked for a sample: it costs nothing and is the same everywhere.
  const llm = createLlm({ connections: () => [] });
  const practice = {
    ask: (vendorId: string, question: string, limit: number) =>
      sources.ask(vendorId, question, limit, 'words'),
    map: sources.map,
    team: (principal: Principal) => listAgents(kit, principal),
  };
  for (const [index, talk] of SAMPLE_TALKS.entries()) {
    const id = sampleId(owner.homeOrganizationId, `talk/${index}`);
    await holdSession(kit, { sources: practice, llm }, owner, { ...talk, id, assignmentId: null });
  }
  const map = await until(place, () => sources.map(clientId));
  // Where there is most to win there is most to look at.
  const [first] = [...(map?.useCases ?? [])].sort((a, b) => b.winnablePerYear - a.winnablePerYear);
  if (first === undefined) return;
  const id = sampleId(clientId, 'solution');
  const subject = { kind: 'use_case' as const, useCaseKey: first.key };
  await createSolution(kit, sources, owner, { id, clientId, subject });
  const made = await settled(place, id, clientId);
  if (made === null || made.current !== 1) return;
  const { points } = await readPoints(llm, clientId, FEEDBACK);
  await refineSolution(kit, owner, [clientId], id, { feedback: FEEDBACK, from: 1, points, locked: [] });
}

/** The solution once its run is over. */
const settled = ({ kit, ...place }: Place, id: string, clientId: string): Promise<Solution | null> =>
  until(place, async () => {
    const solution = await readSolution(kit, [clientId], id);
    return solution.run?.status === 'queued' || solution.run?.status === 'working' ? null : solution;
  });

/** What a look finds in the end; null when it was not there in time, or the product stops. */
export async function until<T extends BattleMap | Solution>(
  { signal }: Pick<Place, 'signal'>,
  look: () => Promise<T | null>,
): Promise<T | null> {
  for (let waited = 0; waited < LONGEST_WAIT_MILLISECONDS; waited += WAIT_MILLISECONDS) {
    if (signal.aborted) return null;
    const found = await look();
    if (found !== null) return found;
    await pause(WAIT_MILLISECONDS, undefined, { signal }).catch(() => undefined);
  }
  return null;
}
