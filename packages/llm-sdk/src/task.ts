import type { z } from 'zod';

/** Who wrote an output: a named model, or the built-in rules and why. */
export interface Engine {
  via: 'model' | 'rules';
  model: string | null;
  reason: string | null;
}

/** What a model is shown. `material` is untrusted: it is fenced off and never read as instructions. */
export interface TaskPrompt {
  instructions: string;
  material: readonly { label: string; text: string }[];
  question: string;
}

/** Everything a model is asked is a task: it has rules that do real work when no model answers. */
export interface Task<I, O> {
  name: string;
  version: number;
  tier: 'fast' | 'standard' | 'strong';
  timeoutMilliseconds: number;
  input: z.ZodType<I>;
  output: z.ZodType<O>;
  prompt(input: I): TaskPrompt;
  rules(input: I): O | Promise<O>;
  /** Checks a model's output against the evidence and drops what does not stand up. */
  accept?(output: O, input: I): O;
}

export function defineTask<I, O>(task: Task<I, O>): Task<I, O> {
  return task;
}
