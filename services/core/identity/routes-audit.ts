import {
  auditChoicesSchema,
  auditEntrySchema,
  auditExportSchema,
  auditFilterSchema,
  auditNotedSchema,
  auditReportSchema,
  auditVerificationSchema,
} from '@tokenholic/contracts';
import { type Kit, pageOf, pageQuerySchema, principalOf, type ServiceRoutes } from '@tokenholic/kit';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { exportAudit } from './queries/export-audit.ts';
import { auditChoices, readAudit } from './queries/read-audit.ts';
import { verifyAudit, verifyEveryAudit } from './queries/verify-audit.ts';

const tags = ['audit'];
const config = { permission: 'audit.read' as const };
const querystring = pageQuerySchema.extend(auditFilterSchema.shape);
const client = z.object({ clientId: z.uuid() });

/** Audit trails of clients and of the own organisation: search, export, and proof that they were not changed. */
export function auditRoutes(kit: Kit): ServiceRoutes {
  return (app, _options, done) => {
    const trails = [
      { base: '/api/organization/audit', params: z.object({}) },
      { base: '/api/clients/:clientId/audit', params: client },
    ];
    for (const { base, params } of trails) addTrail(base, params);
    app.post(
      '/api/audit/verification',
      {
        config: { permission: 'installation.manage' },
        schema: { tags, body: auditNotedSchema, response: { 200: auditReportSchema } },
      },
      async (request) => verifyEveryAudit(kit, request.body),
    );
    done();

    function addTrail(base: string, params: z.ZodType): void {
      app.get(
        base,
        { config, schema: { tags, params, querystring, response: { 200: pageOf(auditEntrySchema) } } },
        async (request) => readAudit(kit, trailOf(request), request.query, homeOf(request)),
      );
      app.get(
        `${base}/choices`,
        { config, schema: { tags, params, response: { 200: auditChoicesSchema } } },
        async (request) => auditChoices(kit, trailOf(request), homeOf(request)),
      );
      app.get(
        `${base}/verification`,
        { config, schema: { tags, params, response: { 200: auditVerificationSchema } } },
        async (request) => verifyAudit(kit, trailOf(request)),
      );
      app.get(
        `${base}/export`,
        { config, schema: { tags, params, querystring: auditExportSchema } },
        async (request, reply) => {
          const [organizationId, home] = [trailOf(request), homeOf(request)];
          const { format } = request.query;
          await kit.database.withTenant([home], (tx) =>
            tx.audit(home, { action: 'audit.export', subject: organizationId, after: { format } }),
          );
          const name = `audit-${organizationId}-${kit.now().toISOString().slice(0, 10)}.${format}`;
          return reply
            .type(format === 'csv' ? 'text/csv; charset=utf-8' : 'application/json')
            .header('cache-control', 'no-store')
            .header('content-disposition', `attachment; filename="${name}"`)
            .send(exportAudit(kit, organizationId, home, request.query));
        },
      );
    }
  };
}

const homeOf = (request: FastifyRequest): string => principalOf(request).homeOrganizationId;

/** The client of the address, which the gate has let through, or the own organisation. */
function trailOf(request: FastifyRequest): string {
  const { clientId } = client.partial().parse(request.params);
  return clientId ?? homeOf(request);
}
