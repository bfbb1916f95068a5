import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { isPublicAddress } from '@tokenholic/kit';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createFetcher, type Fetcher, type FetcherOptions } from './fetcher.ts';

let server: Server;
let host: string;
let answer: (request: IncomingMessage, response: ServerResponse) => void;
let fetchers: Fetcher[] = [];
const waits: number[] = [];
const signal = new AbortController().signal;

beforeEach(async () => {
  waits.length = 0;
  server = createServer((request, response) => {
    if (request.url === '/robots.txt') response.writeHead(404).end();
    else answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(async () => {
  for (const fetcher of fetchers) await fetcher.close();
  fetchers = [];
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

function fetcher(options: Partial<FetcherOptions> = {}): Fetcher {
  let now = 0;
  const made = createFetcher({
    allowedPrivateHosts: [host],
    now: () => now,
    sleep: async (milliseconds) => {
      waits.push(milliseconds);
      now += milliseconds;
    },
    ...options,
  });
  fetchers.push(made);
  return made;
}

test.each([
  '127.0.0.1',
  '10.1.2.3',
  '192.168.0.1',
  '172.20.0.1',
  '169.254.169.254',
  '100.64.0.1',
  '0.0.0.0',
  '::1',
  'fd00::1',
  'fe80::1',
  '::ffff:127.0.0.1',
  '64:ff9b::7f00:1',
  '2002:7f00:1::',
  '224.0.0.1',
])('%s is no public address', (address) => {
  expect(isPublicAddress(address)).toBe(false);
});

test('public addresses are public', () => {
  expect(['8.8.8.8', '2606:4700::1111'].map(isPublicAddress)).toEqual([true, true]);
});

test.each([
  'http://127.0.0.1/',
  'http://localhost/',
  'http://[::1]/',
  'http://169.254.169.254/latest/meta-data',
  'file:///etc/passwd',
  'http://user:pass@example.com/',
  'http://example.com:22/',
])('%s is refused before or at the connection', async (url) => {
  const guarded = fetcher({ allowedPrivateHosts: [] });
  await expect(guarded.fetch(url, { signal, ignoreRobots: true })).rejects.toMatchObject({
    code: 'research.address_forbidden',
  });
});

test('a redirect into a private network is refused at the hop', async () => {
  answer = (_request, response) =>
    response.writeHead(302, { location: 'http://169.254.169.254/latest' }).end();
  await expect(fetcher().fetch(`http://${host}/`, { signal })).rejects.toMatchObject({
    code: 'research.address_forbidden',
  });
});

test('a redirect loop is called one', async () => {
  answer = (request, response) =>
    response.writeHead(302, { location: request.url === '/a' ? '/b' : '/a' }).end();
  await expect(fetcher().fetch(`http://${host}/a`, { signal })).rejects.toMatchObject({
    code: 'research.redirect_loop',
  });
});

test('a site that hangs is given up', async () => {
  answer = () => {};
  await expect(
    fetcher({ timeoutMilliseconds: 300 }).fetch(`http://${host}/`, { signal }),
  ).rejects.toMatchObject({ code: 'research.site_hangs' });
});

test('a page larger than allowed is dropped while it comes', async () => {
  answer = (_request, response) => response.end('x'.repeat(200_000));
  await expect(fetcher({ maximumBytes: 50_000 }).fetch(`http://${host}/`, { signal })).rejects.toMatchObject({
    code: 'research.page_too_large',
  });
});

test('a compressed bomb is no larger than its limit: nothing is unpacked on the way', async () => {
  answer = (_request, response) =>
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(20_000_000)));
  const { bytes } = await fetcher().fetch(`http://${host}/`, { signal });
  expect(bytes.byteLength).toBeLessThan(100_000);
});

test('one site gets one request a second', async () => {
  answer = (_request, response) => response.end('<p>hello</p>');
  const polite = fetcher();
  for (const path of ['/1', '/2', '/3']) await polite.fetch(`http://${host}${path}`, { signal });
  expect(waits).toEqual([1_000, 1_000, 1_000]);
});

test('what robots.txt forbids is not fetched', async () => {
  let asked = 0;
  server.removeAllListeners('request');
  server.on('request', (request, response) => {
    if (request.url === '/robots.txt') response.end('User-agent: *\nDisallow: /');
    else asked += 1;
  });
  await expect(fetcher().fetch(`http://${host}/page`, { signal })).rejects.toMatchObject({
    code: 'research.robots_forbid',
  });
  expect(asked).toBe(0);
});

test('a server in trouble forbids all by its robots.txt', async () => {
  server.removeAllListeners('request');
  server.on('request', (_request, response) => response.writeHead(503).end());
  await expect(fetcher().fetch(`http://${host}/page`, { signal })).rejects.toMatchObject({
    code: 'research.robots_forbid',
  });
});

test('nothing listening is said to be unreachable', async () => {
  const gone = fetcher({ allowedPrivateHosts: ['127.0.0.1:9'] });
  await expect(gone.fetch('http://127.0.0.1:9/', { signal, ignoreRobots: true })).rejects.toMatchObject({
    code: 'research.not_reachable',
  });
});

test('a cancelled run stops waiting at once', async () => {
  answer = () => {};
  const stop = new AbortController();
  const waiting = fetcher().fetch(`http://${host}/`, { signal: stop.signal });
  setTimeout(() => stop.abort(new Error('cancelled')), 50);
  await expect(waiting).rejects.toThrow('cancelled');
});

test('a connection that the site lets go when a page is asked for is opened anew, once', async () => {
  let asked = 0;
  answer = ({ socket }, response) => {
    asked += 1;
    if (asked === 1) socket.destroy();
    else response.writeHead(200, { 'content-type': 'text/plain' }).end('开放日');
  };
  const one = fetcher();
  const page = await one.fetch(`http://${host}/open-day`, { signal, ignoreRobots: true });
  expect([page.status, asked]).toEqual([200, 2]);

  asked = 0;
  answer = ({ socket }) => {
    asked += 1;
    socket.destroy();
  };
  await expect(one.fetch(`http://${host}/never`, { signal, ignoreRobots: true })).rejects.toMatchObject({
    code: 'research.not_reachable',
  });
  expect(asked).toBe(2);
});
