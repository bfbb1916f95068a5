import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';

/** The repeatable request the work answers: claimed by the first transaction that announces something. */
export interface RequestClaim {
  organizationId: string;
  route: string;
  key: string;
  /** Hash of the body: the same key with another body is a mistake of the caller. */
  fingerprint: string;
  /** A transaction of this request holds the key already. */
  taken?: boolean;
}

/** Who acts and under which trace: follows the work through commands, events and jobs without being passed along. */
export interface Trace {
  traceId: string;
  actor: string;
  claim?: RequestClaim;
}

const storage = new AsyncLocalStorage<Trace>();

/** 16 random bytes in hex, as in W3C trace context. */
export function newTraceId(): string {
  return randomBytes(16).toString('hex');
}

export function runWithTrace<T>(trace: Trace, work: () => T): T {
  return storage.run(trace, work);
}

/** The trace of the running work; work that nobody asked for is the system's. */
export function currentTrace(): Trace {
  return storage.getStore() ?? { traceId: newTraceId(), actor: 'system' };
}
