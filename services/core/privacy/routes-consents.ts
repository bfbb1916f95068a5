import {
  consentAddressSchema,
  consentCheckSchema,
  consentPurposeSchema,
  consentSchema,
  recordConsentSchema,
} from '@tokenholic/contracts';
import { type Kit, pageOf, pageQuerySchema, principalOf, type ServiceRoutes } from '@tokenholic/kit';
import { z } from 'zod';
import { recordConsent } from './commands/record-consent.ts';
import type { PrivacyPorts } from './ports.ts';
import { exportConsents } from './queries/export-consents.ts';
import { checkConsent, historyOf, listConsents } from './queries/read-consents.ts';

const tags = ['consents'];
const params = z.object({ clientId: z.uuid() });
const read = { permission: 'client.read' as const };
const items = z.object({ items: z.array(consentSchema) });
const address = z.object({ address: consentAddressSchema });

/** What people of a client agreed to: record, take back, look up, check, take along. */
export function consentRoutes(kit: Kit, ports: PrivacyPorts): ServiceRoutes {
  return (app, _options, done) => {
    const base = '/api/clients/:clientId/consents';
    app.get(
      base,
      {
        config: read,
        schema: {
          ...{ tags, params, response: { 200: pageOf(consentSchema) } },
          querystring: pageQuerySchema.extend({ history: z.stringbool().default(false) }),
        },
      },
      async (request) => listConsents(kit, request.params.clientId, request.query),
    );
    app.post(
      base,
      {
        config: { permission: 'client.write' },
        schema: { tags, params, body: recordConsentSchema, response: { 200: items } },
      },
      async (request) => ({
        items: await recordConsent(kit, ports, principalOf(request), request.params.clientId, request.body),
      }),
    );
    // Addresses are asked for in the body: those in an address bar end up in logs.
    app.post(
      `${base}/history`,
      { config: read, schema: { tags, params, body: address, response: { 200: items } } },
      async (request) => ({ items: await historyOf(kit, request.params.clientId, request.body.address) }),
    );
    app.post(
      `${base}/check`,
      {
        config: read,
        schema: {
          ...{ tags, params, body: address.extend({ purpose: consentPurposeSchema }) },
          response: { 200: consentCheckSchema },
        },
      },
      async (request) =>
        checkConsent(kit, request.params.clientId, request.body.address, request.body.purpose),
    );
    app.get(`${base}/export`, { config: read, schema: { tags, params } }, async (request, reply) => {
      const { clientId } = request.params;
      const home = principalOf(request).homeOrganizationId;
      await kit.database.withTenant([home], (tx) =>
        tx.audit(home, { action: 'consent.export', subject: clientId }),
      );
      return reply
        .type('text/csv; charset=utf-8')
        .header('cache-control', 'no-store')
        .header('content-disposition', `attachment; filename="consents-${clientId}.csv"`)
        .send(exportConsents(kit, clientId));
    });
    done();
  };
}
