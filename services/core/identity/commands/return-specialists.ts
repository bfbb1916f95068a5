import type { Kit } from '@tokenholic/kit';
import type { Principals } from '../adapters/principals.ts';
import { expireSpecialists } from './specialists.ts';

const EVERY_MS = 60_000;
const TURN = 'specialists';

/** Looks every minute whose invitation has passed its day, in one process at a time; the answer stops it. */
export function returnSpecialists(kit: Kit, principals: Pick<Principals, 'forget'>): () => void {
  const round = async () => {
    const turn = await kit.locks.tryTake(TURN);
    if (turn === null) return;
    try {
      if ((await expireSpecialists(kit)) > 0) principals.forget();
    } finally {
      await turn.release();
    }
  };
  const run = () =>
    void round().catch((error) => kit.logger.error({ err: error }, 'specialists could not be returned'));
  const timer = setInterval(run, EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}
