import { PgBoss } from 'pg-boss';
import type { Database } from '../database/database.ts';
import type { Logger } from '../telemetry/logger.ts';
import type { Metrics } from '../telemetry/metrics.ts';
import { inSpan } from '../telemetry/spans.ts';
import { runWithTrace, type Trace } from '../telemetry/trace.ts';
import { oneFollows } from './one-follows.ts';

export interface JobContext {
  organizationId: string;
  /** Fires when the process stops or the job ran out of time. */
  signal: AbortSignal;
  /** 0 for the first try. */
  retries: number;
}

export type JobHandler = (data: Record<string, unknown>, context: JobContext) => Promise<void>;

export interface Jobs {
  /** Hands over what committed transactions requested. */
  relay(): Promise<void>;
  /** Jobs may be there: look now instead of at the next tick. */
  wake(): void;
  stop(): Promise<void>;
}

export interface JobsOptions {
  database: Database;
  /** What this process works on, by queue. */
  handlers: Readonly<Record<string, JobHandler>>;
  /** Every queue of the product; absent: those of `handlers`. */
  queues?: readonly string[];
  /** Whether this process hands requested jobs over now; absent: it does. */
  relays?: () => boolean;
  /** Told when jobs were handed over that workers of other processes may take. */
  onHandedOver?: () => void;
  logger: Logger;
  metrics: Metrics;
  /** How many jobs of one queue this process runs at once. */
  concurrency: number;
}

const RELAY_TICK_MILLISECONDS = 1_000;
/**
 * How often it is looked for jobs whose moment has come without anybody telling: those to be tried again, delayed, or
 * handed over by another process. One question for all queues; each worker asking for itself took 5 % of a core at rest.
 */
const LOOK_MILLISECONDS = 2_000;
/** A worker looks by itself this seldom only: it is told. */
const WORKER_LOOK_SECONDS = 300;
/** Requests handed over in one go. */
const MOST_TOGETHER = 100;
/** A worker that died is noticed after this long, and its jobs go to another. */
const HEARTBEAT_SECONDS = 15;
const SUPERVISE_SECONDS = 5;

/** pg-boss on the same pool. A job is requested inside the tenant transaction and handed over after its commit. */
export async function startJobs(options: JobsOptions): Promise<Jobs> {
  const { database, handlers, logger } = options;
  const boss = new PgBoss({
    db: { executeSql: (text, values) => database.pool.query(text, values) },
    schema: 'pgboss',
    warningSlowQuerySeconds: 60,
    schedule: false,
    ...(database.kind === 'embedded'
      ? {}
      : { superviseIntervalSeconds: SUPERVISE_SECONDS, monitorIntervalSeconds: SUPERVISE_SECONDS }),
  });
  boss.on('error', (error) => logger.error({ err: error }, 'job queue'));
  await inTurn(database, () => prepareQueues(boss, options));
  if (database.kind === 'embedded') await requeueOrphans(database);
  const workers = new Map<string, string[]>();
  for (const [queue, handler] of Object.entries(handlers))
    workers.set(queue, await startWorkers(boss, queue, handler, options));
  return relayTo(boss, workers, options);
}

/** The workers of this process, by queue. */
type Workers = ReadonlyMap<string, readonly string[]>;

/** As many workers as jobs of the queue may run at once, each of its own name: who shares one cannot be told. */
function startWorkers(
  boss: PgBoss,
  queue: string,
  handler: JobHandler,
  options: JobsOptions,
): Promise<string[]> {
  const settings = {
    pollingIntervalSeconds: WORKER_LOOK_SECONDS,
    batchSize: 1,
    includeMetadata: true,
  } as const;
  const start = async () => {
    let own: string | null = null;
    own = await boss.work<Record<string, unknown>>(queue, settings, async ([job]) => {
      if (job === undefined) return;
      try {
        await runJob(queue, handler, job.data, job.signal, job.retryCount, options);
      } finally {
        // Else the next job waits for the next look, and a queue does one in two seconds.
        if (own !== null) boss.notifyWorker(own);
      }
    });
    return own;
  };
  return Promise.all(Array.from({ length: options.concurrency }, start));
}

/** Queues of this process that hold a job whose moment has come. */
async function dueQueues(database: Database, queues: readonly string[]): Promise<string[]> {
  const { rows } = await database.pool.query<{ queue: string }>(
    `select queue from unnest($1::text[]) as queue where exists (
       select from pgboss.job where name = queue and state < 'active' and not blocked and start_after <= now())`,
    [queues],
  );
  return rows.map(({ queue }) => queue);
}

