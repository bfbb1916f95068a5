import {
  createdShareSchema,
  createShareSchema,
  sharedMapSchema,
  shareLinkSchema,
} from '@tokenholic/contracts';
import { type Kit, principalOf, type ServiceRoutes } from '@tokenholic/kit';
import { z } from 'zod';
import { revokeShare, shareMap } from './commands/share-map.ts';
import { listShares, openShare } from './queries/shared.ts';

const client = z.object({ clientId: z.uuid() });
const PATH = '/api/clients/:clientId/map/shares';

export function shareRoutes(kit: Kit): ServiceRoutes {
  return (app, _options, done) => {
    app.get(
      PATH,
      {
        config: { permission: 'client.read' },
        schema: {
          tags: ['map'],
          params: client,
          response: { 200: z.object({ items: z.array(shareLinkSchema) }) },
        },
      },
      async (request) => ({ items: await listShares(kit, request.params.clientId) }),
    );
    app.post(
      PATH,
      {
        config: { permission: 'map.edit' },
        schema: {
          tags: ['map'],
          params: client,
          body: createShareSchema,
          response: { 201: createdShareSchema },
        },
      },
      async (request, reply) =>
        reply
          .status(201)
          .send(await shareMap(kit, principalOf(request), request.params.clientId, request.body)),
    );
    app.delete(
      `${PATH}/:linkId`,
      {
        config: { permission: 'map.edit' },
        schema: {
          tags: ['map'],
          params: client.extend({ linkId: z.uuid() }),
          response: { 200: shareLinkSchema },
        },
      },
      async (request) => revokeShare(kit, request.params.clientId, request.params.linkId),
    );
    app.get(
      '/api/shared/:token',
      {
        config: { public: true },
        schema: {
          tags: ['map'],
          params: z.object({ token: z.string().min(20).max(100) }),
          response: { 200: sharedMapSchema },
        },
      },
      async (request, reply) =>
        reply
          .headers({ 'x-robots-tag': 'noindex, nofollow', 'cache-control': 'private, no-store' })
          .send(await openShare(kit, request.params.token)),
    );
    done();
  };
}
