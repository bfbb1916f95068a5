import {
  inviteSchema,
  membersSchema,
  outboxSchema,
  rolesSchema,
  signInPolicySchema,
} from '@tokenholic/contracts';
import { type Kit, principalOf, type ServiceRoutes } from '@tokenholic/kit';
import { z } from 'zod';
import type { Accounts } from './adapters/accounts/accounts.ts';
import type { Principals } from './adapters/principals.ts';
import { inviteClientOwner, inviteMember, revokeInvitation } from './commands/account/invitations.ts';
import { changeRoles, listMembers, removeMember } from './commands/account/members.ts';
import { setSignInPolicy } from './commands/account/sign-in-policy.ts';
import { accountsOff } from './domain/account-failures.ts';
import { listMails } from './queries/list-mails.ts';

const tags = ['members'];
const config = { permission: 'members.manage' as const };
const response = { 200: membersSchema };
const userParams = z.object({ userId: z.uuid() });
const CURSOR = /^\d{4}-\d\d-\d\dT[\d:.]+Z_[0-9a-f-]{36}$/;

/** People of the own organisation, invitations, and the outbox of the installation. */
export function memberRoutes(kit: Kit, accounts: Accounts | null, principals: Principals): ServiceRoutes {
  const open = (): Accounts => {
    if (accounts === null) throw accountsOff();
    return accounts;
  };
  return (app, _options, done) => {
    app.get('/api/members', { config, schema: { tags, response } }, async (request) =>
      listMembers(kit, open(), principalOf(request)),
    );
    app.put(
      '/api/members/:userId/roles',
      {
        // Who owns the organisation is decided here too.
        config: { ...config, reauthenticate: true },
        schema: { tags, params: userParams, body: z.object({ roles: rolesSchema }), response },
      },
      async (request) => {
        const principal = principalOf(request);
        open();
        await changeRoles(kit, principal, request.params.userId, request.body.roles);
        principals.forget();
        return listMembers(kit, open(), (await principals.find(principal.user.id)) ?? principal);
      },
    );
    app.put(
      '/api/members/policy',
      {
        config: { ...config, reauthenticate: true },
        schema: { tags, body: signInPolicySchema, response },
      },
      async (request) => {
        const principal = principalOf(request);
        open();
        await setSignInPolicy(kit, principal, request.body);
        principals.forget();
        return listMembers(kit, open(), principal);
      },
    );
    app.delete(
      '/api/members/:userId',
      { config, schema: { tags, params: userParams, response } },
      async (request) => {
        await removeMember(kit, open(), principalOf(request), request.params.userId);
        principals.forget();
        return listMembers(kit, open(), principalOf(request));
      },
    );
    app.post(
      '/api/invitations',
      { config, schema: { tags, body: inviteSchema, response } },
      async (request) => {
        await inviteMember(kit, open(), principalOf(request), request.body);
        return listMembers(kit, open(), principalOf(request));
      },
    );
    app.delete(
      '/api/invitations/:invitationId',
      { config, schema: { tags, params: z.object({ invitationId: z.uuid() }), response } },
      async (request) => {
        const accountsOfHouse = open();
        await revokeInvitation(kit, principalOf(request), request.params.invitationId);
        return listMembers(kit, accountsOfHouse, principalOf(request));
      },
    );
    app.post(
      '/api/clients/:clientId/invitations',
      {
        config: { permission: 'client.assign' },
        schema: {
          ...{ tags, params: z.object({ clientId: z.uuid() }) },
          ...{ body: inviteSchema.omit({ roles: true }), response: { 204: z.null() } },
        },
      },
      async (request, reply) => {
        const { clientId } = request.params;
        await inviteClientOwner(kit, open(), principalOf(request), clientId, request.body);
        return reply.status(204).send(null);
      },
    );
    app.get(
      '/api/outbox',
      {
        config: { permission: 'installation.manage' },
        schema: {
          tags,
          querystring: z.object({ cursor: z.string().regex(CURSOR).optional() }),
          response: { 200: outboxSchema },
        },
      },
      async (request) => listMails(open().outbox, request.query.cursor),
    );
    done();
  };
}
