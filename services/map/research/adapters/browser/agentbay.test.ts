import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromiumBinary } from '@tokenholic/kit/testing';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { createAgentBayRenderer } from './agentbay.ts';

/** A slow machine is no failure. */
const PATIENCE = { loadMilliseconds: 150_000, settleMilliseconds: 5_000 };
const signal = () => new AbortController().signal;
let server: Server;
let address: string;
let calls: string[];
let answers: Record<string, { status?: number; body: unknown }>;

/** The service's calls, and a page whose text only a script writes. */
beforeAll(async () => {
  server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', address);
    const action = url.searchParams.get('Action');
    if (action === null) {
      response
        .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
        .end(
          '<main></main><script>document.querySelector("main").textContent = "智能客服使用 Qwen3"</script>',
        );
      return;
    }
    calls.push(action);
    const { status = 200, body } = answers[action] ?? { body: { Success: true } };
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

let chromium: ChildProcess | null = null;
let profile: string | null = null;
afterEach(() => {
  chromium?.kill('SIGKILL');
  if (profile !== null) rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  [chromium, profile] = [null, null];
});

/** A browser that is driven from outside, as the sandbox's is. */
async function debuggingAddress(): Promise<string> {
  if (chromiumBinary === null) throw new Error('There is no Chromium');
  profile = mkdtempSync(join(tmpdir(), 'tokenholic-browser-'));
  chromium = spawn(chromiumBinary, [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--remote-debugging-port=0',
    `--user-data-dir=${profile}`,
  ]);
  for await (const line of chromium.stderr ?? []) {
    const found = /ws:\/\/\S+/.exec(String(line));
    if (found !== null) return found[0];
  }
  throw new Error('The browser did not start');
}

const session = { CreateMcpSession: { body: { Success: true, Data: { SessionId: 's-1' } } } };

test.skipIf(chromiumBinary === null)(
  'a page that only scripts write is read as a browser shows it, and the session is released',
  async () => {
    calls = [];
    answers = {
      ...session,
      GetCdpLink: { body: { Success: true, Data: { Url: await debuggingAddress() } } },
    };
    const { html } = await createAgentBayRenderer('akm-key', address, PATIENCE)(`${address}/`, signal());
    expect(html).toContain('智能客服使用 Qwen3');
    expect(calls).toEqual(['CreateMcpSession', 'InitBrowser', 'GetCdpLink', 'ReleaseMcpSession']);
  },
);

test('a refused key is told as such', async () => {
  calls = [];
  answers = { CreateMcpSession: { status: 401, body: {} } };
  await expect(
    createAgentBayRenderer('wrong', address)('https://x.example/', signal()),
  ).rejects.toMatchObject({
    code: 'research.key_refused',
  });
  expect(calls).toEqual(['CreateMcpSession']);
});

test('a session whose browser does not come up is released all the same', async () => {
  calls = [];
  answers = { ...session, InitBrowser: { body: { Success: false } } };
  await expect(
    createAgentBayRenderer('akm-key', address)('https://x.example/', signal()),
  ).rejects.toMatchObject({
    code: 'research.source_failed',
  });
  expect(calls.at(-1)).toBe('ReleaseMcpSession');
});
