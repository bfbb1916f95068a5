import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { FoundPage } from '../../jobs/agents.ts';
import { createFetcher } from '../fetcher/fetcher.ts';
import { searchSource } from './search.ts';

let server: Server;
let address: string;
let answer: { status: number; body: string };
let asked: { authorization: string | undefined; body: { query: string } }[];

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    asked.push({
      authorization: request.headers.authorization,
      body: JSON.parse(Buffer.concat(chunks).toString()),
    });
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(answer.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
beforeEach(() => {
  asked = [];
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

async function read(language: 'zh' | 'en' = 'zh'): Promise<FoundPage[]> {
  const fetcher = createFetcher({ allowedPrivateHosts: [], now: Date.now, sleep: async () => {} });
  const pages: FoundPage[] = [];
  const context = { fetcher, signal: new AbortController().signal, language, renderer: null };
  for await (const page of searchSource('青禾生鲜', address, 'tvly-key').read(context)) pages.push(page);
  await fetcher.close();
  return pages;
}

test('each hit becomes a page of its own address, with the whole text where the provider has it', async () => {
  answer = {
    status: 200,
    body: JSON.stringify({
      results: [
        {
          url: 'https://news.example/a',
          title: '青禾接入通义千问',
          content: '摘要',
          raw_content: '青禾生鲜的客服已接入通义千问。',
        },
        {
          url: 'https://news.example/b',
          title: '青禾年报',
          content: '青禾生鲜发布年报。',
          raw_content: null,
        },
      ],
    }),
  };
  const pages = await read();
  expect(pages.map(({ url, text, sourceKind }) => [url, text, sourceKind])).toEqual([
    ['https://news.example/a', '青禾生鲜的客服已接入通义千问。', 'search'],
    ['https://news.example/b', '青禾生鲜发布年报。', 'search'],
  ]);
  expect(asked[0]?.authorization).toBe('Bearer tvly-key');
  expect(asked[0]?.body.query).toContain('青禾生鲜');
});

test.each([
  [401, 'research.key_refused'],
  [403, 'research.key_refused'],
  [429, 'research.quota_spent'],
  [432, 'research.quota_spent'],
  [500, 'research.not_reachable'],
])('an answer of %i is told as %s', async (status, code) => {
  answer = { status, body: '{}' };
  await expect(read()).rejects.toMatchObject({ code });
});

test.each([
  ['{"results":[{"url":1}]}'],
  ['<html>maintenance</html>'],
  [''],
])('an answer that is no search result is a failed source (%s)', async (body) => {
  answer = { status: 200, body };
  await expect(read('en')).rejects.toMatchObject({ code: 'research.source_failed' });
});
