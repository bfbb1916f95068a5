import { createTestKit, type TestKit } from '@tokenholic/kit/testing';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { agentsMigrations, DONE, type Graph, runGraph } from './index.ts';

const yunxiu = '01970000-0000-7000-8000-0000000000a1';
const harbourline = '01970000-0000-7000-8000-0000000000b2';
let kit: TestKit;
beforeAll(async () => {
  kit = await createTestKit([agentsMigrations]);
});
afterAll(() => kit.close());

const storySchema = z.object({ pages: z.number(), findings: z.number(), visits: z.array(z.string()) });
type Story = z.infer<typeof storySchema>;
const BLANK: Story = { pages: 0, findings: 0, visits: [] };

function research(behaviour: { analyse: (story: Story) => Promise<Partial<Story>> }): Graph<Story> {
  return {
    state: storySchema,
    first: 'gather',
    steps: {
      gather: {
        run: async (story) => ({ pages: story.pages + 3, visits: [...story.visits, 'gather'] }),
        // Too few pages: look again.
        next: (story) => (story.pages < 6 ? 'gather' : 'analyse'),
      },
      analyse: { run: behaviour.analyse, next: DONE },
    },
  };
}

const run = (graph: Graph<Story>, threadId: string, organizationId = yunxiu, signal?: AbortSignal) =>
  runGraph(graph, {
    database: kit.database,
    organizationId,
    threadId,
    input: BLANK,
    signal: signal ?? new AbortController().signal,
  });

const rows = async (organizationId: string) => {
  const result = await kit.database.withTenant([organizationId], ({ db }) =>
    db.execute<{ count: number }>(sql`select count(*)::int as count from agents.checkpoints`),
  );
  return result.rows[0]?.count ?? 0;
};

test('steps follow each other, go back when the state says so, and leave nothing behind', async () => {
  const graph = research({ analyse: async (story) => ({ findings: story.pages * 2 }) });
  expect(await run(graph, 'whole')).toEqual({ pages: 6, findings: 12, visits: ['gather', 'gather'] });
  expect(await rows(yunxiu)).toBe(0);
});

test('a failed step is thrown as it is, and the next run goes on there without repeating what was done', async () => {
  const failing = research({ analyse: () => Promise.reject(new Error('the process died here')) });
  await expect(run(failing, 'broken')).rejects.toThrow('the process died here');
  expect(await rows(yunxiu)).toBeGreaterThan(0);
  const graph = research({ analyse: async () => ({ findings: 1 }) });
  expect(await run(graph, 'broken')).toEqual({ pages: 6, findings: 1, visits: ['gather', 'gather'] });
});

test('progress is told after each step', async () => {
  const told: [string, number][] = [];
  await runGraph(research({ analyse: async () => ({ findings: 4 }) }), {
    database: kit.database,
    organizationId: yunxiu,
    threadId: 'told',
    input: BLANK,
    signal: new AbortController().signal,
    onStep: async (step, story) => void told.push([step, story.pages]),
  });
  expect(told).toEqual([
    ['gather', 3],
    ['gather', 6],
    ['analyse', 6],
  ]);
});

test('a cancelled run stops before its next step and can be taken up again', async () => {
  const stop = new AbortController();
  const graph = research({ analyse: async () => ({ findings: 1 }) });
  const cancelling: Graph<Story> = {
    ...graph,
    steps: {
      ...graph.steps,
      gather: {
        run: async (story) => {
          stop.abort(new Error('cancelled by the seller'));
          return { pages: story.pages + 6, visits: ['gather'] };
        },
        next: 'analyse',
      },
    },
  };
  await expect(run(cancelling, 'stopped', yunxiu, stop.signal)).rejects.toThrow();
  expect(await run(graph, 'stopped')).toMatchObject({ findings: 1 });
});

test('a thread of one organisation is not seen by another', async () => {
  const failing = research({ analyse: () => Promise.reject(new Error('stopped')) });
  await expect(run(failing, 'shared-name')).rejects.toThrow('stopped');
  expect(await rows(harbourline)).toBe(0);
  const graph = research({ analyse: async () => ({ findings: 9 }) });
  expect((await run(graph, 'shared-name', harbourline)).visits).toEqual(['gather', 'gather']);
});

test('checkpoints do not pile up while a long run goes on', async () => {
  let most = 0;
  const graph: Graph<Story> = {
    state: storySchema,
    first: 'gather',
    steps: {
      gather: {
        run: async (story) => {
          most = Math.max(most, await rows(yunxiu));
          return { pages: story.pages + 1 };
        },
        next: (story) => (story.pages < 20 ? 'gather' : DONE),
      },
    },
  };
  const before = await rows(yunxiu);
  await run(graph, 'long');
  expect(most - before).toBeLessThanOrEqual(3);
});
