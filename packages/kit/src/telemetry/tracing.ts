import { context, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, RandomIdGenerator, TracerProvider } from '@opentelemetry/sdk-trace';
import { takeNextIds } from './spans.ts';

export interface Tracing {
  /** Sends what is still kept. */
  stop(): Promise<void>;
}

/** Sends the steps of traces to a collector by OTLP over HTTP. Once a process; a collector that is away costs only its spans. */
export function startTracing(endpoint: string, attributes: Record<string, string>): Tracing {
  const random = new RandomIdGenerator();
  const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/$/, '')}/v1/traces` });
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ 'service.name': 'tokenholic', ...attributes }),
    idGenerator: {
      generateTraceId: () => takeNextIds()?.traceId ?? random.generateTraceId(),
      generateSpanId: () => takeNextIds()?.spanId ?? random.generateSpanId(),
    },
    spanProcessors: [new BatchSpanProcessor({ exporter, scheduledDelayMillis: 2_000 })],
  });
  trace.setGlobalTracerProvider(provider);
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  return { stop: () => provider.shutdown() };
}
