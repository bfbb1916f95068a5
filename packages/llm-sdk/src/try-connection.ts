import type { ModelConnection } from './connections.ts';
import { languageModel } from './language-model.ts';

export type TrialOutcome =
  | 'answered'
  | 'key_refused'
  | 'model_unknown'
  | 'limited'
  | 'timed_out'
  | 'unreachable'
  | 'failed';

const LONGEST_MILLISECONDS = 20_000;

/** Asks a model for one word, so that a person sees at once whether address, key and model name are right. */
export async function tryConnection(
  connection: ModelConnection,
): Promise<{ outcome: TrialOutcome; milliseconds: number }> {
  const { APICallError, generateText } = await import('ai');
  const started = performance.now();
  const timeout = AbortSignal.timeout(LONGEST_MILLISECONDS);
  const done = (outcome: TrialOutcome) => ({ outcome, milliseconds: performance.now() - started });
  try {
    await generateText({
      model: await languageModel(connection),
      prompt: 'Answer with the word OK.',
      maxOutputTokens: 16,
      maxRetries: 0,
      abortSignal: timeout,
    });
    return done('answered');
  } catch (error) {
    if (timeout.aborted) return done('timed_out');
    if (!APICallError.isInstance(error)) return done('failed');
    const { statusCode: status } = error;
    if (status === undefined) return done('unreachable');
    if (status === 401 || status === 403) return done('key_refused');
    if (status === 404) return done('model_unknown');
    return done(status === 429 ? 'limited' : 'failed');
  }
}
