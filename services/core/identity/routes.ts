import { clientSchema, createClientSchema, sessionSchema } from '@tokenholic/contracts';
import {
  type Kit,
  notFound,
  pageOf,
  pageQuerySchema,
  principalOf,
  type ServiceRoutes,
} from '@tokenholic/kit';
import { z } from 'zod';
import type { Accounts } from './adapters/accounts/accounts.ts';
import { forwardedHeaders, passCookies } from './adapters/accounts/requests.ts';
import { listDemoUsers, type Principals } from './adapters/principals.ts';
import { createClient } from './commands/create-client.ts';
import { updateClient, updateClientSchema } from './commands/update-client.ts';
import { DEMO_COOKIE, type SampleArrival } from './domain/demo-session.ts';
import { createGetClient } from './queries/get-client.ts';
import { listClients } from './queries/list-clients.ts';

const clientParams = z.object({ clientId: z.uuid() });

export function identityRoutes(
  kit: Kit,
  principals: Principals,
  version: string,
  accounts: Accounts | null,
  samples: SampleArrival,
): ServiceRoutes {
  const demo = accounts === null;
  const getClient = createGetClient(kit);
  return (app, _options, done) => {
    const session = async (userId: string, due?: Date) => {
      const principal = await principals.find(userId);
      if (principal === null) throw new Error(`The signed-in user ${userId} vanished`);
      return {
        demo,
        user: principal.user,
        demoUsers: demo ? await listDemoUsers(kit) : [],
        samplesArriving: samples.arriving,
        version,
        ...(due === undefined ? {} : { secondStepDue: due.toISOString() }),
      };
    };
    app.get(
      '/api/session',
      {
        config: { permission: 'account.use' },
        schema: { tags: ['identity'], response: { 200: sessionSchema } },
      },
      async (request, reply) => {
        if (accounts !== null) {
          // A session that is used goes on: the cookie is sent again with a later end.
          const headers = forwardedHeaders(request);
          passCookies(reply, (await accounts.auth.api.getSession({ headers, returnHeaders: true })).headers);
        }
        const { user, secondStepDue } = principalOf(request);
        const signedIn = await accounts?.signedIn.find(request.headers);
        return session(user.id, signedIn?.twoFactor === false ? secondStepDue : undefined);
      },
    );
    app.put(
      '/api/session/demo-user',
      {
        config: { permission: 'account.use' },
        schema: {
          tags: ['identity'],
          body: z.object({ userId: z.uuid() }),
          response: { 200: sessionSchema },
        },
      },
      async (request, reply) => {
        if (!demo) throw notFound();
        const known = (await listDemoUsers(kit)).find((user) => user.id === request.body.userId);
        const userId = known !== undefined ? known.id : principalOf(request).user.id;
        reply.header(
          'set-cookie',
          `${DEMO_COOKIE}=${userId}; Path=/; HttpOnly; SameSite=Strict; Max-Age=31536000`,
        );
        return session(userId);
      },
    );
    app.get(
      '/api/clients',
      {
        config: { permission: 'client.read' },
        schema: {
          tags: ['clients'],
          querystring: pageQuerySchema.extend({ search: z.string().max(120).optional() }),
          response: { 200: pageOf(clientSchema) },
        },
      },
      async (request) => listClients(kit, principalOf(request).organizationIds, request.query),
    );
    app.post(
      '/api/clients',
      {
        config: { permission: 'client.write' },
        schema: {
          tags: ['clients'],
          body: createClientSchema,
          response: { 200: clientSchema, 201: clientSchema },
        },
      },
      async (request, reply) => {
        const { client, created } = await createClient(kit, principalOf(request), request.body);
        principals.forget();
        return reply.status(created ? 201 : 200).send(client);
      },
    );
    app.get(
      '/api/clients/:clientId',
      {
        config: { permission: 'client.read' },
        schema: { tags: ['clients'], params: clientParams, response: { 200: clientSchema } },
      },
      async (request) => getClient(request.params.clientId),
    );
    app.patch(
      '/api/clients/:clientId',
      {
        config: { permission: 'client.write' },
        schema: {
          tags: ['clients'],
          params: clientParams,
          body: updateClientSchema,
          response: { 200: clientSchema },
        },
      },
      async (request) => updateClient(kit, request.params.clientId, request.body),
    );
    done();
  };
}
