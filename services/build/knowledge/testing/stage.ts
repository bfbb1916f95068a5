import multipart from '@fastify/multipart';
import type { KnowledgeAnswer, KnowledgeDocumentDetail } from '@tokenholic/contracts';
import { AppError, createHttpServer } from '@tokenholic/kit';
import { createTestKit } from '@tokenholic/kit/testing';
import {
  addDocument,
  type KnowledgeParts,
  knowledgeMigrations,
  knowledgeService,
  type ListedPage,
  type ReadPage,
  vectorMigrations,
} from '../service.ts';

export const vendor = '01970000-0000-7000-8000-00000000000a';
export const rival = '01970000-0000-7000-8000-00000000000b';

export const GUIDE = `# Migration guide\n\n## Keys\n\nChange the key, the base URL and the model name. Nothing else changes in the code.\n\n## Rollback\n\nKeep the old endpoint for fourteen days. The switch back takes five minutes.\n\n## Prices\n\n| Model | Input | Output |\n|---|---|---|\n| qwen3.6-plus | 2 | 12 |\n| qwen3.7-max | 12 | 36 |\n`;

export type Stage = Awaited<ReturnType<typeof openStage>>;

/** The service alone on a database of its own, with a web and a clock that the test holds in its hands. */
export async function openStage(parts: Omit<KnowledgeParts, 'readSitemap'> = {}) {
  /** What the test turns: whose eyes are looked through, and what time it is. */
  const world = { home: vendor, now: new Date('2026-11-21T08:00:00Z') };
  const pages = new Map<string, ReadPage | AppError>();
  const sitemaps = new Map<string, ListedPage[]>();
  const base = await createTestKit([knowledgeMigrations, vectorMigrations]);
  const kit = { ...base, now: () => world.now };
  const service = knowledgeService(
    async (url) => {
      const page = pages.get(url);
      if (page === undefined || page instanceof AppError) throw page ?? new Error(`no page ${url}`);
      return page;
    },
    { ...parts, readSitemap: async (url) => sitemaps.get(url) ?? [] },
  )(kit);
  const app = await createHttpServer({
    kit,
    version: 'test',
    authenticate: async () => ({
      user: {
        id: '01970000-0000-7000-8000-0000000000b1',
        name: { zh: '林岚', en: 'Lin Lan' },
        roles: ['presales_engineer'],
        permissions: ['knowledge.read', 'knowledge.write'],
      },
      homeOrganizationId: world.home,
      organizationIds: [world.home],
    }),
  });
  await app.register(multipart);
  await app.register(service.routes);
  await app.ready();

  type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';
  const call = async <T = { id: string }>(method: Method, path: string, payload?: object) => {
    const url = `/api/knowledge${path}`;
    const response = await app.inject({ method, url, ...(payload === undefined ? {} : { payload }) });
    return { status: response.statusCode, body: response.json<T>() };
  };
  /** Runs the jobs that commits asked for, as the queue does; a job that throws is what the queue would try again. */
  const work = async (only?: string) => {
    const { rows } = await kit.database.withSystem(({ client }) =>
      client.query<{ queue: string; organization_id: string; data: Record<string, unknown> }>(
        'select queue, organization_id, data from kit.job_requests order by requested_at',
      ),
    );
    await kit.database.withSystem(({ client }) => client.query('delete from kit.job_requests'));
    for (const { queue, organization_id: organizationId, data } of rows) {
      if (only !== undefined && queue !== only) continue;
      const context = { organizationId, signal: AbortSignal.timeout(30_000), retries: 0 };
      await service.jobs[queue]?.(data, context).catch(() => undefined);
    }
  };
  const withText = async (name: string, text: string, given?: string) => {
    const collectionId = given ?? (await call('POST', '/collections', { name })).body.id;
    const documentId = await addDocument(kit, world.home, collectionId, {
      kind: 'file',
      fileName: `${name}.md`,
      mediaType: 'text/markdown',
      bytes: new TextEncoder().encode(text),
    });
    await work();
    return { collectionId, documentId };
  };
  const ask = async (question: string, collectionIds: string[] = []) =>
    (await call<KnowledgeAnswer>('POST', '/search', { question, collectionIds })).body;
  const document = async (id: string) =>
    (await call<KnowledgeDocumentDetail>('GET', `/documents/${id}`)).body;
  const close = async () => {
    await app.close();
    await kit.close();
  };
  return { world, pages, sitemaps, service, kit, app, call, work, withText, ask, document, close };
}
