import {
  createApiKeySchema,
  createdApiKeySchema,
  createServiceAccountSchema,
  issuedTokenSchema,
  publicKeysSchema,
  serviceAccountsSchema,
} from '@tokenholic/contracts';
import { type Kit, principalOf, type ServiceRoutes } from '@tokenholic/kit';
import { z } from 'zod';
import type { Accounts } from './adapters/accounts/accounts.ts';
import type { Principals } from './adapters/principals.ts';
import { issueToken, rotateSigningKey } from './commands/account/issue-token.ts';
import {
  createApiKey,
  createServiceAccount,
  listServiceAccounts,
  removeServiceAccount,
  revokeApiKey,
} from './commands/account/service-accounts.ts';
import { accountsOff } from './domain/account-failures.ts';

const tags = ['keys'];
const config = { permission: 'keys.manage' as const };
const response = { 200: serviceAccountsSchema };
const service = z.object({ serviceId: z.uuid() });

/** Services, their API keys, tokens, and the keys that sign them. */
export function keyRoutes(kit: Kit, accounts: Accounts | null, principals: Principals): ServiceRoutes {
  const open = (): Accounts => {
    if (accounts === null) throw accountsOff();
    return accounts;
  };
  return (app, _options, done) => {
    app.get('/api/service-accounts', { config, schema: { tags, response } }, async (request) => {
      open();
      return listServiceAccounts(kit, principalOf(request));
    });
    app.post(
      '/api/service-accounts',
      { config, schema: { tags, body: createServiceAccountSchema, response } },
      async (request) => {
        open();
        await createServiceAccount(kit, principalOf(request), request.body);
        return listServiceAccounts(kit, principalOf(request));
      },
    );
    app.delete(
      '/api/service-accounts/:serviceId',
      { config, schema: { tags, params: service, response } },
      async (request) => {
        await removeServiceAccount(kit, open(), principalOf(request), request.params.serviceId);
        principals.forget();
        return listServiceAccounts(kit, principalOf(request));
      },
    );
    app.post(
      '/api/service-accounts/:serviceId/keys',
      {
        config: { ...config, confidential: true },
        schema: { tags, params: service, body: createApiKeySchema, response: { 201: createdApiKeySchema } },
      },
      async (request, reply) => {
        open();
        const { serviceId } = request.params;
        const made = await createApiKey(kit, principalOf(request), serviceId, request.body);
        return reply.status(201).header('cache-control', 'no-store').send(made);
      },
    );
    app.delete(
      '/api/service-accounts/:serviceId/keys/:keyId',
      { config, schema: { tags, params: service.extend({ keyId: z.uuid() }), response } },
      async (request) => {
        const { serviceId, keyId } = request.params;
        await revokeApiKey(kit, open(), principalOf(request), serviceId, keyId);
        return listServiceAccounts(kit, principalOf(request));
      },
    );
    app.post(
      '/api/account/token',
      {
        config: { public: true },
        schema: {
          tags,
          description: 'A token for one hour, for the session or the API key the request carries.',
          security: [{ session: [] }, { bearer: [] }],
          response: { 200: issuedTokenSchema },
        },
      },
      async (request, reply) => {
        reply.header('cache-control', 'no-store');
        return issueToken(open(), request.headers);
      },
    );
    app.get(
      '/.well-known/jwks.json',
      { schema: { tags, response: { 200: publicKeysSchema } } },
      async (_request, reply) => {
        reply.header('cache-control', 'public, max-age=60');
        return publicKeysSchema.parse(await open().tokens.publicKeys());
      },
    );
    app.post(
      '/api/signing-keys/rotations',
      {
        config: { permission: 'installation.manage', reauthenticate: true },
        schema: { tags, body: z.object({ revoke: z.boolean() }), response: { 204: z.null() } },
      },
      async (request, reply) => {
        await rotateSigningKey(kit, open(), principalOf(request), request.body.revoke);
        return reply.status(204).send(null);
      },
    );
    done();
  };
}
