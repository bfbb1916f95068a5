import { PgBoss } from 'pg-boss';
import type { Database } from '../database/database.ts';
import type { Logger } from '../telemetry/logger.ts';
import type { Metrics } from '../telemetry/metrics.ts';
import { inSpan } from '../telemetry/spans.ts';
import { runWithTrace, type Trace } from '../telemetry/trace.ts';

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
  /** Jobs may be there: look now instead of at the next poll. */
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
  const workers: string[] = [];
  if (database.kind === 'embedded') await requeueOrphans(database);
  for (const [queue, handler] of Object.entries(handlers)) {
    let first: string | null = null;
    first = await boss.work<Record<string, unknown>>(
      queue,
      {
        pollingIntervalSeconds: 2,
        localConcurrency: options.concurrency,
        batchSize: 1,
        includeMetadata: true,
      },
      async ([job]) => {
        if (job === undefined) return;
        try {
          await runJob(queue, handler, job.data, job.signal, job.retryCount, options);
        } finally {
          // Else the next job waits for the next poll, and a queue does one in a second.
          if (first !== null) boss.notifyWorker(first);
        }
      },
    );
    workers.push(first);
  }
  return relayTo(boss, workers, options);
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
  workers: readonly string[],
  { database, logger, relays, onHandedOver }: JobsOptions,
): Jobs {
  let running: Promise<void> = Promise.resolve();
  const wake = () => {
    for (const worker of workers) boss.notifyWorker(worker);
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
    for (const [queue, together] of Map.groupBy(requests.rows, (request) => request.queue))
      await boss.insert(
        queue,
        together.map(({ id, data }) => ({ id, data })),
      );
    await database.withSystem(({ client }) =>
      client.query('delete from kit.job_requests where id = any ($1)', [requests.rows.map((row) => row.id)]),
    );
    wake();
    onHandedOver?.();
    if (requests.rows.length === MOST_TOGETHER) await relayOnce();
  };
  let next: Promise<void> | null = null;
  /** However often it is asked for meanwhile, one look follows the one under way. */
  const relay = () => {
    next ??= running
      .then(() => {
        next = null;
        return relayOnce();
      })
      .catch((error) => logger.error({ err: error }, 'job relay'));
    running = next;
    return next;
  };
  const timer = setInterval(() => void relay(), RELAY_TICK_MILLISECONDS);
  timer.unref();
  return {
    relay,
    wake,
    stop: async () => {
      clearInterval(timer);
      await running;
      await boss.stop({ graceful: false, close: false });
    },
  };
}
