import { fork } from 'node:child_process';
import type { RealtimeMessage } from '@tokenholic/contracts';
import { WebSocket } from 'ws';
import { percentile, startWithAccounts } from './accounts-product.ts';

// 1,000 browsers in the rooms of 50 clients while 100 events a second are committed: from the commit to the message in the
// browser's process. Beside it, the same number of messages sent with nothing but sockets.

const SOCKETS = 1_000;
const ROOMS = 50;
const RATE = 100;
const SECONDS = 6;
const out = (text: string) => process.stdout.write(`${text}\n`);
const roomId = (index: number) => `01970000-0000-7000-8000-${String(index).padStart(12, '0')}`;

interface Orders {
  address: string;
  cookie: string;
}

/** The browsers' process: joins rooms and notes how old each event is when it comes. */
async function beBrowsers({ address, cookie }: Orders): Promise<void> {
  const ages: number[] = [];
  const join = (index: number) =>
    new Promise<void>((resolve, reject) => {
      const socket = new WebSocket(`${address.replace('http', 'ws')}/ws`, { headers: { cookie } });
      const room = roomId(index % ROOMS);
      socket.on('open', () => socket.send(JSON.stringify({ type: 'join', room, after: null })));
      socket.on('error', reject);
      socket.on('message', (data) => {
        const message: RealtimeMessage = JSON.parse(String(data));
        if (message.type === 'joined') resolve();
        if (message.type === 'refused') reject(new Error(`refused: ${room}`));
        if (message.type === 'event') ages.push(Date.now() - Date.parse(message.event.occurredAt));
      });
    });
  for (let index = 0; index < SOCKETS; index += 50)
    await Promise.all(Array.from({ length: 50 }, (_, offset) => join(index + offset)));
  process.send?.('joined');
  process.on('message', () => process.send?.(ages));
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
  const name = { zh: '周衡', en: 'Zhou Heng' };
  for (let count = 0; count < RATE * SECONDS; count += 1) {
    const room = roomId(count % ROOMS);
    const due = started + (count * 1_000) / RATE;
    const wait = due - performance.now();
    // Requests come one by one through the event loop: it gets its turn also when this falls behind.
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, wait)));
    await kit.database.withTenant([room], (tx) =>
      tx.publish(room, 'client.assigned', { userId: roomId(1), name }),
    );
  }
  const took = (performance.now() - started) / 1_000;
  await new Promise((resolve) => setTimeout(resolve, 2_000));
  browsers.send('done');
  const ages = (await next()) as number[];
  browsers.kill();
  const rate = (RATE * SECONDS) / took;
  out(
    `sockets (${kit.database.kind}): ${SOCKETS} browsers, ${rate.toFixed(0)} events/s, ${ages.length} of ${(RATE * SECONDS * SOCKETS) / ROOMS} messages; commit to browser p50 ${percentile(ages, 0.5).toFixed(0)} ms, p95 ${percentile(ages, 0.95).toFixed(0)} ms, p99 ${percentile(ages, 0.99).toFixed(0)} ms; memory ${Math.round(process.memoryUsage.rss() / 1e6)} MB`,
  );
  await stop();
}

if (process.argv[2] === 'browsers') process.once('message', (orders) => void beBrowsers(orders as Orders));
else {
  await measure();
  process.exit(0);
}
