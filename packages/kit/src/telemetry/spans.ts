import {
  type Attributes,
  type Context,
  context,
  isSpanContextValid,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  TraceFlags,
  trace,
} from '@opentelemetry/api';
import { currentTrace } from './trace.ts';

// Steps of a trace for OpenTelemetry. As long as no collector is configured nothing is recorded and nothing is kept.

const tracer = () => trace.getTracer('tokenholic');

/**
 * Events and jobs carry the id of their trace alone. The first span of a trace that begins here has an id that follows
 * from the trace's, so that later steps know their parent, in another process and a day later too.
 */
export const rootSpanId = (traceId: string): string => traceId.slice(16);

let nextIds: { traceId: string; spanId: string } | null = null;
/** Ids that the span begun at this moment must have; for the generator of ids. */
export function takeNextIds(): { traceId: string; spanId: string } | null {
  return nextIds;
}

/** Begins the trace of a request, as the child of the caller's span when there is one. */
export function startRequestSpan(name: string, traceId: string, callerSpanId: string | null): Span {
  const options = { kind: SpanKind.SERVER };
  if (callerSpanId !== null) return tracer().startSpan(name, options, remote(traceId, callerSpanId));
  nextIds = { traceId, spanId: rootSpanId(traceId) };
  try {
    return tracer().startSpan(name, { ...options, root: true }, ROOT_CONTEXT);
  } finally {
    nextIds = null;
  }
}

/** Runs work inside a span that has begun. */
export function withSpan<T>(span: Span, work: () => T): T {
  return context.with(trace.setSpan(context.active(), span), work);
}

/** Runs work as one step of the trace it belongs to. */
export async function inSpan<T>(
  name: string,
  attributes: Attributes,
  work: (span: Span) => Promise<T>,
): Promise<T> {
  const parent = parentOf(currentTrace().traceId);
  return tracer().startActiveSpan(name, { attributes }, parent, async (span) => {
    try {
      return await work(span);
    } catch (error) {
      span.setStatus({ code: SpanStatusCode.ERROR, message: error instanceof Error ? error.name : 'error' });
      throw error;
    } finally {
      span.end();
    }
  });
}

/** Notes that something happened within the current step. */
export function noteInSpan(name: string): void {
  trace.getActiveSpan()?.addEvent(name);
}

function parentOf(traceId: string): Context {
  const active = trace.getSpanContext(context.active());
  if (active !== undefined && isSpanContextValid(active) && active.traceId === traceId)
    return context.active();
  return remote(traceId, rootSpanId(traceId));
}

function remote(traceId: string, spanId: string): Context {
  const parent = { traceId, spanId, traceFlags: TraceFlags.SAMPLED, isRemote: true };
  return trace.setSpanContext(ROOT_CONTEXT, parent);
}
