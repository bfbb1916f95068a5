const ROUNDS = 40;
const WARM = 5;

export interface Times {
  middle: number;
  p95: number;
}

/** Milliseconds of a piece of work, after a few rounds to warm up. */
export async function measure(work: (round: number) => Promise<unknown>): Promise<Times> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS + WARM; round += 1) {
    const started = performance.now();
    await work(round);
    if (round >= WARM) times.push(performance.now() - started);
  }
  times.sort((a, b) => a - b);
  return { middle: times[ROUNDS / 2] ?? 0, p95: times[Math.floor(ROUNDS * 0.95)] ?? 0 };
}

/** One line: the times, how many times the cheapest request that is, and the bar where there is one. */
export function report(what: string, { middle, p95 }: Times, cheapest: Times, bar?: number): void {
  const ratio = (middle / cheapest.middle).toFixed(1);
  const verdict = bar === undefined ? '' : `, bar ${bar} ms: ${p95 <= bar ? 'held' : 'MISSED'}`;
  process.stdout.write(
    `${what}: ${middle.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms, ${ratio} times the cheapest${verdict}\n`,
  );
}
