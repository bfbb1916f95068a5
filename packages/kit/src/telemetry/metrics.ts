import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

export interface Metrics {
  registry: Registry;
  requests: Histogram<'method' | 'route' | 'status'>;
  consumerLag: Gauge<'consumer'>;
  parkedEvents: Gauge<'consumer'>;
  deadLetters: Gauge<'consumer'>;
  eventsHandled: Counter<'consumer' | 'outcome'>;
  eventSeconds: Histogram<'consumer'>;
  jobs: Counter<'queue' | 'outcome'>;
  jobSeconds: Histogram<'queue'>;
  jobsWaiting: Gauge<'queue'>;
  tasks: Counter<'task' | 'via'>;
  taskSeconds: Histogram<'task'>;
  taskTokens: Counter<'task' | 'direction'>;
  taskCost: Counter<'task'>;
  connections: Gauge<'state'>;
  sockets: Gauge;
}

const SHORT = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5];
const MIDDLE = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const LONG = [0.1, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300, 900];

/** One registry per running kit, so that tests do not share counters. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const counter = <L extends string>(name: string, help: string, labelNames: L[]) =>
    new Counter({ name: `tokenholic_${name}`, help, labelNames, registers });
  const gauge = <L extends string>(name: string, help: string, labelNames: L[]) =>
    new Gauge({ name: `tokenholic_${name}`, help, labelNames, registers });
  const histogram = <L extends string>(name: string, help: string, labelNames: L[], buckets: number[]) =>
    new Histogram({ name: `tokenholic_${name}`, help, labelNames, buckets, registers });
  return {
    registry,
    requests: histogram(
      'http_request_seconds',
      'Duration of HTTP requests',
      ['method', 'route', 'status'],
      MIDDLE,
    ),
    consumerLag: gauge('consumer_lag_events', 'Events not yet handled', ['consumer']),
    parkedEvents: gauge('parked_events', 'Events set aside for another try or behind one', ['consumer']),
    deadLetters: gauge('dead_letters', 'Events that failed for good', ['consumer']),
    eventsHandled: counter('events_handled_total', 'Events handled by outcome', ['consumer', 'outcome']),
    eventSeconds: histogram('event_seconds', 'Duration of a batch of events', ['consumer'], SHORT),
    jobs: counter('jobs_total', 'Jobs by outcome', ['queue', 'outcome']),
    jobSeconds: histogram('job_seconds', 'Duration of jobs', ['queue'], LONG),
    jobsWaiting: gauge('jobs_waiting', 'Jobs that no worker has taken', ['queue']),
    tasks: counter('ai_tasks_total', 'AI tasks by engine', ['task', 'via']),
    taskSeconds: histogram('ai_task_seconds', 'Duration of AI tasks', ['task'], LONG),
    taskTokens: counter('ai_task_tokens_total', 'Tokens read and written by models', ['task', 'direction']),
    taskCost: counter('ai_task_cost_cny_total', 'Cost of models with a known price in yuan', ['task']),
    connections: gauge('database_connections', 'Connections of the pool by state', ['state']),
    sockets: gauge('sockets', 'Open browser connections', []),
  };
}
