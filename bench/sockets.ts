import { fork } from 'node:child_process';
import { loadavg } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import type { RealtimeMessage } from '@tokenholic/contracts';
import { type Kit, runWithTrace } from '@tokenholic/kit';
import { WebSocket } from 'ws';
import { percentile, startWithAccounts } from './accounts-product.ts';

// 1,000 browsers in the rooms of 50 clients while 100 events a second happen, one transaction each, due at their moment
// whether or not those before are done: from the commit to the message in the browser's process, and from the moment an
// event was due. Events are those of a product at work: nine steps of a research, then one that a person makes.

const SOCKETS = 1_000;
const ROOMS = 50;
const RATE = 100;
const SECONDS = 20;
const out = (text: string) => process.stdout.write(`${text}\n`);
const roomId = (index: number) => `01970000-0000-7000-8000-${String(index).padStart(12, '0')}`;

interface Orders {
  address: string;
  cookie: string;
}

interface Heard {
  ages: number[];
  sinceDue: number[];
  /** Seconds of processor since all had joined. */
  processor: number;
}

const EVENT = '{"type":"event"';
const seconds = ({ user, system }: NodeJS.CpuUsage) => (user + system) / 1e6;
const textOf = (text: string, key: string) => {
  const start = text.indexOf(`"${key}":"`) + key.length + 4;
  return text.slice(start, text.indexOf('"', start));
};

/**
 * The browsers' process: joins rooms and notes how old each event is when it comes. A thousand browsers have a thousand
 * machines to read what they are sent; here one process does it, and takes no more from each message than two times.
 */
async function beBrowsers({ address, cookie }: Orders): Promise<void> {
  const ages: number[] = [];
  const sinceDue: number[] = [];
  const hear = (text: string) => {
    const now = Date.now();
    ages.push(now - Date.parse(textOf(text, 'occurredAt')));
    sinceDue.push(now - Number(textOf(text, 'traceId').slice(0, 15)));
  };
  const join = (index: number) =>
    new Promise<void>((resolve, reject) => {
      const socket = new WebSocket(`${address.replace('http', 'ws')}/ws`, {
        ...{ headers: { cookie }, perMessageDeflate: false, skipUTF8Validation: true },
      });
      const room = roomId(index % ROOMS);
      socket.on('open', () => socket.send(JSON.stringify({ type: 'join', room, after: null })));
      socket.on('error', reject);
      socket.on('message', (data) => {
        const text = String(data);
        if (text.startsWith(EVENT)) return hear(text);
        const message: RealtimeMessage = JSON.parse(text);
        if (message.type === 'joined') resolve();
        if (message.type === 'refused') reject(new Error(`refused: ${room}`));
      });
    });
  for (let index = 0; index < SOCKETS; index += 50)
    await Promise.all(Array.from({ length: 50 }, (_, offset) => join(index + offset)));
  const used = process.cpuUsage();
  process.send?.('joined');
  process.on('message', () => {
    const heard: Heard = { ages, sinceDue, processor: seconds(process.cpuUsage(used)) };
    process.send?.(heard);
  });
}

async function measure(): Promise<void> {
  const { running, cookie, stop } = await startWithAccounts();
  const { kit } = running.product;
  for (let index = 0; index < ROOMS; index += 1)
    await fetch(`${running.address}/api/clients`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify({ id: roomId(index), name: `Client ${index}`, website: null, research: null }),
    });
  await running.product.dispatcher.idle();
  const browsers = fork(import.meta.filename, ['browsers'], { serialization: 'advanced' });
  const next = () => new Promise<unknown>((resolve) => browsers.once('message', resolve));
  browsers.send({ address: running.address, cookie });
  await next();
  const started = performance.now();
  const startedAt = Date.now();
  const used = process.cpuUsage();
  const under: Promise<void>[] = [];
  const commits: number[] = [];
  for (let count = 0; count < RATE * SECONDS; count += 1) {
    const after = (count * 1_000) / RATE;
    await pause(Math.max(0, started + after - performance.now()));
    const due = String(Math.round(startedAt + after)).padStart(15, '0');
    const began = performance.now();
    under.push(
      happen(kit, count, due.padEnd(32, '0')).then(() => void commits.push(performance.now() - began)),
    );
  }
  await Promise.all(under);
  const took = (performance.now() - started) / 1_000;
  await pause(3_000);
  const cpu = process.cpuUsage(used);
  browsers.send('done');
  const { ages, sinceDue, processor } = (await next()) as Heard;
  browsers.kill();
  const rate = (RATE * SECONDS) / took;
  const told = (values: readonly number[]) =>
    [0.5, 0.95, 0.99].map((share) => `p${share * 100} ${percentile(values, share).toFixed(0)} ms`).join(', ');
  out(
    `sockets (${kit.database.kind}): ${SOCKETS} browsers, ${rate.toFixed(0)} events/s asked for ${RATE}, ${ages.length} of ${(RATE * SECONDS * SOCKETS) / ROOMS} messages; commit to browser ${told(ages)}; due to browser ${told(sinceDue)}; to commit alone ${told(commits)}; processor ${(seconds(cpu) / (took + 3)).toFixed(2)} of one core, ${((seconds(cpu) * 1e3) / (RATE * SECONDS)).toFixed(1)} ms an event, of which the publishing is part; the browsers' process ${(processor / (took + 3)).toFixed(2)} of another; memory ${Math.round(process.memoryUsage.rss() / 1e6)} MB; load of the machine ${loadavg()[0]?.toFixed(1)}`,
  );
  await stop();
}

/** One event of one client, in a transaction of its own. */
async function happen(kit: Kit, count: number, traceId: string): Promise<void> {
  const room = roomId(count % ROOMS);
  await runWithTrace({ traceId, actor: 'system' }, () =>
    kit.database.withTenant([room], (tx) =>
      count % 10 === 9
        ? tx.publish(room, 'draft.written', { draftId: roomId(count), kind: 'email', subject: 'Next week' })
        : tx.publish(room, 'research.progressed', {
            ...{ runId: roomId(1), status: 'researching', agent: 'research', stages: [], sources: [] },
            ...{ pages: count, findings: 0 },
          }),
    ),
  );
}

if (process.argv[2] === 'browsers') process.once('message', (orders) => void beBrowsers(orders as Orders));
else {
  await measure();
  process.exit(0);
}
