import { auditEntrySchema, auditVerificationSchema } from '@tokenholic/contracts';
import { type Kit, pageOf, pageQuerySchema, type ServiceRoutes } from '@tokenholic/kit';
import { z } from 'zod';
import { readAudit, verifyAudit } from './queries/read-audit.ts';

const params = z.object({ clientId: z.uuid() });
const config = { permission: 'audit.read' as const };

/** The audit trail of a client: search, and proof that it was not changed. */
export function auditRoutes(kit: Kit): ServiceRoutes {
  return (app, _options, done) => {
    app.get(
      '/api/clients/:clientId/audit',
      {
        config,
        schema: {
          tags: ['audit'],
          params,
          querystring: pageQuerySchema.extend({ search: z.string().max(120).default('') }),
          response: { 200: pageOf(auditEntrySchema) },
        },
      },
      async (request) => readAudit(kit, request.params.clientId, request.query),
    );
    app.get(
      '/api/clients/:clientId/audit/verification',
      { config, schema: { tags: ['audit'], params, response: { 200: auditVerificationSchema } } },
      async (request) => verifyAudit(kit, request.params.clientId),
    );
    done();
  };
}
