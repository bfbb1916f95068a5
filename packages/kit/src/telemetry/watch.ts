import { type ConsumerAndTypes, consumerState } from '../events/consumer-state.ts';
import type { Kit } from '../service/kit.ts';

const EVERY_MILLISECONDS = 10_000;

/** Measures what nobody tells by itself: the pool here, and as the one that leads, consumers and queues. */
export function startWatch(
  kit: Kit,
  consumers: readonly ConsumerAndTypes[],
  leads: () => boolean,
): { measure(): Promise<void>; stop(): Promise<void> } {
  const { pool } = kit.database;
  let measuring: Promise<void> = Promise.resolve();
  const measureAll = async () => {
    kit.metrics.connections.set({ state: 'used' }, pool.totalCount - pool.idleCount);
    kit.metrics.connections.set({ state: 'idle' }, pool.idleCount);
    kit.metrics.connections.set({ state: 'waited_for' }, pool.waitingCount);
    if (leads()) await measureShared(kit, consumers);
    else forgetShared(kit);
  };
  const measure = () => {
    measuring = measureAll().catch((error) => kit.logger.debug({ err: error }, 'could not be measured'));
    return measuring;
  };
  const timer = setInterval(measure, EVERY_MILLISECONDS);
  timer.unref();
  return {
    measure,
    stop: async () => {
      clearInterval(timer);
      await measuring;
    },
  };
}

async function measureShared(kit: Kit, consumers: readonly ConsumerAndTypes[]): Promise<void> {
  for (const consumer of consumers) {
    const { lag, parked, deadLetters } = await consumerState(kit, consumer);
    kit.metrics.consumerLag.set({ consumer: consumer.name }, lag);
    kit.metrics.parkedEvents.set({ consumer: consumer.name }, parked);
    kit.metrics.deadLetters.set({ consumer: consumer.name }, deadLetters);
  }
  const { rows } = await kit.database.pool.query<{ name: string; waiting: number }>(
    `select name, (select count(*)::int from pgboss.job where job.name = queue.name and state in ('created', 'retry')) as waiting
     from pgboss.queue where name not like '\\_\\_%'`,
  );
  for (const { name, waiting } of rows) kit.metrics.jobsWaiting.set({ queue: name }, waiting);
}

/** What another process measures now must not stand here as it once was. */
function forgetShared({ metrics }: Kit): void {
  metrics.consumerLag.reset();
  metrics.parkedEvents.reset();
  metrics.deadLetters.reset();
  metrics.jobsWaiting.reset();
}
