import { knowledgeSourceSchema, webAddressSchema } from '@tokenholic/contracts';
import type { Kit, ServiceRoutes } from '@tokenholic/kit';
import { z } from 'zod';
import { addSource, removeSource, syncNow } from './commands/sources.ts';
import { readableBy } from './domain/base.ts';
import { listSources } from './queries/sources.ts';
import { done, home, made, oneCollection, read, tags, write } from './routes.ts';

const ok = { done: true as const };
const oneSource = z.object({ sourceId: z.uuid() });

/** Sitemaps whose pages a collection keeps. */
export function sourceRoutes(kit: Kit): ServiceRoutes {
  return (app, _options, finish) => {
    app.get(
      '/api/knowledge/collections/:collectionId/sources',
      {
        config: read,
        schema: {
          ...{ tags, params: oneCollection },
          response: { 200: z.object({ items: z.array(knowledgeSourceSchema) }) },
        },
      },
      async (request) => ({
        items: await listSources(kit, readableBy(home(request)), request.params.collectionId),
      }),
    );
    app.post(
      '/api/knowledge/collections/:collectionId/sources',
      {
        config: write,
        schema: {
          ...{ tags, params: oneCollection },
          body: z.object({ url: webAddressSchema }),
          response: { 202: made },
        },
      },
      async (request, reply) => {
        const id = await addSource(kit, home(request), request.params.collectionId, request.body.url);
        return reply.status(202).send({ id });
      },
    );
    app.post(
      '/api/knowledge/sources/:sourceId/read-again',
      { config: write, schema: { tags, params: oneSource, response: { 200: done } } },
      async (request) => {
        await syncNow(kit, home(request), request.params.sourceId);
        return ok;
      },
    );
    app.delete(
      '/api/knowledge/sources/:sourceId',
      { config: write, schema: { tags, params: oneSource, response: { 200: done } } },
      async (request) => {
        await removeSource(kit, home(request), request.params.sourceId);
        return ok;
      },
    );
    finish();
  };
}
