import { afterAll, beforeAll, describe } from 'vitest';
import { startLeadership } from '../locks/leadership.ts';
import { createMemoryLocks } from '../locks/locks.ts';
import { createPostgresTestKit, createTestKit, type TestKit } from '../testing/index.ts';
import { type Bus, busContract } from './bus.contract.ts';
import { createConsumer } from './consumer.ts';
import { startDispatcher } from './dispatcher.ts';
import { createLedConsumer } from './led-consumer.ts';

const postgres = process.env.TEST_DATABASE_URL;
const databases: [string, () => Promise<TestKit>][] = [
  ['the embedded database', () => createTestKit()],
  ...(postgres === undefined
    ? []
    : [['PostgreSQL', () => createPostgresTestKit(postgres)] satisfies [string, () => Promise<TestKit>]]),
];

describe.each(databases)('events read from the log on %s', (_name, open) => {
  let kit: TestKit;
  const taken = new Set<string>();
  beforeAll(async () => {
    kit = await open();
  });
  afterAll(() => kit.close());
  const bus = (): Bus => ({
    kit,
    read: async (name, reactions) => {
      const leadership = startLeadership(createMemoryLocks(taken), name, kit.logger);
      await leadership.look();
      const consumer = createLedConsumer(name, () => createConsumer(name, reactions, kit), leadership);
      const dispatcher = startDispatcher([consumer], kit.logger);
      return {
        stop: async () => {
          await dispatcher.stop();
          await leadership.stop();
        },
      };
    },
  });
  busContract(bus);
});
