import { expect, test } from 'vitest';
import { AppError } from '../errors.ts';
import type { Reactions } from '../service/service.ts';
import type { TestKit } from '../testing/index.ts';

export interface Reader {
  stop(): Promise<void>;
}

export interface Bus {
  kit: TestKit;
  /** One more process that hosts the consumer of this name. */
  read(name: string, reactions: Reactions): Promise<Reader>;
}

const organizations = ['a1', 'b2', 'c3'].map((end) => `01970000-0000-7000-8000-0000000000${end}`);
const [yunxiu = '', harbourline = ''] = organizations;
const PATIENCE = { timeout: 25_000, interval: 50 };

/** What every way of events to their consumers must do. Each test has a consumer and events of its own. */
export function busContract(open: () => Bus): void {
  test('each event is handled once, in the order of its organisation', async () => {
    const bus = tools(open(), 'order');
    const reader = await bus.read();
    for (let index = 0; index < 30; index += 1)
      await bus.publish(organizations[index % 3] ?? '', `order-${String(index).padStart(2, '0')}`);
    await expect.poll(async () => (await bus.handled()).length, PATIENCE).toBe(30);
    for (const organizationId of organizations) {
      const codes = await bus.handled(organizationId);
      expect(codes).toHaveLength(10);
      expect(codes).toEqual([...codes].sort());
    }
    await reader.stop();
  });

  test('an event that fails holds up its own organisation only, and is tried again in its place', async () => {
    const bus = tools(open(), 'retry');
    bus.failing.set('retry-2', new Error('the other system does not answer'));
    const reader = await bus.read();
    for (const code of ['retry-1', 'retry-2', 'retry-3']) await bus.publish(yunxiu, code);
    await bus.publish(harbourline, 'retry-4');
    await expect.poll(() => bus.handled(harbourline), PATIENCE).toEqual(['retry-4']);
    await expect.poll(() => bus.handled(yunxiu), PATIENCE).toEqual(['retry-1']);
    bus.failing.clear();
    await expect.poll(() => bus.handled(yunxiu), PATIENCE).toEqual(['retry-1', 'retry-2', 'retry-3']);
    await reader.stop();
  });

  test('an event that can never succeed goes to the dead letters, those behind it go on', async () => {
    const bus = tools(open(), 'dead');
    const message = { zh: '不存在', en: 'There is no such thing' };
    bus.failing.set('dead-1', new AppError({ kind: 'not_found', code: 'research.run_unknown', message }));
    const reader = await bus.read();
    for (const code of ['dead-1', 'dead-2']) await bus.publish(yunxiu, code);
    await expect.poll(() => bus.handled(yunxiu), PATIENCE).toEqual(['dead-2']);
    expect(await bus.deadLetters()).toBe(1);
    await reader.stop();
  });

  test('a consumer that starts again goes on where it was', async () => {
    const bus = tools(open(), 'again');
    const first = await bus.read();
    await bus.publish(yunxiu, 'again-1');
    await expect.poll(() => bus.handled(yunxiu), PATIENCE).toEqual(['again-1']);
    await first.stop();
    await bus.publish(yunxiu, 'again-2');
    const second = await bus.read();
    await expect.poll(() => bus.handled(yunxiu), PATIENCE).toEqual(['again-1', 'again-2']);
    await second.stop();
  });

  test('when one of two processes leaves in the middle, nothing is lost, doubled or out of order', async () => {
    const bus = tools(open(), 'share');
    const readers = [await bus.read(), await bus.read()];
    for (let index = 0; index < 60; index += 1) {
      await bus.publish(organizations[index % 3] ?? '', `share-${String(index).padStart(2, '0')}`);
      if (index === 25) await readers[0]?.stop();
    }
    await expect.poll(async () => (await bus.handled()).length, PATIENCE).toBe(60);
    for (const organizationId of organizations) {
      const codes = await bus.handled(organizationId);
      expect(codes).toEqual([...codes].sort());
    }
    await readers[1]?.stop();
  });
}

/** A consumer whose reaction writes an audit entry, and fails while `failing` holds the event's code. */
export function tools({ kit, read }: Bus, name: string) {
  const consumer = `${name}-${Date.now()}`;
  const failing = new Map<string, unknown>();
  const reactions: Reactions = {
    'research.ended': async (tx, event) => {
      const code = event.payload.code ?? '';
      if (!code.startsWith(`${name}-`)) return;
      if (failing.has(code)) throw failing.get(code);
      await tx.audit(event.organizationId, { action: consumer, subject: code });
    },
  };
  return {
    consumer,
    failing,
    reactions,
    read: () => read(consumer, reactions),
    publish: (organizationId: string, code: string) =>
      kit.database.withTenant([organizationId], (tx) =>
        tx.publish(organizationId, 'research.ended', { runId: organizationId, status: 'failed', code }),
      ),
    /** Codes in the order in which they were handled. */
    handled: async (organizationId?: string): Promise<string[]> => {
      const ids = organizationId === undefined ? organizations : [organizationId];
      const { rows } = await kit.database.withTenant(ids, ({ db }) =>
        db.execute<{ subject: string }>(
          `select subject from kit.audit_entries where action = '${consumer}' order by organization_id, place`,
        ),
      );
      return rows.map((row) => row.subject);
    },
    deadLetters: async (): Promise<number> => {
      const { rows } = await kit.database.withSystem(({ client }) =>
        client.query('select id from kit.dead_letters where consumer = $1', [consumer]),
      );
      return rows.length;
    },
  };
}
