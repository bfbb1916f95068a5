import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { z } from 'zod';
import { readConfiguration } from './configuration.ts';
import { startProduct } from './start.ts';

const spanSchema = z.object({
  traceId: z.string(),
  spanId: z.string(),
  parentSpanId: z.string().optional(),
  name: z.string(),
});
const exportSchema = z.object({
  resourceSpans: z.array(z.object({ scopeSpans: z.array(z.object({ spans: z.array(spanSchema) })) })),
});
const folder = mkdtempSync(join(tmpdir(), 'tokenholic-tracing-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A collector that keeps what it is sent, and a model. */
async function openCollector() {
  const spans: z.infer<typeof spanSchema>[] = [];
  const server = createServer(async (request, response) => {
    // The model of this test is always out of order: its tasks end at the rules.
    if (request.url !== '/v1/traces') return response.writeHead(404).end();
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const body = exportSchema.parse(JSON.parse(Buffer.concat(chunks).toString('utf8')));
    spans.push(...body.resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans)));
    response.setHeader('content-type', 'application/json').end('{}');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { spans, url: `http://127.0.0.1:${port}`, close: () => server.close() };
}

test('a request, its event, the job and the AI task are steps of one trace', async () => {
  const collector = await openCollector();
  const environment = {
    PORT: '0',
    TOKENHOLIC_DATA: folder,
    TOKENHOLIC_LOG_LEVEL: 'silent',
    TOKENHOLIC_SAMPLES: 'false',
    TOKENHOLIC_EMBEDDINGS: 'off',
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
    TOKENHOLIC_LLM_BASE_URL: `${collector.url}/model`,
    TOKENHOLIC_LLM_API_KEY: 'none',
    TOKENHOLIC_LLM_MODEL: 'broken-model',
  };
  const running = await startProduct(readConfiguration(environment, folder));
  const id = '01970000-0000-7000-8000-00000000c001';
  const research = {
    ...{ website: null, links: [], materialIds: [], language: 'zh', publicSources: false },
    notes: '云岫短剧的视频生成使用 Seedance 2.0，智能客服使用 Qwen3.6-Plus，日均 12 万次会话。',
  };
  const answer = await fetch(`${running.address}/api/clients`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ id, name: '云岫短剧', website: null, research }),
  });
  const traceId = answer.headers.get('x-trace-id') ?? '';
  await expect
    .poll(async () => (await fetch(`${running.address}/api/clients/${id}/map`)).status, { timeout: 240_000 })
    .toBe(200);
  await running.stop();
  collector.close();

  const steps = collector.spans.filter((span) => span.traceId === traceId);
  const named = (pattern: RegExp) => steps.find(({ name }) => pattern.test(name));
  const request = named(/^POST \/api\/clients$/);
  expect(request?.parentSpanId ?? '').toBe('');
  expect(named(/^research handles client\.created$/)?.parentSpanId).toBe(request?.spanId);
  const job = named(/^job research/);
  expect(job?.parentSpanId).toBe(request?.spanId);
  expect(named(/^ai /)?.parentSpanId).toBe(job?.spanId);
  const ids = new Set(steps.map(({ spanId }) => spanId));
  expect(ids).toContain(named(/^battlemap handles research\.completed$/)?.parentSpanId);
}, 300_000);
