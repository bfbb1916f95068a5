import {
  answerSpecialistSchema,
  inviteSpecialistSchema,
  specialistRequestsSchema,
} from '@tokenholic/contracts';
import { type Kit, principalOf, type ServiceRoutes } from '@tokenholic/kit';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Principals } from './adapters/principals.ts';
import { answerSpecialist, inviteSpecialist, withdrawSpecialist } from './commands/specialists.ts';
import { listSpecialists } from './queries/list-specialists.ts';

const tags = ['lifecycle'];
const client = z.object({ clientId: z.uuid() });
const asked = client.extend({ requestId: z.uuid() });
const config = { permission: 'client.handoff' as const };
const response = { 200: specialistRequestsSchema };

/** Specialists who are asked something about a client and see it for that time. */
export function specialistRoutes(kit: Kit, principals: Principals): ServiceRoutes {
  const all = async (request: FastifyRequest, clientId: string) => ({
    items: await listSpecialists(kit, principalOf(request), clientId),
  });
  return (app, _options, done) => {
    const base = '/api/clients/:clientId/specialists';
    app.get(base, { config, schema: { tags, params: client, response } }, async (request) =>
      all(request, request.params.clientId),
    );
    app.post(
      base,
      { config, schema: { tags, params: client, body: inviteSpecialistSchema, response } },
      async (request) => {
        const { clientId } = request.params;
        await inviteSpecialist(kit, principalOf(request), clientId, request.body);
        principals.forget();
        return all(request, clientId);
      },
    );
    app.post(
      `${base}/:requestId/outcome`,
      { config, schema: { tags, params: asked, body: answerSpecialistSchema, response: { 204: z.null() } } },
      async (request, reply) => {
        const { clientId, requestId } = request.params;
        await answerSpecialist(kit, principalOf(request), clientId, requestId, request.body);
        principals.forget();
        return reply.status(204).send(null);
      },
    );
    app.delete(
      `${base}/:requestId`,
      { config, schema: { tags, params: asked, response } },
      async (request) => {
        const { clientId, requestId } = request.params;
        await withdrawSpecialist(kit, principalOf(request), clientId, requestId);
        principals.forget();
        return all(request, clientId);
      },
    );
    done();
  };
}
