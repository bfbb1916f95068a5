import { estimateTokenCount } from 'tokenx';
import type { Budget } from './budget.ts';
import type { ModelConnection } from './connections.ts';
import { languageModel } from './language-model.ts';
import { type RenderedPrompt, renderPrompt } from './prompt.ts';
import type { Engine, Task } from './task.ts';

export interface Usage {
  inputTokens: number;
  outputTokens: number;
}

export interface Attempt {
  model: string;
  outcome: 'answered' | 'output_invalid' | 'limited' | 'timed_out' | 'failed';
  milliseconds: number;
}

export interface TaskResult<O> {
  output: O;
  engine: Engine;
  usage: Usage;
  /** Null when a model without a known price answered. */
  costCny: number | null;
  attempts: Attempt[];
}

export interface LlmOptions {
  /** The connections of this moment, in the order in which they are asked: settings change while the product runs. */
  connections: () => readonly ModelConnection[] | Promise<readonly ModelConnection[]>;
  budget?: Budget;
  /** Told of each call, for metering. */
  onUsage?: (organizationId: string, task: string, model: string, usage: Usage) => void;
}

export interface RunOptions {
  organizationId: string;
  signal?: AbortSignal;
}

export interface Llm {
  hasModel(): Promise<boolean>;
  /** Asks the models in their order and ends at the task's rules. Throws only when cancelled or when the rules do. */
  run<I, O>(task: Task<I, O>, input: I, options: RunOptions): Promise<TaskResult<O>>;
}

const NONE: Usage = { inputTokens: 0, outputTokens: 0 };
/** Room for an answer when a budget is reserved. */
const RESERVED_OUTPUT = 2_000;
const LONGEST_WAIT = 5_000;

export function createLlm({ connections: currentConnections, budget, onUsage }: LlmOptions): Llm {
  return {
    hasModel: async () => (await currentConnections()).length > 0,
    run: async (task, input, { organizationId, signal }) => {
      const connections = await currentConnections();
      const checked = task.input.parse(input);
      const attempts: Attempt[] = [];
      let usage = NONE;
      const byRules = async (reason: string) => ({
        output: task.output.parse(await task.rules(checked)),
        engine: { via: 'rules' as const, model: null, reason },
        usage,
        costCny: 0,
        attempts,
      });
      if (connections.length === 0) return byRules('no_model_configured');
      const rendered = renderPrompt(task.prompt(checked));
      const reserve = estimateTokenCount(rendered.instructions + rendered.prompt) + RESERVED_OUTPUT;
      for (const connection of connections) {
        if ((await budget?.allows(organizationId, reserve)) === false) return byRules('budget_spent');
        const answer = await ask(connection, task, rendered, signal);
        attempts.push({
          model: connection.model,
          outcome: answer.outcome,
          milliseconds: answer.milliseconds,
        });
        usage = {
          inputTokens: usage.inputTokens + answer.usage.inputTokens,
          outputTokens: usage.outputTokens + answer.usage.outputTokens,
        };
        // Tokens of an unusable answer were spent all the same.
        const { inputTokens, outputTokens } = answer.usage;
        await budget?.charge(organizationId, inputTokens + outputTokens, 'reported');
        onUsage?.(organizationId, task.name, connection.model, answer.usage);
        if (answer.outcome !== 'answered' || answer.output === undefined) continue;
        const output = task.accept === undefined ? answer.output : task.accept(answer.output, checked);
        return {
          output,
          engine: { via: 'model', model: connection.model, reason: null },
          usage,
          costCny: costOf(connection, answer.usage),
          attempts,
        };
      }
      return byRules(
        attempts.some((attempt) => attempt.outcome === 'output_invalid')
          ? 'output_invalid'
          : 'models_unavailable',
      );
    },
  };
}

interface Answer<O> {
  outcome: Attempt['outcome'];
  output?: O;
  usage: Usage;
  milliseconds: number;
}

/** One model, at most twice: a busy or stumbling server gets one more chance within the task's time. */
async function ask<I, O>(
  connection: ModelConnection,
  task: Task<I, O>,
  prompt: RenderedPrompt,
  signal: AbortSignal | undefined,
): Promise<Answer<O>> {
  const started = performance.now();
  const elapsed = () => performance.now() - started;
  for (let tries = 0; ; tries += 1) {
    const { outcome, output, usage, retryAfter } = await askOnce(connection, task, prompt, signal);
    const wait = Math.min(LONGEST_WAIT, retryAfter ?? 250);
    const again =
      tries === 0 &&
      (outcome === 'limited' || outcome === 'failed') &&
      retryAfter !== null &&
      elapsed() + wait < task.timeoutMilliseconds;
    if (!again)
      return { outcome, usage, milliseconds: elapsed(), ...(output === undefined ? {} : { output }) };
    await new Promise((resolve) => setTimeout(resolve, wait));
    signal?.throwIfAborted();
  }
}

interface Once<O> {
  outcome: Attempt['outcome'];
  output?: O;
  usage: Usage;
  /** Milliseconds until another try makes sense; null: it does not. */
  retryAfter: number | null;
}

async function askOnce<I, O>(
  connection: ModelConnection,
  task: Task<I, O>,
  prompt: RenderedPrompt,
  signal: AbortSignal | undefined,
): Promise<Once<O>> {
  const { APICallError, generateText, NoObjectGeneratedError, NoOutputGeneratedError, Output } = await import(
    'ai'
  );
  const timeout = AbortSignal.timeout(task.timeoutMilliseconds);
  try {
    const result = await generateText({
      model: await languageModel(connection),
      instructions: prompt.instructions,
      prompt: prompt.prompt,
      output: Output.object({ schema: task.output }),
      maxRetries: 0,
      abortSignal: signal === undefined ? timeout : AbortSignal.any([signal, timeout]),
    });
    const usage = {
      inputTokens: result.usage.inputTokens ?? 0,
      outputTokens: result.usage.outputTokens ?? 0,
    };
    const parsed = task.output.safeParse(result.output);
    return parsed.success
      ? { outcome: 'answered', output: parsed.data, usage, retryAfter: null }
      : { outcome: 'output_invalid', usage, retryAfter: null };
  } catch (error) {
    signal?.throwIfAborted();
    if (NoObjectGeneratedError.isInstance(error)) {
      const usage = {
        inputTokens: error.usage?.inputTokens ?? 0,
        outputTokens: error.usage?.outputTokens ?? 0,
      };
      return { outcome: 'output_invalid', usage, retryAfter: null };
    }
    if (NoOutputGeneratedError.isInstance(error))
      return { outcome: 'output_invalid', usage: NONE, retryAfter: null };
    if (timeout.aborted) return { outcome: 'timed_out', usage: NONE, retryAfter: null };
    const status = APICallError.isInstance(error) ? (error.statusCode ?? 0) : 0;
    if (status === 429 && APICallError.isInstance(error)) {
      return {
        outcome: 'limited',
        usage: NONE,
        retryAfter: secondsIn(error.responseHeaders?.['retry-after']),
      };
    }
    return { outcome: 'failed', usage: NONE, retryAfter: status >= 500 ? 250 : null };
  }
}

function secondsIn(header: string | undefined): number {
  const seconds = Number(header ?? 1);
  return Number.isFinite(seconds) ? seconds * 1_000 : 1_000;
}

function costOf({ priceCnyPerMillion: price }: ModelConnection, usage: Usage): number | null {
  return price === null ? null : (usage.inputTokens * price.input + usage.outputTokens * price.output) / 1e6;
}
