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
// The reference knows fewer than sixty; the first ones come again under the client's own names.
const useCases = Array.from({ length: 60 }, (_, index) => ({
  id: reference.useCases[index % reference.useCases.length]?.id ?? '',
}));
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
    const [started, used] = [performance.now(), process.cpuUsage()];
    work();
    const { user, system } = process.cpuUsage(used);
    return { clock: performance.now() - started, processor: (user + system) / 1_000 };
  });
  const middle = (pick: 'clock' | 'processor') =>
    times.map((time) => time[pick]).sort((a, b) => a - b)[TURNS / 2] ?? 0;
  return { clock: middle('clock'), processor: middle('processor') };
};
const bare = timed(() => {
  let sum = 0;
  for (let index = 0; index < SAMPLES * useCases.length * 3; index += 1) sum += Math.exp(Math.random());
  return sum;
});
const map = timed(draw);
out(
  `draw: ${useCases.length} use cases × ${providers.length} models: p50 ${map.clock.toFixed(1)} ms, processor ${map.processor.toFixed(1)} ms; bare draws ${bare.clock.toFixed(1)} ms, processor ${bare.processor.toFixed(1)} ms; ratio of processor ${(map.processor / bare.processor).toFixed(1)}`,
);
