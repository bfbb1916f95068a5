import { argon2, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import { OWNER, percentile, startWithAccounts } from './accounts-product.ts';

// Signing in at 20 a second, beside the password's hash alone, which is slow on purpose. Then what finding out who asks
// adds to a request: the session endpoint beside a route for everybody.

const out = (text: string) => process.stdout.write(`${text}\n`);
const RATE = 20;
const SECONDS = 6;
const derive = promisify(argon2);
const { running, cookie, stop } = await startWithAccounts();

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

async function paced(work: () => Promise<unknown>): Promise<number[]> {
  const pending: Promise<number>[] = [];
  for (let index = 0; index < RATE * SECONDS; index += 1) {
    pending.push(timed(work));
    await new Promise((resolve) => setTimeout(resolve, 1_000 / RATE));
  }
  return Promise.all(pending);
}

const signIn = async () => {
  const answer = await fetch(`${running.address}/api/account/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(OWNER),
  });
  if (answer.status !== 200) throw new Error(`Signing in answered ${answer.status}: ${await answer.text()}`);
};
const hash = () =>
  derive('argon2id', {
    ...{ message: OWNER.password, nonce: randomBytes(16), parallelism: 1 },
    ...{ tagLength: 32, memory: 7_168, passes: 5 },
  });

for (let warm = 0; warm < 10; warm += 1) await signIn();
async function withProcessor(work: () => Promise<unknown>) {
  const before = process.cpuUsage();
  const times = await paced(work);
  const { user, system } = process.cpuUsage(before);
  return { times, processor: (user + system) / 1_000 / times.length };
}
const { times: hashes, processor: hashCost } = await withProcessor(hash);
const { times: signIns, processor: signInCost } = await withProcessor(signIn);

async function each(path: string, headers: Record<string, string>): Promise<number[]> {
  const times: number[] = [];
  for (let count = 0; count < 600; count += 1)
    times.push(await timed(async () => (await fetch(running.address + path, { headers })).text()));
  return times.slice(100);
}
const open = await each('/api/account/entry', {});
const gated = await each('/api/agents', { cookie });
const refused = await each('/api/clients/01970000-0000-7000-8000-00000000ffff', { cookie });

const [p50, p95] = [percentile(signIns, 0.5), percentile(signIns, 0.95)];
out(
  `sign-in (${running.product.kit.database.kind}): ${RATE}/s, p50 ${p50.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms; the hash alone p95 ${percentile(hashes, 0.95).toFixed(0)} ms; ratio ${(p95 / percentile(hashes, 0.95)).toFixed(2)}`,
);
out(
  `processor: ${signInCost.toFixed(1)} ms a sign-in with its client, of which the hash ${hashCost.toFixed(1)} ms`,
);
out(
  `authorisation: a route for everybody p50 ${percentile(open, 0.5).toFixed(2)} ms, one that is refused after sign-in, tenancy and permission p50 ${percentile(refused, 0.5).toFixed(2)} ms (adds ${(percentile(refused, 0.5) - percentile(open, 0.5)).toFixed(2)} ms), one that reads a table p50 ${percentile(gated, 0.5).toFixed(2)} ms`,
);
await stop();
process.exit(0);
