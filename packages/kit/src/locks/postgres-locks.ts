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
  let session: Promise<Session> | null = null;
  const open = (): Promise<Session> => {
    session ??= openSession(url, (error) => {
      session = null;
      if (error !== null) logger.warn({ err: error }, 'connection of the locks was lost');
    });
    return session;
  };
  return {
    tryTake: async (name) => {
      const { client, held } = await open();
      if (held.has(name)) return null;
      held.add(name);
      try {
        const { rows } = await client.query<{ taken: boolean }>(
          'select pg_try_advisory_lock(hashtextextended($1, $2)) as taken',
          [name, NAMESPACE],
        );
        if (rows[0]?.taken === true) return heldLock({ client, held }, name);
      } catch (error) {
        held.delete(name);
        throw error;
      }
      held.delete(name);
      return null;
    },
    close: async () => {
      const ending = session;
      session = null;
      await (await ending?.catch(() => null))?.client.end();
    },
  };
}

interface Session {
  client: Client;
  /** The server lets a session take its own lock again; this set does not. */
  held: Set<string>;
}

async function openSession(url: string, onEnd: (error: Error | null) => void): Promise<Session> {
  const client = new Client({ connectionString: url, keepAlive: true, query_timeout: 5_000 });
  const held = new Set<string>();
  const end = (error: Error | null) => {
    held.clear();
    onEnd(error);
  };
  client.on('error', end);
  client.on('end', () => end(null));
  try {
    await client.connect();
  } catch (error) {
    onEnd(null);
    throw error;
  }
  return { client, held };
}

function heldLock({ client, held }: Session, name: string): HeldLock {
  return {
    confirm: async () => {
      if (!held.has(name)) return false;
      await client.query('select 1');
      return held.has(name);
    },
    release: async () => {
      if (!held.delete(name)) return;
      await client.query('select pg_advisory_unlock(hashtextextended($1, $2))', [name, NAMESPACE]);
    },
  };
}
