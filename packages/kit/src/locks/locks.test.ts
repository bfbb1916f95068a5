import { Client } from 'pg';
import { describe, expect, test } from 'vitest';
import { createLogger } from '../telemetry/logger.ts';
import { startLeadership } from './leadership.ts';
import { locksContract } from './locks.contract.ts';
import { createMemoryLocks, type Locks } from './locks.ts';
import { createPostgresLocks } from './postgres-locks.ts';

const logger = createLogger('silent');

describe('locks in memory', () => {
  const taken = new Set<string>();
  locksContract(() => createMemoryLocks(taken));
});

const url = process.env.TEST_DATABASE_URL ?? '';
describe.skipIf(url === '')('locks in PostgreSQL', () => {
  locksContract(() => createPostgresLocks(url, logger));

  test('when the server ends the session the lock is lost and can be taken anew', async () => {
    const locks = createPostgresLocks(url, logger);
    const held = await locks.tryTake('session');
    const administrator = new Client({ connectionString: url });
    await administrator.connect();
    await administrator.query(
      "select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database()) and pid <> pg_backend_pid()",
    );
    await administrator.end();
    await expect.poll(() => held?.confirm().catch(() => false)).toBe(false);
    expect(await locks.tryTake('session')).not.toBeNull();
    await locks.close();
  });
});

describe('leadership', () => {
  test('passes on when the leader stops, and is never with two', async () => {
    const taken = new Set<string>();
    const [one, two] = [createMemoryLocks(taken), createMemoryLocks(taken)];
    const first = startLeadership(one, 'clock', logger);
    const second = startLeadership(two, 'clock', logger);
    await first.look();
    await second.look();
    expect([first.leads, second.leads]).toEqual([true, false]);
    await first.stop();
    await second.look();
    expect([first.leads, second.leads]).toEqual([false, true]);
    await second.stop();
  });

  test('is given up when it cannot be confirmed', async () => {
    let reachable = true;
    const locks: Locks = {
      contested: true,
      tryTake: async () => {
        if (!reachable) throw new Error('no connection');
        return { confirm: async () => reachable, release: async () => {} };
      },
      close: async () => {},
    };
    const leadership = startLeadership(locks, 'clock', logger);
    await leadership.look();
    expect(leadership.leads).toBe(true);
    reachable = false;
    await leadership.look();
    expect(leadership.leads).toBe(false);
    await leadership.stop();
  });
});
