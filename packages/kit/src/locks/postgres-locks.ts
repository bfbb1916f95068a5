import { Client } from 'pg';
import type { Logger } from '../telemetry/logger.ts';
import type { HeldLock, Locks } from './locks.ts';

const NAMESPACE = 5_501;

/**
 * Session advisory locks on one connection of their own: the server frees them when the process or its network dies, and
 * they live where the data they guard lives, so that nothing else can fail alone. Behind a pooler that shares
 * connections between sessions they do not hold: use Redis there.
 */
export function createPostgresLocks(url: string, logger: Logger): Locks {
  let current: Promise<Session> | null = null;
  const open = (): Promise<Session> => {
    current ??= openSession(url, (error) => {
      current = null;
      if (error !== null) logger.warn({ err: error }, 'connection of the locks was lost');
    });
    return current;
  };
  return {
    contested: true,
    tryTake: async (name) => {
      const session = await open();
      const { ask, held } = session;
      if (held.has(name)) return null;
      held.add(name);
      try {
        const take = 'select pg_try_advisory_lock(hashtextextended($1, $2)) as answer';
        if (await ask(take, [name, NAMESPACE])) return heldLock(session, name);
      } catch (error) {
        held.delete(name);
        throw error;
      }
      held.delete(name);
      return null;
    },
    close: async () => {
      const ending = current;
      current = null;
      await (await ending?.catch(() => null))?.client.end();
    },
  };
}

interface Session {
  client: Client;
  /** One question after the other: the connection takes one at a time. */
  ask(text: string, values: readonly unknown[]): Promise<boolean>;
  /** The server lets a session take its own lock again; this set does not. */
  held: Set<string>;
}

async function openSession(url: string, onEnd: (error: Error | null) => void): Promise<Session> {
  const client = new Client({ connectionString: url, keepAlive: true, query_timeout: 5_000 });
  const held = new Set<string>();
  let ended = false;
  const end = (error: Error | null) => {
    held.clear();
    // An error is followed by the end: by then another session may be open.
    if (!ended) onEnd(error);
    ended = true;
  };
  client.on('error', end);
  client.on('end', () => end(null));
  try {
    await client.connect();
  } catch (error) {
    onEnd(null);
    throw error;
  }
  let last: Promise<unknown> = Promise.resolve();
  const ask = (text: string, values: readonly unknown[]): Promise<boolean> => {
    const asked = last.then(() => client.query<{ answer?: boolean }>(text, [...values]));
    last = asked.catch(() => {});
    return asked.then(({ rows }) => rows[0]?.answer === true);
  };
  return { client, ask, held };
}

function heldLock({ ask, held }: Session, name: string): HeldLock {
  return {
    confirm: async () => {
      if (!held.has(name)) return false;
      await ask('select 1', []);
      return held.has(name);
    },
    release: async () => {
      if (!held.delete(name)) return;
      await ask('select pg_advisory_unlock(hashtextextended($1, $2))', [name, NAMESPACE]);
    },
  };
}
