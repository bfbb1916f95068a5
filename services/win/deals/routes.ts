import {
  addDealTaskSchema,
  createDealSchema,
  dealApprovalSchema,
  dealCardSchema,
  dealFieldsSchema,
  dealFilterSchema,
  dealMomentSchema,
  dealOrderSchema,
  dealSchema,
  logActivitySchema,
  moveDealSchema,
  pipelineSchema,
} from '@tokenholic/contracts';
import { type Kit, pageOf, pageQuerySchema, principalOf, type ServiceRoutes } from '@tokenholic/kit';
import { z } from 'zod';
import { askDealApproval, readDealApproval } from './commands/ask-approval.ts';
import { changeDeal } from './commands/change-deal.ts';
import { createDeal } from './commands/create-deal.ts';
import { logActivity } from './commands/log-activity.ts';
import { moveDeal } from './commands/move-deal.ts';
import { planStep, tickStep } from './commands/plan-step.ts';
import type { DealApprovals } from './ports.ts';
import { listAccounts } from './queries/list-accounts.ts';
import { listDeals } from './queries/list-deals.ts';
import { readDeal, readMoments } from './queries/read-deal.ts';
import { readPipeline } from './queries/read-pipeline.ts';

const tags = ['deals'];
const read = { permission: 'deal.read' } as const;
const write = { permission: 'deal.write' } as const;
const params = z.object({ dealId: z.uuid() });
const none = { 204: z.null() };
const accountSchema = z.object({ id: z.uuid(), name: z.string() });

/** Pipeline, table and the pages of deals. */
export function dealRoutes(kit: Kit, approvals: DealApprovals): ServiceRoutes {
  return (app, _options, done) => {
    app.get(
      '/api/deals/pipeline',
      { config: read, schema: { tags, querystring: dealFilterSchema, response: { 200: pipelineSchema } } },
      (request) => readPipeline(kit, principalOf(request), request.query),
    );
    const tableQuery = dealFilterSchema
      .extend(pageQuerySchema.shape)
      .extend({ order: dealOrderSchema.default('activity') });
    app.get(
      '/api/deals',
      { config: read, schema: { tags, querystring: tableQuery, response: { 200: pageOf(dealCardSchema) } } },
      (request) => listDeals(kit, principalOf(request), request.query, request.query),
    );
    app.get(
      '/api/deals/accounts',
      {
        config: read,
        schema: { tags, response: { 200: z.object({ items: z.array(accountSchema) }) } },
      },
      async (request) => ({ items: await listAccounts(kit, principalOf(request)) }),
    );
    app.post(
      '/api/clients/:clientId/deals',
      {
        config: write,
        schema: {
          tags,
          params: z.object({ clientId: z.uuid() }),
          body: createDealSchema,
          response: { 201: dealCardSchema },
        },
      },
      async (request, reply) => {
        const { clientId } = request.params;
        const card = await createDeal(kit, approvals, principalOf(request), clientId, request.body);
        return reply.status(201).send(card);
      },
    );
    app.get(
      '/api/deals/:dealId',
      { config: read, schema: { tags, params, response: { 200: dealSchema } } },
      (request) => readDeal(kit, principalOf(request), request.params.dealId),
    );
    app.get(
      '/api/deals/:dealId/moments',
      {
        config: read,
        schema: { tags, params, querystring: pageQuerySchema, response: { 200: pageOf(dealMomentSchema) } },
      },
      (request) => readMoments(kit, principalOf(request), request.params.dealId, request.query),
    );
    changeRoutes(kit, approvals)(app, _options, done);
  };
}

function changeRoutes(kit: Kit, approvals: DealApprovals): ServiceRoutes {
  return (app, _options, done) => {
    app.put(
      '/api/deals/:dealId',
      {
        config: write,
        schema: {
          tags,
          params,
          body: dealFieldsSchema.extend({ revision: z.number().int() }),
          response: { 200: dealCardSchema },
        },
      },
      (request) => changeDeal(kit, principalOf(request), request.params.dealId, request.body),
    );
    app.post(
      '/api/deals/:dealId/stage',
      { config: write, schema: { tags, params, body: moveDealSchema, response: { 200: dealCardSchema } } },
      (request) => moveDeal(kit, approvals, principalOf(request), request.params.dealId, request.body),
    );
    const approval = { 200: dealApprovalSchema };
    app.get(
      '/api/deals/:dealId/approval',
      { config: read, schema: { tags, params, response: approval } },
      (request) => readDealApproval(kit, approvals, principalOf(request), request.params.dealId),
    );
    app.post(
      '/api/deals/:dealId/approval',
      {
        config: write,
        schema: { tags, params, body: z.object({ note: z.string().trim().max(4_000) }), response: approval },
      },
      (request) =>
        askDealApproval(kit, approvals, principalOf(request), request.params.dealId, request.body.note),
    );
    app.post(
      '/api/deals/:dealId/activities',
      { config: write, schema: { tags, params, body: logActivitySchema, response: none } },
      async (request, reply) => {
        await logActivity(kit, principalOf(request), request.params.dealId, request.body);
        return reply.status(204).send(null);
      },
    );
    app.post(
      '/api/deals/:dealId/tasks',
      { config: write, schema: { tags, params, body: addDealTaskSchema, response: none } },
      async (request, reply) => {
        await planStep(kit, principalOf(request), request.params.dealId, request.body);
        return reply.status(204).send(null);
      },
    );
    app.put(
      '/api/deals/:dealId/tasks/:taskId/done',
      {
        config: write,
        schema: {
          tags,
          params: params.extend({ taskId: z.uuid() }),
          body: z.object({ done: z.boolean() }),
          response: none,
        },
      },
      async (request, reply) => {
        await tickStep(kit, principalOf(request), request.params, request.body.done);
        return reply.status(204).send(null);
      },
    );
    done();
  };
}
