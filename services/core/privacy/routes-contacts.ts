import { contactTracesSchema, eraseContactSchema, erasureReceiptSchema } from '@tokenholic/contracts';
import { type Kit, principalOf, type ServiceRoutes } from '@tokenholic/kit';
import { z } from 'zod';
import { zipStream } from './adapters/zip.ts';
import { eraseContact } from './commands/erase-contact.ts';
import type { PrivacyPorts } from './ports.ts';
import { exportContact } from './queries/export-contact.ts';
import { previewContact } from './queries/preview-contact.ts';

const tags = ['privacy'];
const params = z.object({ clientId: z.uuid(), contactId: z.uuid() });
const manage = { permission: 'privacy.manage' as const };

/** A person at a client: where they stand, everything known of them as an archive, and their erasure. */
export function contactPrivacyRoutes(kit: Kit, ports: PrivacyPorts): ServiceRoutes {
  return (app, _options, done) => {
    const base = '/api/clients/:clientId/contacts/:contactId/privacy';
    app.get(
      base,
      { config: manage, schema: { tags, params, response: { 200: contactTracesSchema } } },
      (request) => previewContact(kit, ports, principalOf(request), request.params),
    );
    app.get(`${base}/export`, { config: manage, schema: { tags, params } }, async (request, reply) => {
      const principal = principalOf(request);
      const { contactId } = request.params;
      const archive = await exportContact(kit, ports, principal, request.params);
      const home = principal.homeOrganizationId;
      await kit.database.withTenant([home], (tx) =>
        tx.audit(home, { action: 'privacy.export_contact', subject: contactId }),
      );
      return reply
        .type('application/zip')
        .header('cache-control', 'no-store')
        .header('content-disposition', `attachment; filename="tokenholic-contact-${contactId}.zip"`)
        .send(zipStream(archive));
    });
    app.post(
      `${base}/erasure`,
      {
        config: { ...manage, reauthenticate: true },
        schema: { tags, params, body: eraseContactSchema, response: { 200: erasureReceiptSchema } },
      },
      (request) => eraseContact(kit, ports, principalOf(request), request.params, request.body),
    );
    done();
  };
}
