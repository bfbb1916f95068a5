import { isAppError } from '@tokenholic/kit';
import type { SourceContext } from './source.ts';

/** What cannot be read does not end the visit; a cancelled run does. */
export async function quietly<T, O>(
  work: () => Promise<T>,
  context: SourceContext,
  otherwise: O,
): Promise<T | O> {
  try {
    return await work();
  } catch (error) {
    if (context.signal.aborted || !isAppError(error)) throw error;
    return otherwise;
  }
}