async function prepareQueues(boss: PgBoss, { database, handlers, queues }: JobsOptions): Promise<void> {
  await boss.start();
  const settings = { retryLimit: 5, retryDelay: 2, retryBackoff: true, expireInSeconds: 1_800 };
  for (const queue of queues ?? Object.keys(handlers)) {
    await boss.createQueue(queue, settings);
    // One process owns the embedded database and takes up its own orphans; among several a heartbeat tells who lives.
    if (database.kind === 'postgres')
      await boss.updateQueue(queue, { ...settings, heartbeatSeconds: HEARTBEAT_SECONDS });
  }
}

/** Processes that start together on a new database would both make the tables of the queue: one after the other. */
async function inTurn(database: Database, work: () => Promise<void>): Promise<void> {
  if (database.kind === 'embedded') return work();
  const client = await database.pool.connect();
  try {
    await client.query('select pg_advisory_lock(7320114)');
    await work();
  } finally {
    await client.query('select pg_advisory_unlock(7320114)');
    client.release();
  }
}

/** One process owns the embedded database: whatever is still active at start lost its worker with the last process. */
async function requeueOrphans(database: Database): Promise<void> {
  await database.pool.query(
    "update pgboss.job set state = 'retry', start_after = now() where state = 'active'",
  );
}

async function runJob(
  queue: string,
  handler: JobHandler,
  data: Record<string, unknown>,
  signal: AbortSignal,
  retries: number,
  { logger, metrics }: JobsOptions,
): Promise<void> {
  const { organizationId, trace, ...rest } = data as { organizationId: string; trace: Trace };
  await runWithTrace(trace, async () => {
    const ended = metrics.jobSeconds.startTimer({ queue });
    try {
      await inSpan(`job ${queue}`, { 'job.retries': retries }, () =>
        handler(rest, { organizationId, signal, retries }),
      );
      metrics.jobs.inc({ queue, outcome: 'done' });
    } catch (error) {
      metrics.jobs.inc({ queue, outcome: 'failed' });
      logger.error({ err: error, queue }, 'job failed');
      throw error;
    } finally {
      ended();
    }
  });
}

interface RequestRow {
  id: string;
  queue: string;
  data: Record<string, unknown>;
}

function relayTo(
  boss: PgBoss,
  workers: Workers,
  { database, logger, relays, onHandedOver }: JobsOptions,
): Jobs {
  const wake = (queues: Iterable<string>) => {
    for (const queue of queues) for (const worker of workers.get(queue) ?? []) boss.notifyWorker(worker);
  };
  const relayOnce = async () => {
    if (relays?.() === false) return;
    const requests = await database.withSystem(({ client }) =>
      client.query<RequestRow>(
        `select id, queue, data from kit.job_requests order by requested_at limit ${MOST_TOGETHER}`,
      ),
    );
    if (requests.rows.length === 0) return;
    // The request's id is the job's id: handing it over twice makes one job.
    const byQueue = Map.groupBy(requests.rows, (request) => request.queue);
    for (const [queue, together] of byQueue)
      await boss.insert(
        queue,
        together.map(({ id, data }) => ({ id, data })),
      );
    await database.withSystem(({ client }) =>
      client.query('delete from kit.job_requests where id = any ($1)', [requests.rows.map((row) => row.id)]),
    );
    wake(byQueue.keys());
    onHandedOver?.();
    if (requests.rows.length === MOST_TOGETHER) await relayOnce();
  };
  const relay = oneFollows(() => relayOnce().catch((error) => logger.error({ err: error }, 'job relay')));
  const look = oneFollows(() =>
    dueQueues(database, [...workers.keys()])
      .then(wake)
      .catch((error) => logger.error({ err: error }, 'jobs whose moment has come')),
  );
  const timers = [setInterval(relay.ask, RELAY_TICK_MILLISECONDS), setInterval(look.ask, LOOK_MILLISECONDS)];
  for (const timer of timers) timer.unref();
  return {
    relay: relay.ask,
    wake: () => void look.ask(),
    stop: async () => {
      for (const timer of timers) clearInterval(timer);
      await Promise.all([relay.settled(), look.settled()]);
      await boss.stop({ graceful: false, close: false });
    },
  };
}
