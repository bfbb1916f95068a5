import type { Solution } from '@tokenholic/contracts';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { clientId, map, openSolutionsStage, type SolutionsStage } from './testing/solutions-stage.ts';

let stage: SolutionsStage;
let asked: string[] = [];
beforeAll(async () => {
  stage = await openSolutionsStage();
}, 60_000);
afterAll(() => stage.close());
beforeEach(() => {
  asked = [];
  stage.sources.ask = (vendor, question, limit, by) => {
    asked.push(question);
    return stage.doors.ask(vendor, question, limit, by);
  };
});

const begin = async () => {
  const column = map.useCases.find(({ useCaseId }) => useCaseId === 'cs_chatbot');
  const subject = { kind: 'use_case', useCaseKey: column?.key };
  return stage.call<Solution>('POST', `/api/clients/${clientId}/solutions`, { subject });
};
const read = async (id: string) => (await stage.call<Solution>('GET', `/api/solutions/${id}`)).body;

test('a solution is accepted at once and made by three agents, whose stages are told as they go', async () => {
  const accepted = await begin();
  expect(accepted.status).toBe(202);
  expect(accepted.body).toMatchObject({
    version: null,
    current: 0,
    run: { status: 'queued', kind: 'propose' },
  });
  await stage.work();
  const { run, version } = await read(accepted.body.id);
  expect(version?.number).toBe(1);
  expect(run).toMatchObject({ status: 'completed', version: 1 });
  expect(run?.stages.map(({ agent, status }) => [agent, status])).toEqual([
    ['query', 'done'],
    ['retrieval', 'done'],
    ['synthesis', 'done'],
  ]);
  const { rows } = await stage.kit.database.withTenant([clientId], ({ db }) =>
    db.execute<{ status: string; working: string | null }>(
      `select payload ->> 'status' as status, jsonb_path_query_first(payload, '$.stages[*] ? (@.status == "working").agent') #>> '{}' as working from kit.events where type = 'solution.progressed' order by seq`,
    ),
  );
  expect(rows[0]?.status).toBe('queued');
  expect(rows.at(-1)?.status).toBe('completed');
  const agents = [...new Set(rows.flatMap(({ working }) => working ?? []))];
  expect(agents).toEqual(['query', 'retrieval', 'synthesis']);
});

test('a process that dies amid retrieval is followed by one that goes on there: nothing is asked twice, one version is made', async () => {
  const { body } = await begin();
  const death = new AbortController();
  const { ask } = stage.sources;
  stage.sources.ask = (...question) => {
    if (asked.length === 7) death.abort(new Error('killed'));
    if (death.signal.aborted) return Promise.reject(new Error('killed'));
    return ask(...question);
  };
  await expect(stage.work(death.signal)).rejects.toThrow('killed');
  expect(await read(body.id)).toMatchObject({ version: null, run: { status: 'working' } });
  stage.sources.ask = ask;
  const job = stage.service.jobs['solutions-run'];
  const runId = body.run?.id;
  const context = { organizationId: clientId, signal: AbortSignal.timeout(30_000), retries: 1 };
  await job?.({ runId }, context);
  const { run, versions } = await read(body.id);
  expect(run?.status).toBe('completed');
  expect(versions).toHaveLength(1);
  expect(new Set(asked).size).toBe(asked.length);
  expect(asked).toHaveLength(run?.stages[1]?.total ?? 0);
  await job?.({ runId }, context);
  expect((await read(body.id)).versions).toHaveLength(1);
});

test('a failure is said, and the run goes on from there when asked to', async () => {
  const { body } = await begin();
  const { ask } = stage.sources;
  stage.sources.ask = () => Promise.reject(new Error('the knowledge base is away'));
  await stage.work();
  expect((await read(body.id)).run).toMatchObject({
    status: 'failed',
    error: { code: 'solutions.failed' },
    stages: [{ status: 'done' }, { status: 'failed' }, { status: 'waiting' }],
  });
  stage.sources.ask = ask;
  expect((await stage.call('POST', `/api/solutions/${body.id}/run/resume`)).status).toBe(200);
  await stage.work();
  expect(await read(body.id)).toMatchObject({ current: 1, run: { status: 'completed' } });
  expect((await stage.call('POST', `/api/solutions/${body.id}/run/resume`)).status).toBe(409);
});

test('a cancelled run makes no version; while one is under way no second begins', async () => {
  const { body } = await begin();
  const feedback = 'Too expensive.';
  const wish = { kind: 'cheaper' };
  const point = { id: 'p1', quote: feedback, start: 0, wish, reads: { zh: '便宜', en: 'cheaper' } };
  const refinement = { feedback, from: 1, points: [point], locked: [] };
  expect((await stage.call('POST', `/api/solutions/${body.id}/versions`, refinement)).status).toBe(404);
  expect((await stage.call('POST', `/api/solutions/${body.id}/run/cancel`)).status).toBe(200);
  await stage.work();
  expect(await read(body.id)).toMatchObject({ version: null, run: { status: 'cancelled' } });
  expect((await stage.call('POST', `/api/solutions/${body.id}/run/cancel`)).status).toBe(409);

  const { id } = await stage.forUseCase();
  expect((await stage.call('POST', `/api/solutions/${id}/versions`, refinement)).status).toBe(202);
  expect((await stage.call('POST', `/api/solutions/${id}/versions`, refinement)).status).toBe(409);
  await stage.work();
  expect((await read(id)).versions).toHaveLength(2);
});
