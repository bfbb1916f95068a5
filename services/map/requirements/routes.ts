import {
  languageSchema,
  requirementDraftSchema,
  returnRequirementsSchema,
  saveRequirementsSchema,
  sentRequirementsSchema,
} from '@tokenholic/contracts';
import { type Kit, principalOf, type ServiceRoutes } from '@tokenholic/kit';
import { z } from 'zod';
import { createDraft, deleteDraft, saveDraft } from './commands/drafts.ts';
import { returnDraft } from './commands/return.ts';
import { sendDraft, takeBack } from './commands/send.ts';
import { listDrafts, openLink } from './queries/drafts.ts';

const PATH = '/api/clients/:clientId/requirements';
const tags = ['requirements'];
const client = z.object({ clientId: z.uuid() });
const one = client.extend({ draftId: z.uuid() });
const read = { permission: 'client.read' } as const;
const write = { permission: 'client.write' } as const;
const response = { 200: requirementDraftSchema };

export function requirementsRoutes(kit: Kit): ServiceRoutes {
  return (app, _options, done) => {
    const items = z.object({ items: z.array(requirementDraftSchema) });
    app.get(
      PATH,
      { config: read, schema: { tags, params: client, response: { 200: items } } },
      async (request) => ({ items: await listDrafts(kit, request.params.clientId) }),
    );
    app.post(
      PATH,
      {
        config: write,
        schema: {
          tags,
          params: client,
          body: z.object({ language: languageSchema }),
          response: { 201: requirementDraftSchema },
        },
      },
      async (request, reply) =>
        reply
          .status(201)
          .send(await createDraft(kit, principalOf(request), request.params.clientId, request.body.language)),
    );
    app.put(
      `${PATH}/:draftId`,
      { config: write, schema: { tags, params: one, body: saveRequirementsSchema, response } },
      async (request) => saveDraft(kit, request.params.clientId, request.params.draftId, request.body),
    );
    app.delete(
      `${PATH}/:draftId`,
      { config: write, schema: { tags, params: one, response: { 204: z.null() } } },
      async (request, reply) => {
        await deleteDraft(kit, request.params.clientId, request.params.draftId);
        return reply.status(204).send(null);
      },
    );
    const days = z.object({ days: z.number().int().min(1).max(90) });
    const sent = z.object({ draft: requirementDraftSchema, token: z.string() });
    app.post(
      `${PATH}/:draftId/send`,
      { config: write, schema: { tags, params: one, body: days, response: { 200: sent } } },
      async (request) => {
        const { clientId, draftId } = request.params;
        return sendDraft(kit, principalOf(request), clientId, draftId, request.body.days);
      },
    );
    app.delete(
      `${PATH}/:draftId/link`,
      { config: write, schema: { tags, params: one, response } },
      async (request) => takeBack(kit, request.params.clientId, request.params.draftId),
    );
    addLink(app, kit);
    done();
  };
}

/** The door for the client: no account, only the link's secret. */
function addLink(app: Parameters<ServiceRoutes>[0], kit: Kit): void {
  const params = z.object({ token: z.string().min(20).max(100) });
  const quiet = { 'x-robots-tag': 'noindex, nofollow', 'cache-control': 'private, no-store' };
  app.get(
    '/api/requirements/:token',
    { config: { public: true }, schema: { tags, params, response: { 200: sentRequirementsSchema } } },
    async (request, reply) => reply.headers(quiet).send(await openLink(kit, request.params.token)),
  );
  app.post(
    '/api/requirements/:token',
    {
      config: { public: true },
      schema: { tags, params, body: returnRequirementsSchema, response: { 200: sentRequirementsSchema } },
    },
    async (request, reply) =>
      reply.headers(quiet).send(await returnDraft(kit, request.params.token, request.body)),
  );
}
