import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventEnvelopeSchema } from '@tokenholic/contracts';
import { readConfiguration, startProduct } from '@tokenholic/server';
import WebSocket from 'ws';

// The way of an event from its commit to a browser's socket at 200 events a second, beside a bare echo on the same socket.

const EVENTS = 2_000;
const RATE = 200;
const client = '01970000-0000-7000-8000-00000000c001';
const folder = mkdtempSync(join(tmpdir(), 'tokenholic-bench-'));
const environment = {
  PORT: '0',
  TOKENHOLIC_DATA: folder,
  TOKENHOLIC_LOG_LEVEL: 'silent',
  TOKENHOLIC_SAMPLES: 'false',
};
const { address, product, stop } = await startProduct(readConfiguration(environment, folder));
await fetch(`${address}/api/clients`, {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ id: client, name: 'Bench', website: null, research: null }),
});
const socket = new WebSocket(`${address.replace('http', 'ws')}/ws`);
await new Promise((resolve) => socket.once('open', resolve));
const committed = new Map<string, number>();
const latencies: number[] = [];
const echoes: number[] = [];
let pinged = 0;
socket.on('message', (data) => {
  const message: { type: string; event?: unknown } = JSON.parse(String(data));
  if (message.type === 'pong') echoes.push(performance.now() - pinged);
  if (message.type !== 'event') return;
  const { payload } = eventEnvelopeSchema.parse(message.event);
  const code =
    typeof payload === 'object' && payload !== null && 'code' in payload ? String(payload.code) : '';
  const at = committed.get(code);
  if (at !== undefined) latencies.push(performance.now() - at);
});
socket.send(JSON.stringify({ type: 'join', room: client, after: null }));
await new Promise((resolve) => setTimeout(resolve, 500));
const started = performance.now();
const work: Promise<void>[] = [];
for (let index = 0; index < EVENTS; index += 1) {
  const due = started + (index * 1_000) / RATE;
  const wait = due - performance.now();
  if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
  const publish = product.kit.database.withTenant([client], (tx) =>
    tx.publish(client, 'research.ended', { runId: client, status: 'failed', code: String(index) }),
  );
  work.push(publish.then(() => void committed.set(String(index), performance.now())));
  if (index % 20 === 0) {
    pinged = performance.now();
    socket.send(JSON.stringify({ type: 'ping' }));
  }
}
await Promise.all(work);
await new Promise((resolve) => setTimeout(resolve, 1_500));
const at = (list: number[], quantile: number) =>
  [...list].sort((a, b) => a - b)[Math.floor(list.length * quantile)] ?? Number.NaN;
process.stdout.write(
  `events: ${latencies.length} of ${EVENTS} at ${RATE}/s, commit to socket p50 ${at(latencies, 0.5).toFixed(1)} ms, p95 ${at(latencies, 0.95).toFixed(1)} ms; echo p95 ${at(echoes, 0.95).toFixed(1)} ms; ratio ${(at(latencies, 0.95) / at(echoes, 0.95)).toFixed(1)}\n`,
);
socket.close();
await stop();
rmSync(folder, { recursive: true, force: true });
process.exit(0);
