import type { Finding } from '@tokenholic/contracts';
import { confidenceOf } from '@tokenholic/contracts';
import { reference } from '@tokenholic/reference';
import { assembleMap } from '../services/map/battlemap/domain/assemble.ts';
import { drawMap } from '../services/map/battlemap/domain/draw-map.ts';

// Drawing a map of as many use cases as the reference knows, up to sixty, with three models each: Monte Carlo and all that follows.
// Beside it the bare draws: as many random numbers as the simulation takes.

const TURNS = 20;
const SAMPLES = 2_000;
const providers = ['alibaba', 'volcengine', 'openai'];
const out = (text: string) => process.stdout.write(`${text}\n`);
const useCases = reference.useCases.slice(0, 60);
const engine = { via: 'rules' as const, model: null, reason: 'benchmark' };
const findings = useCases.flatMap(({ id }) =>
  providers.map((providerId): Finding => {
    const key = `${id}|${providerId}||current`;
    return {
      ...{ id: '01970000-0000-7000-8000-000000000001', key, kind: 'workload', useCaseId: id, providerId },
      ...{ modelId: null, modelName: null, value: null, standing: 'current', figures: [], quotes: [] },
      confidence: confidenceOf(0.7),
      engine,
      conflictsWith: [],
    };
  }),
);
const clientId = '01970000-0000-7000-8000-0000000000c1';
const meta = {
  clientId,
  clientName: 'Bench',
  version: 1,
  revision: 0,
  runId: null,
  generatedAt: '2026-11-21T00:00:00Z',
};
const draw = () =>
  assembleMap(drawMap({ clientId, findings, industryId: null, employees: 500, engine }, reference), meta);
const timed = (work: () => unknown) => {
  const times = Array.from({ length: TURNS }, () => {
    const started = performance.now();
    work();
    return performance.now() - started;
  }).sort((a, b) => a - b);
  return { p50: times[TURNS / 2] ?? 0, first: times.at(-1) ?? 0 };
};
const bare = timed(() => {
  let sum = 0;
  for (let index = 0; index < SAMPLES * useCases.length * 3; index += 1) sum += Math.exp(Math.random());
  return sum;
});
const map = timed(draw);
out(
  `draw: ${useCases.length} use cases × ${providers.length} models: p50 ${map.p50.toFixed(1)} ms, slowest ${map.first.toFixed(1)} ms; bare draws p50 ${bare.p50.toFixed(1)} ms; ratio ${(map.p50 / bare.p50).toFixed(1)}`,
);
