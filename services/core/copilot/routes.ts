import {
  clientFilterSchema,
  clientOrderSchema,
  clientSummarySchema,
  daySummarySchema,
  languageSchema,
  lifecycleStageSchema,
  savedViewSchema,
  stageCountsSchema,
  workTaskSchema,
} from '@tokenholic/contracts';
import { type Kit, pageOf, pageQuerySchema, principalOf, type ServiceRoutes } from '@tokenholic/kit';
import type { Llm } from '@workflow/llm-sdk';
import { z } from 'zod';
import { keepView, listViews, removeView } from './commands/keep-view.ts';
import { countClients, listClients } from './queries/list-clients.ts';
import { listTasks } from './queries/list-tasks.ts';
import { summariseDay } from './queries/summarise-day.ts';

const tags = ['copilot'];
const config = { permission: 'copilot.use' as const };
const viewParams = z.object({ viewId: z.uuid() });

const filterQuerySchema = pageQuerySchema.extend({
  search: z.string().max(120).default(''),
  stage: lifecycleStageSchema.optional(),
  industry: z.string().max(60).optional(),
  health: z.enum(['at_risk', 'watch', 'good']).optional(),
  waiting: z.stringbool().default(false),
  order: clientOrderSchema.default('attention'),
});

/** The workspace over all clients of a person: list, views, tasks, notifications, summary. */
export function copilotRoutes(kit: Kit, llm: Llm): ServiceRoutes {
  return (app, _options, done) => {
    app.get(
      '/api/copilot/clients',
      {
        config,
        schema: { tags, querystring: filterQuerySchema, response: { 200: pageOf(clientSummarySchema) } },
      },
      async (request) =>
        listClients(kit, principalOf(request), clientFilterSchema.parse(request.query), request.query),
    );
    app.get(
      '/api/copilot/counts',
      { config, schema: { tags, response: { 200: stageCountsSchema } } },
      async (request) => countClients(kit, principalOf(request)),
    );
    app.get(
      '/api/copilot/tasks',
      {
        config,
        schema: {
          tags,
          querystring: z.object({ limit: z.coerce.number().int().min(1).max(100).default(5) }),
          response: { 200: z.object({ items: z.array(workTaskSchema) }) },
        },
      },
      async (request) => ({ items: await listTasks(kit, principalOf(request), request.query) }),
    );
    const summary = (method: 'GET' | 'POST') =>
      app.route({
        method,
        url: '/api/copilot/summary',
        config,
        schema: {
          tags,
          querystring: z.object({ language: languageSchema }),
          response: { 200: daySummarySchema },
        },
        handler: async (request) =>
          summariseDay(kit, llm, principalOf(request), {
            language: request.query.language,
            ask: method === 'POST',
          }),
      });
    summary('GET');
    summary('POST');
    app.get(
      '/api/copilot/views',
      { config, schema: { tags, response: { 200: z.object({ items: z.array(savedViewSchema) }) } } },
      async (request) => ({ items: await listViews(kit, principalOf(request)) }),
    );
    app.put(
      '/api/copilot/views/:viewId',
      {
        config,
        schema: {
          tags,
          params: viewParams,
          body: savedViewSchema.omit({ id: true }),
          response: { 204: z.null() },
        },
      },
      async (request, reply) => {
        await keepView(kit, principalOf(request), { id: request.params.viewId, ...request.body });
        return reply.status(204).send(null);
      },
    );
    app.delete(
      '/api/copilot/views/:viewId',
      { config, schema: { tags, params: viewParams, response: { 204: z.null() } } },
      async (request, reply) => {
        await removeView(kit, principalOf(request), request.params.viewId);
        return reply.status(204).send(null);
      },
    );
    done();
  };
}
