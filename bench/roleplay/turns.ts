import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfiguration, startProduct } from '@tokenholic/server';

// A turn of a practice talk by rules over HTTP, with and without a claim that is looked up in the knowledge base, beside the
// cheapest thing one can ask of the same product in the same run. Bar: 200 ms on the server's side.

const ROUNDS = 40;
const BAR_MILLISECONDS = 200;
const LINES = [
  'Which part of the work is the hardest for your people today?',
  'What does that cost the company over a year?',
  'What have you tried in the past, and how did it go?',
  'I understand that you are careful. We would start with one narrow use case and our engineers do the building.',
  'You told me about the long queues: the model takes the easy part first, so fewer people wait.',
];
const CLAIM =
  'The list price of qwen-plus is 0.8 yuan per million tokens, which is 37% below the other vendor.';

const folder = mkdtempSync(join(tmpdir(), 'tokenholic-bench-'));
const running = await startProduct(
  readConfiguration(
    { PORT: '0', TOKENHOLIC_DATA: folder, TOKENHOLIC_LOG_LEVEL: 'silent', TOKENHOLIC_SAMPLES: 'false' },
    folder,
  ),
);
const url = `${running.address}/api/practice`;

async function ask(path: string, body?: object): Promise<{ id: string }> {
  const init = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body ?? {}),
  };
  const response = await fetch(`${url}${path}`, body === undefined ? {} : init);
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return response.json();
}

interface Measured {
  clock: number[];
  processor: number;
}
async function measure(
  work: (round: number) => Promise<unknown>,
  prepare?: (round: number) => Promise<unknown>,
): Promise<Measured> {
  const clock: number[] = [];
  let processor = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    await prepare?.(round);
    const cpu = process.cpuUsage();
    const started = performance.now();
    await work(round);
    clock.push(performance.now() - started);
    const { user, system } = process.cpuUsage(cpu);
    processor += (user + system) / 1_000;
  }
  return { clock: clock.sort((a, b) => a - b), processor: processor / ROUNDS };
}
const at = ({ clock }: Measured, share: number) =>
  clock[Math.min(clock.length - 1, Math.floor(clock.length * share))] ?? 0;

let talk = '';
const begin = async () => {
  talk = (await ask('/sessions', { scenario: 'discovery', level: 'hard', language: 'en' })).id;
};
/** A talk in its middle: four lines have been said. */
const inTheMiddle = async () => {
  await begin();
  for (const text of LINES.slice(0, 4)) await ask(`/sessions/${talk}/lines`, { text });
};
await inTheMiddle();
const baseline = await measure(() => ask('/personas'));
const plain = await measure(() => ask(`/sessions/${talk}/lines`, { text: LINES[4] ?? '' }), inTheMiddle);
const claimed = await measure(() => ask(`/sessions/${talk}/lines`, { text: CLAIM }), inTheMiddle);
const ended = await measure(() => ask(`/sessions/${talk}/end`, {}), inTheMiddle);

const rows = {
  'list of customers (baseline)': baseline,
  'fifth line of a talk': plain,
  'the same with a claim looked up': claimed,
  'end and score': ended,
};
for (const [name, measured] of Object.entries(rows))
  process.stdout.write(
    `${name.padEnd(34)} p50 ${at(measured, 0.5).toFixed(1)} ms  p95 ${at(measured, 0.95).toFixed(1)} ms  processor ${measured.processor.toFixed(1)} ms  ${(at(measured, 0.5) / at(baseline, 0.5)).toFixed(1)} × baseline\n`,
  );
const clock = Math.max(at(plain, 0.95), at(claimed, 0.95));
const processor = Math.max(plain.processor, claimed.processor);
const verdict = (milliseconds: number) => (milliseconds <= BAR_MILLISECONDS ? 'kept' : 'missed');
process.stdout.write(
  `bar ${BAR_MILLISECONDS} ms: ${verdict(clock)} by the clock (p95 ${clock.toFixed(0)} ms), ${verdict(processor)} by processor time (${processor.toFixed(0)} ms)\n`,
);
await running.stop();
rmSync(folder, { recursive: true, force: true });
process.exit(0);
