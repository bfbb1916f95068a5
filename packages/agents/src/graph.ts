import type { Database } from '@tokenholic/kit';
import type { z } from 'zod';

export interface StepContext {
  signal: AbortSignal;
}

/** One agent's work: reads the state, does something, and says what changed. A step may run again after a crash. */
export type Step<S> = (state: S, context: StepContext) => Promise<Partial<S>>;

/** Where to go after a step: a fixed step, the end, or whatever the state says. */
export type Next<S> = string | ((state: S) => string);

export interface Graph<S> {
  /** Small: ids and counts. What is large stands in tables of its own, or each checkpoint carries it again. */
  state: z.ZodType<S>;
  first: string;
  steps: Readonly<Record<string, { run: Step<S>; next: Next<S> }>>;
}

/** The name of the end of a graph, as LangGraph has it. */
export const DONE = '__end__';

export interface GraphRun<S> {
  database: Database;
  organizationId: string;
  /** One story, named with its graph (`research/…`); running the same thread again goes on where it stopped. */
  threadId: string;
  input: S;
  signal: AbortSignal;
  /** Told after each step, for progress on a screen. */
  onStep?: (step: string, state: S) => Promise<void>;
}
