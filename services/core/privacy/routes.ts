import {
  eraseOrganizationSchema,
  erasureReceiptSchema,
  formerPeopleSchema,
  privacyRegistrySchema,
  receiptsSchema,
} from '@tokenholic/contracts';
import { type Kit, type Principal, principalOf, type ServiceRoutes } from '@tokenholic/kit';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { zipStream } from './adapters/zip.ts';
import { eraseOrganization } from './commands/erase-organization.ts';
import { erasePerson } from './commands/erase-person.ts';
import type { PrivacyPorts } from './ports.ts';
import { describeRegistry } from './queries/describe-registry.ts';
import { type ExportOptions, exportArchive } from './queries/export-archive.ts';
import { subjectOfOrganization } from './queries/find-people.ts';
import { listFormerPeople } from './queries/list-former-people.ts';
import { listReceipts } from './queries/list-receipts.ts';

const tags = ['privacy'];
const client = z.object({ clientId: z.uuid() });
const manage = { permission: 'privacy.manage' as const };
/** What is gone is gone: the password is asked for again. */
const erase = { permission: 'privacy.erase' as const, reauthenticate: true };

/** Where data lives, taking it along, erasing it, and the receipts. */
export function privacyRoutes(kit: Kit, ports: PrivacyPorts): ServiceRoutes {
  const sendArchive = async (reply: FastifyReply, asked: Omit<ExportOptions, 'sealed'>) => {
    const options = { ...asked, sealed: ports.sealedTables() };
    const subject = await subjectOfOrganization(kit, options.sealed, options.organizationId);
    const day = kit.now().toISOString().slice(0, 10);
    return reply
      .type('application/zip')
      .header('cache-control', 'no-store')
      .header('content-disposition', `attachment; filename="tokenholic-${options.organizationId}-${day}.zip"`)
      .send(zipStream(exportArchive(kit, subject, options)));
  };
  const noteExport = (by: string, organizationId: string, extent: ExportOptions['extent']) =>
    kit.database.withTenant([by], (tx) =>
      tx.audit(by, { action: 'privacy.export', subject: organizationId, after: { extent } }),
    );
  /** People of a client take along what is theirs without asking anybody. */
  const passOwn = async (principal: Principal) => {
    const { homeOrganizationId: own } = principal;
    if ((await ports.sellerOf(own)) === own) await ports.passExport(principal, own);
  };
  const none = { 204: z.null() };
  return (app, _options, done) => {
    app.post(
      '/api/organization/export-request',
      {
        config: { permission: 'privacy.export' },
        schema: {
          tags,
          summary: 'Whether the export may be taken now; asks who has to agree',
          response: none,
        },
      },
      async (request, reply) => {
        await passOwn(principalOf(request));
        return reply.status(204).send(null);
      },
    );
    app.post(
      '/api/clients/:clientId/privacy/export-request',
      {
        config: manage,
        schema: {
          ...{ tags, params: client, response: none },
          summary: 'Whether the export may be taken now; asks who has to agree',
        },
      },
      async (request, reply) => {
        await ports.passExport(principalOf(request), request.params.clientId);
        return reply.status(204).send(null);
      },
    );
    app.get(
      '/api/privacy/registry',
      { config: manage, schema: { tags, response: { 200: privacyRegistrySchema } } },
      async () => describeRegistry(),
    );
    app.get(
      '/api/privacy/receipts',
      { config: manage, schema: { tags, response: { 200: receiptsSchema } } },
      async (request) => ({ items: await listReceipts(kit, principalOf(request)) }),
    );
    app.get(
      '/api/people/former',
      { config: { permission: 'privacy.erase' }, schema: { tags, response: { 200: formerPeopleSchema } } },
      async (request) => ({ items: await listFormerPeople(kit, ports.sealedTables(), principalOf(request)) }),
    );
    app.get(
      '/api/organization/export',
      { config: { permission: 'privacy.export' }, schema: { tags } },
      async (request, reply) => {
        const principal = principalOf(request);
        const organizationId = principal.homeOrganizationId;
        const extent = (await ports.sellerOf(organizationId)) === organizationId ? 'everything' : 'theirs';
        await passOwn(principal);
        await noteExport(organizationId, organizationId, extent);
        return sendArchive(reply, { extent, organizationId });
      },
    );
    app.post(
      '/api/organization/erasure',
      {
        config: erase,
        schema: { tags, body: eraseOrganizationSchema, response: { 200: erasureReceiptSchema } },
      },
      async (request) => {
        const principal = principalOf(request);
        const organizationId = principal.homeOrganizationId;
        return eraseOrganization(kit, ports, principal, { organizationId, ...request.body });
      },
    );
    app.post(
      '/api/people/:personId/erasure',
      {
        config: erase,
        schema: { tags, params: z.object({ personId: z.uuid() }), response: { 200: erasureReceiptSchema } },
      },
      async (request) => erasePerson(kit, ports, principalOf(request), request.params.personId),
    );
    app.get(
      '/api/clients/:clientId/privacy/export',
      { config: manage, schema: { tags, params: client } },
      async (request, reply) => {
        const organizationId = request.params.clientId;
        await ports.passExport(principalOf(request), organizationId);
        await noteExport(principalOf(request).homeOrganizationId, organizationId, 'everything');
        return sendArchive(reply, { extent: 'everything', organizationId });
      },
    );
    app.post(
      '/api/clients/:clientId/privacy/erasure',
      {
        config: { ...manage, reauthenticate: true },
        schema: {
          ...{ tags, params: client, body: eraseOrganizationSchema },
          response: { 200: erasureReceiptSchema },
        },
      },
      async (request) =>
        eraseOrganization(kit, ports, principalOf(request), {
          ...{ organizationId: request.params.clientId, confirmName: request.body.confirmName },
        }),
    );
    done();
  };
}
