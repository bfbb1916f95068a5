import { expect, test } from 'vitest';
import {
  advanceStage,
  beginStage,
  completeRun,
  endRun,
  finishedSources,
  finishStage,
  isActive,
  newRun,
  reportSource,
} from './run.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 20, 9, minute));
const report = (id: string, status: 'reading' | 'read' | 'forbidden') => ({
  ...{ id, status, pages: 0, code: null, message: null },
  kind: 'website' as const,
  label: id,
});

test('a run passes its three agents and ends with a map version', () => {
  let run = beginStage(newRun(), 'research', at(0));
  expect(run.status).toBe('researching');
  run = beginStage(finishStage(run, 'research', at(1)), 'analysis', at(1));
  run = beginStage(finishStage(run, 'analysis', at(2)), 'visualisation', at(2));
  run = completeRun(run, 7, at(3));
  expect(run).toMatchObject({ status: 'completed', mapVersion: 7, finishedAt: '2026-11-20T09:03:00.000Z' });
  expect(run.stages.map((stage) => stage.status)).toEqual(['done', 'done', 'done']);
});

test('an agent that goes on after an interruption keeps its first start', () => {
  const interrupted = endRun(beginStage(newRun(), 'research', at(0)), 'interrupted', null, at(1));
  const resumed = beginStage(interrupted, 'research', at(5));
  expect(resumed.stages[0]).toMatchObject({ status: 'working', startedAt: '2026-11-20T09:00:00.000Z' });
  expect(isActive(resumed.status)).toBe(true);
});

test('cancelling ends the working agent and keeps what was found', () => {
  const run = advanceStage(beginStage(newRun(), 'research', at(0)), 'research', { done: 3, total: 9 });
  const cancelled = endRun(run, 'cancelled', null, at(1));
  expect(cancelled.stages[0]).toMatchObject({ status: 'skipped', done: 3 });
});

test('a source has one report, and only those that are over are left out when the run resumes', () => {
  let run = reportSource(newRun(), report('site', 'reading'));
  run = reportSource(run, report('site', 'read'));
  run = reportSource(run, report('news', 'reading'));
  run = reportSource(run, report('blog', 'forbidden'));
  expect(run.sources).toHaveLength(3);
  expect([...finishedSources(run)]).toEqual(['site', 'blog']);
});
