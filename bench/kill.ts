import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// Kills the process with SIGKILL in the middle of research, twenty times: everything acknowledged must be there afterwards,
// the folder must open, and each run must end.

const ROUNDS = 20;
const main = join(import.meta.dirname, '../apps/server/src/main.ts');
const folder = mkdtempSync(join(tmpdir(), 'tokenholic-kill-'));
const port = 3_971;
const address = `http://127.0.0.1:${port}`;
const out = (text: string) => process.stdout.write(`${text}\n`);
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function start(): Promise<{ child: ChildProcess; milliseconds: number }> {
  const at = performance.now();
  const environment = {
    ...process.env,
    PORT: String(port),
    TOKENHOLIC_DATA: folder,
    TOKENHOLIC_SAMPLES: 'false',
    TOKENHOLIC_LOG_LEVEL: 'silent',
  };
  const child = spawn(process.execPath, [main], { env: environment, stdio: 'ignore' });
  for (let tries = 0; tries < 600; tries += 1) {
    if (
      await fetch(`${address}/api/health/ready`)
        .then((answer) => answer.ok)
        .catch(() => false)
    )
      return { child, milliseconds: performance.now() - at };
    await pause(25);
  }
  throw new Error('The data folder did not open again');
}

async function post(path: string, body: unknown): Promise<boolean> {
  const init = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  };
  return fetch(address + path, init)
    .then((answer) => answer.ok)
    .catch(() => false);
}

const notes = Array.from(
  { length: 400 },
  (_, index) =>
    `第 ${index} 条：智能客服使用 Qwen3.6-Plus，日均 ${index + 1} 万次会话；视频生成使用 Seedance 2.0。`,
).join('\n');
const acknowledged: string[] = [];
const starts: number[] = [];
for (let round = 0; round < ROUNDS; round += 1) {
  const { child, milliseconds } = await start();
  starts.push(milliseconds);
  for (let index = 0; index < 3; index += 1) {
    const id = `01970000-0000-7000-8000-${String(round * 10 + index).padStart(12, '0')}`;
    const research = {
      website: null,
      links: [],
      notes,
      materialIds: [],
      language: 'zh',
      publicSources: false,
    };
    if (await post('/api/clients', { id, name: `客户 ${round}-${index}`, website: null, research }))
      acknowledged.push(id);
  }
  await pause(Math.random() * 500);
  child.kill('SIGKILL');
  await new Promise((resolve) => child.once('exit', resolve));
}
const { child } = await start();
let lost = 0;
let unfinished = acknowledged.length;
const ended = new Map<string, string>();
for (let tries = 0; tries < 120 && unfinished > 0; tries += 1) {
  lost = 0;
  for (const id of acknowledged.filter((known) => !ended.has(known))) {
    const client = await fetch(`${address}/api/clients/${id}`);
    if (!client.ok) lost += 1;
    const runs: { items: { status: string }[] } = await (
      await fetch(`${address}/api/clients/${id}/research-runs`)
    ).json();
    const status = runs.items[0]?.status ?? 'none';
    if (['completed', 'failed', 'interrupted'].includes(status)) ended.set(id, status);
  }
  unfinished = acknowledged.length - ended.size;
  if (unfinished > 0) await pause(500);
}
const states = Object.entries(Object.groupBy([...ended.values()], (status) => status)).map(
  ([status, list]) => `${list?.length} ${status}`,
);
starts.sort((a, b) => a - b);
out(
  `kill: ${ROUNDS} times, ${acknowledged.length} clients acknowledged, ${lost} lost; runs: ${states.join(', ')}, ${unfinished} unfinished; start median ${(starts[ROUNDS / 2] ?? 0).toFixed(0)} ms, slowest ${(starts.at(-1) ?? 0).toFixed(0)} ms`,
);
child.kill('SIGKILL');
rmSync(folder, { recursive: true, force: true });
process.exit(lost + unfinished === 0 ? 0 : 1);
