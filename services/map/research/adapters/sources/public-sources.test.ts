import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { FoundPage } from '../../jobs/agents.ts';
import { createFetcher, type Fetcher } from '../fetcher/fetcher.ts';
import { filingsSource } from './filings/filings-source.ts';
import { jobsSource } from './jobs/jobs-source.ts';
import { createOutwardLinks } from './outward-links.ts';
import { socialSource } from './social.ts';
import { failureReport, type Source } from './source.ts';

let server: Server;
let home: string;
let fetcher: Fetcher;
let asked: { path: string; body: string }[];
let pages: Record<string, unknown>;

beforeEach(async () => {
  asked = [];
  pages = {};
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += String(chunk);
    });
    request.on('end', () => {
      const path = request.url ?? '/';
      asked.push({ path, body });
      const page = pages[path];
      if (page === undefined) return void response.writeHead(404).end();
      const text = typeof page === 'string' ? page : JSON.stringify(page);
      const type = typeof page === 'string' && page.startsWith('<html') ? 'text/html' : 'application/json';
      response.writeHead(200, { 'content-type': `${type}; charset=utf-8` }).end(text);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  home = `http://${host}`;
  fetcher = createFetcher({
    ...{ allowedPrivateHosts: [host], now: Date.now, sleep: async () => {} },
    minimumIntervalMilliseconds: () => 0,
  });
});
afterEach(async () => {
  await fetcher.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

async function read(source: Source): Promise<FoundPage[]> {
  const found: FoundPage[] = [];
  const context = { fetcher, renderer: null, language: 'en' as const, signal: new AbortController().signal };
  for await (const page of source.read(context)) found.push(page);
  return found;
}

const site = (links: string) =>
  `<html><body><main><p>Acme Foods delivers fresh food to half a million homes every week.</p>${links}</main></body></html>`;
const boards = () => ({
  ...{ greenhouse: home, lever: home, ashby: home, smartrecruiters: home, workable: home, moka: home },
});
const acme = () => ({ name: 'Acme Foods', website: `${home}/` });

test('openings of a board that the company links are read, those about AI only, their escaped text made plain', async () => {
  pages['/'] = site('<a href="/careers">Careers</a>');
  pages['/careers'] = site('<a href="https://boards.greenhouse.io/acmefoods">Open positions</a>');
  pages['/v1/boards/acmefoods/jobs?content=true'] = {
    jobs: [
      { title: 'Driver', absolute_url: 'https://x.example/1', content: '&lt;p&gt;Drive a van.&lt;/p&gt;' },
      {
        title: 'LLM engineer',
        absolute_url: 'https://x.example/2',
        updated_at: '2026-10-02T08:00:00Z',
        content: '&lt;p&gt;You run our support bot on GPT-5.2 &amp;amp; Azure OpenAI.&lt;/p&gt;',
      },
    ],
  };
  const found = await read(jobsSource(acme(), createOutwardLinks(`${home}/`), boards()));
  expect(found.map(({ title, publishedAt, sourceKind }) => [title, publishedAt, sourceKind])).toEqual([
    ['LLM engineer', '2026-10-02', 'jobs'],
  ]);
  expect(found[0]?.text).toContain('You run our support bot on GPT-5.2 & Azure OpenAI.');
});

test('an account guessed from the name counts only when the board names the company', async () => {
  const opening = {
    title: 'ML lead',
    url: 'https://x.example/9',
    description: '<p>Own our RAG on Qwen.</p>',
  };
  pages['/api/v1/widget/accounts/acmefoods?details=true'] = { name: 'Acme Foods Inc.', jobs: [opening] };
  const theirs = { name: 'Acme Foods', website: null };
  expect(await read(jobsSource(theirs, createOutwardLinks(null), boards()))).toHaveLength(1);
  pages['/api/v1/widget/accounts/acmefoods?details=true'] = { name: 'Acme Footwear', jobs: [opening] };
  expect(await read(jobsSource(theirs, createOutwardLinks(null), boards()))).toEqual([]);
});

test('a career site on Moka that the company links is read by its documented list, open positions only', async () => {
  pages['/'] = site('<a href="https://app.mokahr.com/social-recruitment/qinghe/46129">加入我们</a>');
  const opening = {
    id: 'a-1',
    title: '大模型应用工程师',
    description: '<p>负责智能客服，使用 Qwen3-Max。</p>',
  };
  pages['/api-platform/v1/jobs/qinghe?mode=social&limit=100&offset=0'] = {
    total: 2,
    jobs: [
      { ...opening, status: 'open', updatedAt: '2026-10-08T02:00:00.000Z' },
      { ...opening, id: 'a-2', status: 'closed' },
    ],
  };
  pages['/api-platform/v1/jobs/qinghe?mode=campus&limit=100&offset=0'] = { total: 0, jobs: [] };
  const found = await read(jobsSource(acme(), createOutwardLinks(`${home}/`), boards()));
  expect(found.map(({ url, publishedAt }) => [url, publishedAt])).toEqual([
    ['https://app.mokahr.com/social-recruitment/qinghe/46129#/job/a-1', '2026-10-08'],
  ]);
  expect(found[0]?.text).toContain('使用 Qwen3-Max');
});

test('a Moka account is never guessed from a name', async () => {
  await read(jobsSource({ name: 'Qinghe Foods', website: null }, createOutwardLinks(null), boards()));
  expect(asked.some(({ path }) => path.includes('api-platform'))).toBe(false);
});

test('every board is read in its own form', async () => {
  pages['/'] = site(
    [
      ...[
        'https://jobs.lever.co/acme',
        'https://jobs.ashbyhq.com/Acme',
        'https://careers.smartrecruiters.com/Acme',
      ],
      'https://apply.workable.com/acme/',
    ]
      .map((url) => `<a href="${url}">jobs</a>`)
      .join(''),
  );
  pages['/v0/postings/acme?mode=json'] = [
    {
      ...{ text: 'Prompt engineer', hostedUrl: 'https://x.example/l', createdAt: Date.UTC(2026, 8, 1) },
      ...{ descriptionPlain: 'Claude for support.', lists: [{ text: 'You', content: '<li>know LLMs</li>' }] },
    },
  ];
  pages['/posting-api/job-board/Acme'] = {
    jobs: [{ title: 'AI engineer', jobUrl: 'https://x.example/a', descriptionPlain: 'Gemini.' }],
  };
  pages['/v1/companies/Acme/postings?limit=100'] = {
    content: [{ id: '7', name: 'Data scientist', company: { identifier: 'Acme', name: 'Acme' } }],
  };
  pages['/v1/companies/Acme/postings/7'] = {
    jobAd: { sections: { jobDescription: { text: '<p>Fine-tunes Qwen.</p>' } } },
  };
  pages['/api/v1/widget/accounts/acme?details=true'] = {
    name: 'Acme',
    jobs: [{ title: 'NLP lead', url: 'https://x.example/w', description: '<p>DeepSeek.</p>' }],
  };
  const found = await read(jobsSource(acme(), createOutwardLinks(`${home}/`), boards()));
  expect(new Set(found.map(({ title }) => title))).toEqual(
    new Set(['Prompt engineer', 'AI engineer', 'Data scientist', 'NLP lead']),
  );
  expect(found.find(({ title }) => title === 'Prompt engineer')?.text).toContain('know LLMs');
});

test('a board whose robots.txt forbids it is left alone', async () => {
  pages['/robots.txt'] = 'User-agent: *\nDisallow: /v1/';
  pages['/v1/boards/acme-foods/jobs?content=true'] = { jobs: [] };
  pages['/'] = site('<a href="https://boards.greenhouse.io/acme-foods">Jobs</a>');
  expect(await read(jobsSource(acme(), createOutwardLinks(`${home}/`), boards()))).toEqual([]);
  expect(asked.map(({ path }) => path)).not.toContain('/v1/boards/acme-foods/jobs?content=true');
});

const filings = () => ({ edgar: { files: home, data: home }, cninfo: { site: home, files: home } });

test('the newest annual report filed with the SEC is read, cut to what speaks of AI', async () => {
  pages['/files/company_tickers.json'] = {
    0: { cik_str: 99, title: 'ACME FOOTWEAR CORP' },
    1: { cik_str: 42, title: 'ACME FOODS, INC. /DE/' },
  };
  pages['/submissions/CIK0000000042.json'] = {
    filings: {
      recent: {
        form: ['8-K', '10-K', '10-K'],
        accessionNumber: ['0-0-1', '0042-26-000007', '0042-25-000001'],
        primaryDocument: ['a.htm', 'acme-10k.htm', 'old.htm'],
        filingDate: ['2026-05-01', '2026-03-02', '2025-03-01'],
      },
    },
  };
  const dull = '<p>Our leases run for five to ten years and are accounted for as described above.</p>';
  pages['/Archives/edgar/data/42/004226000007/acme-10k.htm'] =
    `<html><body><main><h1>Annual report</h1>${dull.repeat(1_200)}<p>Our service bot runs on Azure OpenAI.</p>${dull.repeat(400)}</main></body></html>`;
  const found = await read(
    filingsSource({ name: 'Acme Foods', website: null }, createOutwardLinks(null), filings()),
  );
  expect(found).toHaveLength(1);
  expect(found[0]).toMatchObject({ sourceKind: 'filings', publishedAt: '2026-03-02' });
  expect(found[0]?.text).toContain('Our service bot runs on Azure OpenAI.');
  expect(found[0]?.text.length).toBeLessThan(2_000);
});

test("a company listed in China is found on the exchanges' disclosure site, the whole report and not its summary", async () => {
  pages['/files/company_tickers.json'] = {};
  pages['/new/information/topSearch/query'] = [{ code: '300001', orgId: 'o1', zwjc: '青禾生鲜' }];
  pages['/new/hisAnnouncement/query'] = {
    announcements: [
      {
        announcementTitle: '2025年年度报告摘要',
        announcementTime: Date.UTC(2026, 3, 2),
        adjunctUrl: 's.html',
      },
      { announcementTitle: '2025年年度报告', announcementTime: Date.UTC(2026, 3, 2), adjunctUrl: 'f.html' },
      { announcementTitle: '2024年年度报告', announcementTime: Date.UTC(2025, 3, 2), adjunctUrl: 'o.html' },
    ],
  };
  pages['/f.html'] =
    '<html><body><main><p>公司智能客服已接入通义千问大模型，覆盖全部门店，全年处理咨询超过三千万次，人工成本明显下降。</p></main></body></html>';
  const found = await read(
    filingsSource({ name: '青禾生鲜股份有限公司', website: null }, createOutwardLinks(null), filings()),
  );
  expect(found.map(({ title, url }) => [title, url])).toEqual([
    ['青禾生鲜 2025年年度报告', `${home}/f.html`],
  ]);
  const search = asked.find(({ path }) => path.endsWith('topSearch/query'));
  expect(new URLSearchParams(search?.body).get('keyWord')).toBe('青禾生鲜');
});

test('when no register can be asked that is said, rather than that there is nothing', async () => {
  const source = filingsSource({ name: 'Acme', website: null }, createOutwardLinks(null), filings());
  const failure = await read(source).catch((error: unknown) => error);
  expect(failureReport(failure).status).toBe('unreachable');
});

test('posts of linked profiles are read where a network lets them be read', async () => {
  pages['/'] = site(
    '<a href="https://bsky.app/profile/acme.example">Bluesky</a><a href="https://medium.com/@acme">Blog</a><a href="https://twitter.com/share?url=x">Share</a>',
  );
  pages['/xrpc/app.bsky.feed.getAuthorFeed?actor=acme.example&limit=50&filter=posts_no_replies'] = {
    feed: [{ post: { record: { text: 'Our bot now runs on Claude.', createdAt: '2026-09-30T10:00:00Z' } } }],
  };
  pages['/feed/@acme'] =
    '<rss><channel><item><title>RAG in the kitchen</title><pubDate>Tue, 01 Sep 2026 08:00:00 GMT</pubDate><description><![CDATA[<p>We chose Qwen.</p>]]></description></item></channel></rss>';
  const found = await read(socialSource(createOutwardLinks(`${home}/`), { bluesky: home, medium: home }));
  expect(found.map(({ title, publishedAt }) => [title, publishedAt])).toEqual([
    ['Bluesky acme.example', '2026-09-30'],
    ['Medium @acme', '2026-09-01'],
  ]);
  expect(found[1]?.text).toContain('We chose Qwen.');
});
