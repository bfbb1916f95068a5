import type { Leadership } from '../locks/leadership.ts';
import type { Consumer } from './consumer.ts';

/**
 * A consumer that several processes host and one runs at a time. Its successor starts from the stored cursor; what two
 * leaders handle in the moment between is told apart by the inbox, so nothing is applied twice.
 */
export function createLedConsumer(name: string, make: () => Consumer, leadership: Leadership): Consumer {
  let current: Consumer | null = null;
  const led = () => {
    if (leadership.leads) current ??= make();
    else current = null;
    return current;
  };
  return {
    name,
    step: async () => (await led()?.step()) ?? false,
    retry: async () => led()?.retry(),
  };
}
