import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

// The first minutes of a new user: a data folder that is not there yet, the samples, and then nobody at it. Prints for each
// start the time to the first answer, the peak of memory and what is held after a minute; with QUIET the figures of a quiet
// minute once the samples are read and the encoder sleeps. Linux, for it reads /proc.

const main = process.env.MAIN ?? join(import.meta.dirname, '../apps/server/src/main.ts');
const RUNS = Number(process.env.RUNS ?? 5);
/** Seconds after the first answer at which the quiet minute begins; 0: it is not measured. */
const QUIET = Number(process.env.QUIET ?? 0);
const MINUTE = 60;
const TICKS_PER_SECOND = 100;
const NODE_OPTIONS = (process.env.NODE_FLAGS ?? '--max-semi-space-size=16').split(' ');
const out = (text: string) => process.stdout.write(`${text}\n`);

interface FirstStart {
  /** Seconds from the spawn to the first answer. */
  answer: number;
  /** Seconds of processor time until then. */
  processor: number;
  /** Megabytes. */
  peakAtAnswer: number;
  peakInMinute: number;
  afterMinute: number;
  quiet: { held: number; peak: number; processorPercent: number } | null;
}

function memoryOf(child: ChildProcess): { held: number; peak: number } {
  const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
  const megabytes = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1]) / 1_024;
  return { held: megabytes('VmRSS'), peak: megabytes('VmHWM') };
}

/** Seconds of processor time of the whole process. */
function processorOf(child: ChildProcess): number {
  const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('No free port');
  return address.port;
}

async function firstStart(): Promise<FirstStart> {
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'tokenholic-first-'));
  const environment = {
    ...process.env,
    PORT: String(port),
    TOKENHOLIC_DATA: folder,
    TOKENHOLIC_LOG_LEVEL: 'warn',
  };
  const at = performance.now();
  const child = spawn(process.execPath, [...NODE_OPTIONS, main], {
    env: environment,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  try {
    while (
      !(await fetch(`http://127.0.0.1:${port}/api/health/ready`).then(
        ({ ok }) => ok,
        () => false,
      ))
    ) {
      if (child.exitCode !== null) throw new Error('The product ended');
      await pause(10);
    }
    const answer = (performance.now() - at) / 1_000;
    const processor = processorOf(child);
    const peakAtAnswer = memoryOf(child).peak;
    await pause(MINUTE * 1_000);
    const minute = memoryOf(child);
    let quiet: FirstStart['quiet'] = null;
    if (QUIET > 0) {
      await pause((QUIET - MINUTE) * 1_000);
      const before = processorOf(child);
      await pause(MINUTE * 1_000);
      const processorPercent = ((processorOf(child) - before) / MINUTE) * 100;
      quiet = { ...memoryOf(child), processorPercent };
    }
    return { answer, processor, peakAtAnswer, peakInMinute: minute.peak, afterMinute: minute.held, quiet };
  } finally {
    child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  }
}

const megabytes = (value: number) => `${value.toFixed(0)} MB`;
const starts: FirstStart[] = [];
for (let run = 0; run < RUNS; run += 1) {
  const start = await firstStart();
  starts.push(start);
  out(
    `start ${run + 1}: first answer ${start.answer.toFixed(2)} s (${start.processor.toFixed(2)} s of processor time), peak ${megabytes(start.peakAtAnswer)} until then, ${megabytes(start.peakInMinute)} in the first minute, ${megabytes(start.afterMinute)} after it`,
  );
  if (start.quiet !== null)
    out(
      `  quiet from ${QUIET} s: ${megabytes(start.quiet.held)} held, ${megabytes(start.quiet.peak)} at most until then, ${start.quiet.processorPercent.toFixed(2)} % of a core`,
    );
}
const median = (of: (start: FirstStart) => number) =>
  starts.map(of).toSorted((one, other) => one - other)[Math.floor(starts.length / 2)] ?? 0;
out(
  `median of ${RUNS}: first answer ${median((start) => start.answer).toFixed(2)} s (${median((start) => start.processor).toFixed(2)} s of processor time), peak ${megabytes(median((start) => start.peakInMinute))}, ${megabytes(median((start) => start.afterMinute))} after a minute`,
);
process.exit(0);
