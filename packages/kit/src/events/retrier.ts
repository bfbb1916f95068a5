import type { Reactions } from '../service/service.ts';
import { type Consumer, type ConsumerContext, react } from './consumer.ts';
import { retryDue } from './parking.ts';

/** Tries again what a consumer set aside, where its events come by another way than the log. */
export function createRetrier(name: string, reactions: Reactions, context: ConsumerContext): Consumer {
  return {
    name,
    step: async () => false,
    retry: () => retryDue(name, (event) => react(name, reactions, context, event), context),
  };
}
