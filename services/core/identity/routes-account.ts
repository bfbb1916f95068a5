import {
  accountSchema,
  accountSessionSchema,
  changePasswordSchema,
  passwordOnlySchema,
  recoveryCodesSchema,
  signInsSchema,
  totpCodeSchema,
  twoFactorSetupSchema,
  updateAccountSchema,
} from '@tokenholic/contracts';
import { type Kit, principalOf, type ServiceRoutes } from '@tokenholic/kit';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Accounts } from './adapters/accounts/accounts.ts';
import { forwardedHeaders, passCookies } from './adapters/accounts/requests.ts';
import type { Principals } from './adapters/principals.ts';
import {
  changePassword,
  confirmPassword,
  confirmTwoFactor,
  endSessions,
  listSessions,
  type OwnAccount,
  renewRecoveryCodes,
  startTwoFactor,
  stopTwoFactor,
  updateAccount,
} from './commands/account/own-account.ts';
import { accountsOff } from './domain/account-failures.ts';
import { getAccount } from './queries/get-account.ts';
import { listSignIns } from './queries/list-sign-ins.ts';

const tags = ['account'];
const config = { permission: 'account.use' as const };
const confidential = { ...config, confidential: true };
const sessionsSchema = z.object({ items: z.array(accountSessionSchema) });

/** One's own account: name, password, second step, sessions. */
export function accountRoutes(kit: Kit, accounts: Accounts | null, principals: Principals): ServiceRoutes {
  const own = (request: FastifyRequest): OwnAccount => {
    if (accounts === null) throw accountsOff();
    return { kit, accounts, principal: principalOf(request), headers: forwardedHeaders(request) };
  };
  return (app, _options, done) => {
    app.get('/api/account', { config, schema: { tags, response: { 200: accountSchema } } }, async (request) =>
      getAccount(own(request)),
    );
    app.patch(
      '/api/account',
      { config, schema: { tags, body: updateAccountSchema, response: { 200: accountSchema } } },
      async (request) => {
        await updateAccount(own(request), request.body);
        principals.forget();
        return getAccount(own(request));
      },
    );
    app.put(
      '/api/account/password',
      { config, schema: { tags, body: changePasswordSchema, response: { 204: z.null() } } },
      async (request, reply) => {
        passCookies(reply, await changePassword(own(request), request.body));
        return reply.status(204).send(null);
      },
    );
    app.post(
      '/api/account/two-factor',
      {
        config: confidential,
        schema: { tags, body: passwordOnlySchema, response: { 200: twoFactorSetupSchema } },
      },
      async (request) => startTwoFactor(own(request), request.body.password),
    );
    app.put(
      '/api/account/two-factor',
      { config, schema: { tags, body: totpCodeSchema, response: { 204: z.null() } } },
      async (request, reply) => {
        passCookies(reply, await confirmTwoFactor(own(request), request.body.code));
        return reply.status(204).send(null);
      },
    );
    app.delete(
      '/api/account/two-factor',
      { config, schema: { tags, body: passwordOnlySchema, response: { 204: z.null() } } },
      async (request, reply) => {
        passCookies(reply, await stopTwoFactor(own(request), request.body.password));
        return reply.status(204).send(null);
      },
    );
    app.post(
      '/api/account/recovery-codes',
      {
        config: confidential,
        schema: { tags, body: passwordOnlySchema, response: { 200: recoveryCodesSchema } },
      },
      async (request) => renewRecoveryCodes(own(request), request.body.password),
    );
    app.post(
      '/api/account/confirmation',
      { config: confidential, schema: { tags, body: passwordOnlySchema, response: { 204: z.null() } } },
      async (request, reply) => {
        await confirmPassword(own(request), request.body.password);
        return reply.status(204).send(null);
      },
    );
    app.get(
      '/api/account/sign-ins',
      { config, schema: { tags, response: { 200: signInsSchema } } },
      async (request) => ({ items: await listSignIns(own(request)) }),
    );
    app.get(
      '/api/account/sessions',
      { config, schema: { tags, response: { 200: sessionsSchema } } },
      async (request) => ({ items: await listSessions(own(request)) }),
    );
    app.delete(
      '/api/account/sessions',
      { config, schema: { tags, response: { 204: z.null() } } },
      async (request, reply) => {
        await endSessions(own(request), null);
        return reply.status(204).send(null);
      },
    );
    app.delete(
      '/api/account/sessions/:sessionId',
      {
        config,
        schema: { tags, params: z.object({ sessionId: z.uuid() }), response: { 204: z.null() } },
      },
      async (request, reply) => {
        await endSessions(own(request), request.params.sessionId);
        return reply.status(204).send(null);
      },
    );
    done();
  };
}
