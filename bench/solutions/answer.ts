import { performance } from 'node:perf_hooks';
import { reference } from '@tokenholic/reference';
import { type Made, openSolutionsStage } from '../../apps/server/src/testing/solutions-stage.ts';
import { namedThings } from '../../services/win/solutions/domain/refine/names.ts';
import { partsOfFeedback, readFeedback } from '../../services/win/solutions/domain/refine/read-feedback.ts';

// How long an answer with citations takes by rules, from the request to the stored version, against the look-ups alone;
// whether the twentieth refinement is as fast as the first; and what thirty kilobytes of feedback take to read.

const BAR_MILLISECONDS = 1_500;
const ANSWERS = 15;
const ROUNDS = 24;

interface Time {
  clock: number;
  cpu: number;
}

async function timed<T>(work: () => Promise<T>): Promise<Time & { value: T }> {
  const cpu = process.cpuUsage();
  const started = performance.now();
  const value = await work();
  const clock = performance.now() - started;
  const { user, system } = process.cpuUsage(cpu);
  return { clock, cpu: (user + system) / 1_000, value };
}

const at = (times: readonly Time[], share: number, pick: 'clock' | 'cpu') =>
  times.map((time) => time[pick]).sort((first, second) => first - second)[
    Math.min(times.length - 1, Math.floor(times.length * share))
  ] ?? 0;
const say = (text: string) => process.stdout.write(`${text}\n`);
const row = (times: readonly Time[]) =>
  `middle ${at(times, 0.5, 'clock').toFixed(0)} ms, p95 ${at(times, 0.95, 'clock').toFixed(0)} ms, CPU middle ${at(times, 0.5, 'cpu').toFixed(0)} ms`;

const stage = await openSolutionsStage();
const asked: { vendor: string; question: string; limit: number; by: 'words' | 'all' }[] = [];
stage.sources.ask = (vendor, question, limit, by) => {
  asked.push({ vendor, question, limit, by });
  return stage.doors.ask(vendor, question, limit, by);
};

async function measure(name: string, work: () => Promise<unknown>): Promise<void> {
  await work();
  await work();
  const whole: Time[] = [];
  const bare: Time[] = [];
  for (let round = 0; round < ANSWERS; round += 1) {
    asked.length = 0;
    whole.push(await timed(work));
    const questions = [...asked];
    bare.push(
      await timed(async () => {
        for (const { vendor, question, limit, by } of questions)
          await stage.doors.ask(vendor, question, limit, by);
      }),
    );
  }
  const ratio = at(whole, 0.5, 'cpu') / Math.max(1, at(bare, 0.5, 'cpu'));
  const p95 = at(whole, 0.95, 'clock');
  say(`${name}: ${row(whole)} (bar ${BAR_MILLISECONDS} ms: ${p95 <= BAR_MILLISECONDS ? 'held' : 'MISSED'})`);
  say(
    `  its ${asked.length} look-ups alone: ${row(bare)}; the whole takes ${ratio.toFixed(2)} times their CPU`,
  );
}

await measure('answer to a question', () => stage.ask('What does the savings plan cost a month?'));
await measure('solution for a use case', () => stage.forUseCase());

const first: Made = await stage.forUseCase();
const rounds: Time[] = [];
for (let round = 0; round < ROUNDS; round += 1) {
  const feedback = ['不要上下文缓存', 'Done within 30 days', '写短一点', 'Please use qwen3.7-max', '太贵了'][
    round % 5
  ];
  rounds.push(await timed(() => stage.refine(first.id, `${feedback} (${round})`)));
}
const early = rounds.slice(1, 6);
const late = rounds.slice(-5);
say(`refinement, rounds 2–6: ${row(early)}`);
say(
  `refinement, rounds ${ROUNDS - 4}–${ROUNDS}: ${row(late)}; ${(at(late, 0.5, 'cpu') / at(early, 0.5, 'cpu')).toFixed(2)} times the CPU of the early ones`,
);
const last = (await stage.call('GET', `/api/solutions/${first.id}`)).body;
const { value: _diff, ...compared } = await timed(() =>
  stage.call('GET', `/api/solutions/${first.id}/compare?from=1&to=${last.current}`),
);
say(
  `comparing version 1 with ${last.current}: ${compared.clock.toFixed(0)} ms, CPU ${compared.cpu.toFixed(0)} ms`,
);
await stage.close();

const things = namedThings(reference);
const lines = Array.from({ length: 420 }, (_, at) =>
  at % 3 === 0
    ? `How does the gateway handle case ${at} when qwen-plus is busy?`
    : at % 3 === 1
      ? `第 ${at} 点：请把 Qwen-Plus 换成 qwen3.7-max，并说明审计日志怎么保留。`
      : 'We met on Tuesday and everybody was friendly.',
).join('\n');
const bytes = Buffer.byteLength(lines);
const read: Time[] = [];
const cut: Time[] = [];
let points = 0;
for (let round = 0; round < ANSWERS; round += 1) {
  cut.push(await timed(async () => partsOfFeedback(lines)));
  read.push(
    await timed(async () => {
      points = readFeedback(lines, things).length;
    }),
  );
}
say(
  `${(bytes / 1_000).toFixed(0)} kB of feedback, ${points} points: ${row(read)}; cutting it into sentences alone: ${row(cut)}`,
);
