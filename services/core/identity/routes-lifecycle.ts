import {
  agentSchema,
  decideHandoffSchema,
  handoffSchema,
  lifecycleSchema,
  proposeHandoffSchema,
} from '@tokenholic/contracts';
import { type Kit, principalOf, type ServiceRoutes } from '@tokenholic/kit';
import { z } from 'zod';
import type { Principals } from './adapters/principals.ts';
import { assignAgent } from './commands/assign-agent.ts';
import { decideHandoff, type PassIncomplete, proposeHandoff, tickItem } from './commands/hand-over.ts';
import { getLifecycle, listAgents } from './queries/get-lifecycle.ts';

const tags = ['lifecycle'];
const client = z.object({ clientId: z.uuid() });
const handoff = client.extend({ handoffId: z.uuid() });
const config = { permission: 'client.handoff' as const };

/** Stages, teams and hand-offs of clients. */
export function lifecycleRoutes(
  kit: Kit,
  principals: Principals,
  passIncomplete: PassIncomplete | null,
): ServiceRoutes {
  return (app, _options, done) => {
    app.get(
      '/api/agents',
      { config, schema: { tags, response: { 200: z.object({ items: z.array(agentSchema) }) } } },
      async (request) => ({ items: await listAgents(kit, principalOf(request)) }),
    );
    app.get(
      '/api/clients/:clientId/lifecycle',
      { config, schema: { tags, params: client, response: { 200: lifecycleSchema } } },
      async (request) => getLifecycle(kit, principalOf(request), request.params.clientId),
    );
    app.put(
      '/api/clients/:clientId/team/:userId',
      {
        config: { permission: 'client.assign' },
        schema: {
          tags,
          params: client.extend({ userId: z.uuid() }),
          body: z.object({ assigned: z.boolean() }),
          response: { 200: lifecycleSchema },
        },
      },
      async (request) => {
        const { clientId, userId } = request.params;
        await assignAgent(kit, principalOf(request), clientId, userId, request.body.assigned);
        principals.forget();
        return getLifecycle(kit, principalOf(request), clientId);
      },
    );
    app.post(
      '/api/clients/:clientId/handoffs',
      {
        config,
        schema: { tags, params: client, body: proposeHandoffSchema, response: { 201: handoffSchema } },
      },
      async (request, reply) =>
        reply
          .status(201)
          .send(await proposeHandoff(kit, principalOf(request), request.params.clientId, request.body)),
    );
    app.put(
      '/api/clients/:clientId/handoffs/:handoffId/checklist',
      {
        config,
        schema: {
          tags,
          params: handoff,
          body: z.object({ key: z.string().max(60), done: z.boolean() }),
          response: { 200: handoffSchema },
        },
      },
      async (request) => tickItem(kit, request.params.clientId, request.params.handoffId, request.body),
    );
    app.post(
      '/api/clients/:clientId/handoffs/:handoffId/decision',
      {
        config,
        schema: { tags, params: handoff, body: decideHandoffSchema, response: { 200: handoffSchema } },
      },
      async (request) => {
        const { clientId, handoffId } = request.params;
        const { body } = request;
        return decideHandoff(kit, principalOf(request), clientId, handoffId, body, passIncomplete);
      },
    );
    done();
  };
}
