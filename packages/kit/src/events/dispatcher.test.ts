import { afterEach, expect, test } from 'vitest';
import { createLogger } from '../telemetry/logger.ts';
import type { Consumer } from './consumer.ts';
import { type Dispatcher, startDispatcher } from './dispatcher.ts';

const retried: string[] = [];
const consumers = ['calm', 'stumbled', 'rooms'].map(
  (name): Consumer => ({
    name,
    step: async () => false,
    retry: async () => void retried.push(name),
  }),
);
let dispatcher: Dispatcher;
afterEach(async () => {
  await dispatcher.stop();
  retried.length = 0;
});

test('who has set nothing aside is not asked to try again', async () => {
  dispatcher = startDispatcher(consumers, createLogger('silent'), async () => new Set(['stumbled']));
  await expect.poll(() => retried.length).toBeGreaterThan(1);
  expect(new Set(retried)).toEqual(new Set(['stumbled']));
});

test('when it cannot be said who has, nobody is asked this time and the next look follows', async () => {
  let looks = 0;
  dispatcher = startDispatcher(consumers, createLogger('silent'), async () => {
    looks += 1;
    if (looks === 1) throw new Error('the database is away');
    return new Set(['calm']);
  });
  await expect.poll(() => retried).toContain('calm');
  expect(looks).toBeGreaterThan(1);
});
