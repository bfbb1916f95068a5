import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEmbeddedEmbedder } from '@tokenholic/embeddings';
import { createAgents } from '@tokenholic/research';
import { readConfiguration } from '@tokenholic/server';
import { createConnections } from '@tokenholic/settings';
import { createLlm } from '@workflow/llm-sdk';
import { compose, createKit, openConfiguredDatabase } from '../apps/server/src/compose.ts';
import { exportMap } from '../apps/server/src/export-map.ts';

// Fifty companies at once, each with a site of twenty pages on this machine, from the request to the drawn map. Politeness is
// off for these sites only. Beside it the same pages are fetched bare, one after the other for each company, to tell the
// crawler's and the reading's part.

const COMPANIES = Number(process.env.COMPANIES ?? 50);
const PAGES = 20;
const out = (text: string) => process.stdout.write(`${text}\n`);

const uses = ['智能客服', '代码助手', '内容审核', '视频生成', '会议纪要', '合同审查'];
const models = ['Qwen3-Max', '豆包 2.0 Pro', 'GPT-5.2', 'Claude Sonnet 4.6', 'DeepSeek-V3.2', 'GLM-4.6'];

function pageOf(company: number, page: number): string {
  const links = Array.from({ length: PAGES }, (_, index) => `<a href="/page-${index}">${index}</a>`).join(
    ' ',
  );
  const sentence = `企业 ${company} 的${uses[(company + page) % uses.length]}使用 ${models[(company * 3 + page) % models.length]}，日均处理 ${(page + 1) * 1_000} 次请求。`;
  const filler = '我们持续投入产品与技术，服务全国客户，欢迎加入我们的团队。'.repeat(40);
  return `<html><head><title>企业 ${company} 博客 ${page}</title></head><body><main><h1>实践 ${page}</h1><p>${sentence}</p><p>${filler}</p>${links}</main></body></html>`;
}

const sites = await Promise.all(
  Array.from(
    { length: COMPANIES },
    (_, company) =>
      new Promise<ReturnType<typeof createServer>>((resolve) => {
        const server = createServer((request, response) => {
          const page = /^\/(?:page-(\d+))?$/.exec(request.url ?? '/');
          if (page === null) return void response.writeHead(404).end();
          response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
          response.end(pageOf(company, Number(page[1] ?? 0)));
        });
        server.listen(0, '127.0.0.1', () => resolve(server));
      }),
  ),
);
const hosts = sites.map((site) => `127.0.0.1:${(site.address() as AddressInfo).port}`);

const folder = mkdtempSync(join(tmpdir(), 'tokenholic-bench-'));
const configuration = readConfiguration(
  { PORT: '0', TOKENHOLIC_DATA: folder, TOKENHOLIC_LOG_LEVEL: 'silent', TOKENHOLIC_SAMPLES: 'false' },
  folder,
);
const kit = createKit(configuration, await openConfiguredDatabase(configuration));
const llm = createLlm({ connections: () => [] });
const none = async () => null;
const embedder = createEmbeddedEmbedder();
const agents = createAgents(
  {
    allowedPrivateHosts: hosts,
    searchKey: none,
    browserKey: none,
    githubToken: null,
    minimumIntervalMilliseconds: () => 0,
  },
  llm,
  { vectorsOf: (texts) => embedder.embed(texts, 'passage'), see: (stretches) => embedder.read(stretches) },
);
const connections = createConnections(kit, {});
const readPage = () => Promise.reject(new Error('no pages here'));
const product = await compose(configuration, kit, {
  ...{ agents, exporter: exportMap, connections, llm, readPage },
});
await product.app.ready();

const bareStarted = performance.now();
for (const host of hosts)
  for (let page = 0; page < PAGES; page += 1) await (await fetch(`http://${host}/page-${page}`)).text();
const bare = (performance.now() - bareStarted) / 1_000;

const started = performance.now();
const used = process.cpuUsage();
const ids = hosts.map((_, index) => `01970000-0000-7000-8000-${String(index + 1).padStart(12, '0')}`);
for (const [index, id] of ids.entries()) {
  const website = `http://${hosts[index]}/`;
  const research = { website, links: [], notes: '', materialIds: [], language: 'zh', publicSources: false };
  const response = await product.app.inject({
    method: 'POST',
    url: '/api/clients',
    payload: { id, name: `企业 ${index}`, website, research },
  });
  if (response.statusCode >= 300) throw new Error(response.body);
}
const accepted = (performance.now() - started) / 1_000;
const firstDone = new Map<string, number>();
while (firstDone.size < COMPANIES) {
  for (const id of ids) {
    if (firstDone.has(id)) continue;
    const { items } = (await product.app.inject({ url: `/api/clients/${id}/research-runs` })).json<{
      items: { status: string; pages: number }[];
    }>();
    const run = items[0];
    if (run === undefined || ['queued', 'researching', 'analysing', 'drawing'].includes(run.status)) continue;
    if (run.status !== 'completed' || run.pages < PAGES)
      throw new Error(`The run of ${id} ended as ${run.status} with ${run.pages} pages`);
    firstDone.set(id, (performance.now() - started) / 1_000);
  }
  await new Promise((resolve) => setTimeout(resolve, 250));
}
const times = [...firstDone.values()].sort((a, b) => a - b);
const { user, system } = process.cpuUsage(used);
const processor = (user + system) / 1e6;
out(
  `many: ${COMPANIES} companies × ${PAGES} pages accepted in ${accepted.toFixed(1)} s, first map after ${times[0]?.toFixed(1)} s, all after ${times.at(-1)?.toFixed(1)} s, processor ${processor.toFixed(1)} s (sites and product in one process); bare fetch of the same pages ${bare.toFixed(1)} s; ratio ${((times.at(-1) ?? 0) / bare).toFixed(1)}`,
);
await product.close();
for (const site of sites) site.close();
rmSync(folder, { recursive: true, force: true });
process.exit(0);
