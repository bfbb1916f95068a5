import {
  type Entry,
  entrySchema,
  linkTokenSchema,
  mailRequestSchema,
  openInvitationSchema,
  resetPasswordSchema,
  secondFactorSchema,
  signInSchema,
  signInStepSchema,
  signUpSchema,
} from '@tokenholic/contracts';
import type { Kit, ServiceRoutes } from '@tokenholic/kit';
import { z } from 'zod';
import type { Accounts } from './adapters/accounts/accounts.ts';
import { forwardedHeaders, passCookies } from './adapters/accounts/requests.ts';
import type { Principals } from './adapters/principals.ts';
import { describeInvitation } from './commands/account/invitations.ts';
import { requestReset, requestVerification, resetPassword, verifyEmail } from './commands/account/recover.ts';
import { signIn, signInWithCode } from './commands/account/sign-in.ts';
import { signUp } from './commands/account/sign-up.ts';
import { accountsOff } from './domain/account-failures.ts';

const tags = ['account'];
const config = { public: true };
const done204 = z.null();

/** The doors before one is signed in. In demo mode they are shut. */
export function entryRoutes(kit: Kit, accounts: Accounts | null, principals: Principals): ServiceRoutes {
  const open = (): Accounts => {
    if (accounts === null) throw accountsOff();
    return accounts;
  };
  return (app, _options, done) => {
    app.get(
      '/api/account/entry',
      { config, schema: { tags, response: { 200: entrySchema } } },
      async (): Promise<Entry> => {
        if (accounts === null) return { mode: 'demo' };
        return { mode: (await accounts.needsSetup()) ? 'setup' : 'accounts' };
      },
    );
    app.post(
      '/api/account/sign-up',
      { config, schema: { tags, body: signUpSchema, response: { 200: signInStepSchema } } },
      async (request, reply) => {
        const next = await signUp(kit, open(), request.ip, request.body);
        principals.forget();
        if (next !== 'signed_in') return { next };
        const { email, password } = request.body;
        const input = { email, password, remember: true };
        const step = await signIn(kit, open(), principals, input, forwardedHeaders(request));
        passCookies(reply, step.cookies);
        return { next: step.next };
      },
    );
    app.post(
      '/api/account/sign-in',
      { config, schema: { tags, body: signInSchema, response: { 200: signInStepSchema } } },
      async (request, reply) => {
        const step = await signIn(kit, open(), principals, request.body, forwardedHeaders(request));
        passCookies(reply, step.cookies);
        return { next: step.next };
      },
    );
    app.post(
      '/api/account/sign-in/code',
      { config, schema: { tags, body: secondFactorSchema, response: { 200: signInStepSchema } } },
      async (request, reply) => {
        const step = await signInWithCode(kit, open(), principals, request.body, forwardedHeaders(request));
        passCookies(reply, step.cookies);
        return { next: step.next };
      },
    );
    app.post(
      '/api/account/sign-out',
      { config, schema: { tags, response: { 204: done204 } } },
      async (request, reply) => {
        const { auth, forgetSessions } = open();
        const { headers } = await auth.api.signOut({
          headers: forwardedHeaders(request),
          returnHeaders: true,
        });
        forgetSessions();
        passCookies(reply, headers);
        return reply.status(204).send(null);
      },
    );
    app.post(
      '/api/account/verify',
      { config, schema: { tags, body: linkTokenSchema, response: { 204: done204 } } },
      async (request, reply) => {
        await verifyEmail(open(), request.body.token, request.ip);
        return reply.status(204).send(null);
      },
    );
    app.post(
      '/api/account/verification',
      { config, schema: { tags, body: mailRequestSchema, response: { 204: done204 } } },
      async (request, reply) => {
        await requestVerification(open(), request.body.email, request.ip);
        return reply.status(204).send(null);
      },
    );
    app.post(
      '/api/account/forgot',
      { config, schema: { tags, body: mailRequestSchema, response: { 204: done204 } } },
      async (request, reply) => {
        await requestReset(open(), request.body.email, request.ip);
        return reply.status(204).send(null);
      },
    );
    app.post(
      '/api/account/reset',
      { config, schema: { tags, body: resetPasswordSchema, response: { 204: done204 } } },
      async (request, reply) => {
        await resetPassword(open(), request.body, request.ip);
        return reply.status(204).send(null);
      },
    );
    app.post(
      '/api/account/invitation',
      { config, schema: { tags, body: linkTokenSchema, response: { 200: openInvitationSchema } } },
      async (request) => {
        open();
        return describeInvitation(kit, request.body.token);
      },
    );
    done();
  };
}
