import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { SourceReport } from '@tokenholic/contracts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { FoundPage, GatherContext, GatherRequest } from '../jobs/agents.ts';
import { createResearchAgent } from './research-agent.ts';

let server: Server;
let site: string;
let host: string;
let pages: Record<string, { status?: number; type?: string; body: string; headers?: Record<string, string> }>;
let asked: string[];

const article = (title: string, text: string, links = '') =>
  `<html><head><title>${title}</title></head><body><main><h1>${title}</h1><p>${text} ${'我们持续投入产品与技术。'.repeat(12)}</p>${links}</main></body></html>`;

beforeEach(async () => {
  asked = [];
  server = createServer((request, response) => {
    const path = request.url ?? '/';
    asked.push(path);
    const page = pages[path];
    if (page === undefined) response.writeHead(404).end();
    else if (page.body === 'hang') response.writeHead(200);
    else
      response
        .writeHead(page.status ?? 200, {
          'content-type': page.type ?? 'text/html; charset=utf-8',
          ...page.headers,
        })
        .end(page.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  site = `http://${host}/`;
  pages = {};
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

async function gather(
  request: Partial<GatherRequest>,
  finished: string[] = [],
  fresh: GatherContext['fresh'] = new Map(),
) {
  const reused: string[] = [];
  const found: FoundPage[] = [];
  const reports = new Map<string, SourceReport>();
  const home = site.slice(0, -1);
  const agent = createResearchAgent({
    ...{
      allowedPrivateHosts: [host],
      searchKey: async () => null,
      browserKey: async () => null,
      githubToken: null,
    },
    minimumIntervalMilliseconds: () => 0,
    addresses: {
      wiki: { wikidata: home, wikipedia: () => home },
      github: home,
      news: home,
      search: home,
      jobs: {
        ...{ greenhouse: home, lever: home, ashby: home },
        ...{ smartrecruiters: home, workable: home, moka: home },
      },
      filings: { edgar: { files: home, data: home }, cninfo: { site: home, files: home } },
      social: { bluesky: home, medium: home },
    },
  });
  await agent(
    {
      clientName: '青禾生鲜',
      website: null,
      links: [],
      notes: '',
      language: 'zh',
      publicSources: false,
      skipSources: [],
      files: [],
      ...request,
    },
    {
      signal: new AbortController().signal,
      finished: new Set(finished),
      onSource: (report) => reports.set(report.id, report),
      fresh,
      onPage: async (page) => void found.push(page),
      onReuse: async ({ pageIds }) => void reused.push(...pageIds),
    },
  );
  return { found, reused, reports: [...reports.values()] };
}

test('a site is read from its home page over links and sitemap, the pages about AI first', async () => {
  pages = {
    '/': {
      body: article(
        '青禾生鲜',
        '社区生鲜电商。',
        '<a href="/about">关于</a><a href="/login">登录</a><a href="https://elsewhere.example/x">外站</a>',
      ),
    },
    '/about': { body: article('关于我们', '公司成立于 2016 年。') },
    '/tech/llm': { body: article('大模型实践', '智能客服使用 Qwen3.6-Plus。') },
    '/sitemap.xml': {
      type: 'application/xml',
      body: `<urlset><url><loc>http://HOST/tech/llm</loc></url><url><loc>http://HOST/about</loc></url></urlset>`,
    },
  };
  const map = pages['/sitemap.xml'];
  if (map !== undefined) map.body = map.body.replaceAll('HOST', host);
  const { found, reports } = await gather({ website: site });
  expect(found.map((page) => page.title)).toEqual(['青禾生鲜', '大模型实践', '关于我们']);
  expect(found[1]?.text).toContain('智能客服使用 Qwen3.6-Plus');
  expect(asked).not.toContain('/login');
  expect(reports).toMatchObject([{ kind: 'website', status: 'read', pages: 3 }]);
});

test('a robots.txt that forbids all is obeyed and said, and the run goes on', async () => {
  pages = {
    '/robots.txt': { type: 'text/plain', body: 'User-agent: *\nDisallow: /' },
    '/': { body: article('x', 'y') },
  };
  const { found, reports } = await gather({ website: site, notes: '智能客服使用豆包。' });
  expect(found.map((page) => page.sourceKind)).toEqual(['notes']);
  expect(reports.find((report) => report.kind === 'website')).toMatchObject({
    status: 'forbidden',
    code: 'research.robots_forbid',
  });
});

test('an empty page and a missing page are told apart', async () => {
  pages = { '/empty': { body: '<html><body></body></html>' } };
  const { reports } = await gather({ links: [`${site}empty`, `${site}missing`] });
  expect(reports.map(({ status, code }) => [status, code])).toEqual([
    ['skipped', 'research.page_empty'],
    ['unreachable', 'research.not_reachable'],
  ]);
});

test('a page in another language is kept and said to be unread', async () => {
  pages = {
    '/es': {
      body: `<html><body><main><p>${'Nuestra empresa vende muebles desde hace muchos años en toda España. '.repeat(6)}</p></main></body></html>`,
    },
  };
  const { found, reports } = await gather({ links: [`${site}es`] });
  expect(found[0]?.language).toBeNull();
  expect(reports[0]).toMatchObject({ status: 'read', code: 'research.language_unsupported' });
});

test('a private address given as a link is refused', async () => {
  const { reports } = await gather({ links: ['http://169.254.169.254/latest/meta-data'] });
  expect(reports[0]).toMatchObject({ code: 'research.address_forbidden' });
});

test('a file that cannot be read says why, the others are read', async () => {
  const file = (id: string, fileName: string, text: string) => ({
    id,
    fileName,
    mediaType: '',
    bytes: new TextEncoder().encode(text),
  });
  const { found, reports } = await gather({
    files: [
      file('a', 'broken.pdf', '%PDF-1.4 no'),
      file('b', 'note.md', '# 客服\n\n智能客服使用豆包 2.0 Pro。'),
    ],
  });
  expect(found).toHaveLength(1);
  expect(reports.map((report) => report.code)).toEqual(['documents.file_unreadable', null]);
});

test('public sources that answer nonsense or not at all are never fatal', async () => {
  pages = { '/w/api.php': { body: '<html>' } };
  const { reports } = await gather({ publicSources: true });
  expect(reports.map((report) => report.kind)).toEqual([
    'wikidata',
    'wikipedia',
    'github',
    'news',
    'jobs',
    'filings',
  ]);
  expect(reports.every((report) => ['failed', 'unreachable', 'nothing_found'].includes(report.status))).toBe(
    true,
  );
});

test('a public source that was switched off is not asked', async () => {
  const { reports } = await gather({
    publicSources: true,
    skipSources: ['news', 'wikidata', 'jobs', 'filings'],
  });
  expect(reports.map((report) => report.kind)).toEqual(['wikipedia', 'github']);
});

test('the public record that ships with the product is a source with its own titles and dates', async () => {
  const { found } = await gather({ clientName: 'Kuaishou', publicSources: true });
  const record = found.filter((page) => page.sourceKind === 'reference');
  expect(record.length).toBeGreaterThan(1);
  expect(record.every((page) => page.publishedAt !== null)).toBe(true);
});

test('sources that were read before an interruption are not read again', async () => {
  const { found } = await gather({ notes: '已读' }, ['notes']);
  expect(found).toEqual([]);
});

test('a source that is still fresh is not asked, its pages are taken over, and its report says from when', async () => {
  pages = { '/new': { body: article('新页面', '智能客服使用豆包 2.0 Pro。') } };
  const readAt = new Date('2026-11-20T08:00:00Z');
  const { found, reused, reports } = await gather(
    { links: [`${site}old`, `${site}new`] },
    [],
    new Map([[`link:${site}old`, { pageIds: ['stored'], readAt }]]),
  );
  expect(asked).not.toContain('/old');
  expect(found.map(({ title }) => title)).toEqual(['新页面']);
  expect(reused).toEqual(['stored']);
  expect(reports[0]).toMatchObject({ status: 'reused', pages: 1, readAt: readAt.toISOString() });
});
