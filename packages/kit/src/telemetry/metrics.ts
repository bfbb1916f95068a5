import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

export interface Metrics {
  registry: Registry;
  requests: Histogram<'method' | 'route' | 'status'>;
  consumerLag: Gauge<'consumer'>;
  eventsHandled: Counter<'consumer' | 'outcome'>;
  jobs: Counter<'queue' | 'outcome'>;
  tasks: Counter<'task' | 'via'>;
}

/** One registry per running kit, so that tests do not share counters. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  return {
    registry,
    requests: new Histogram({
      name: 'tokenholic_http_request_seconds',
      help: 'Duration of HTTP requests',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
      registers,
    }),
    consumerLag: new Gauge({
      name: 'tokenholic_consumer_lag_events',
      help: 'Events not yet handled',
      labelNames: ['consumer'],
      registers,
    }),
    eventsHandled: new Counter({
      name: 'tokenholic_events_handled_total',
      help: 'Events handled by outcome',
      labelNames: ['consumer', 'outcome'],
      registers,
    }),
    jobs: new Counter({
      name: 'tokenholic_jobs_total',
      help: 'Jobs by outcome',
      labelNames: ['queue', 'outcome'],
      registers,
    }),
    tasks: new Counter({
      name: 'tokenholic_ai_tasks_total',
      help: 'AI tasks by engine',
      labelNames: ['task', 'via'],
      registers,
    }),
  };
}
